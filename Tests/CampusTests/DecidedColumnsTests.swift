import SeededRandomness
import Testing

@testable import Campus

/// KPIs of one source share what they take out of its table, and each gets its own rows of it.
struct DecidedColumnsTests {
  private static let countries = CodeList(
    name: "countries",
    entries: ["TW", "JP", "VN"].map { .init(code: $0, label: $0, english: $0) }, words: [:])

  private static func table(_ source: String, rows: Int, _ random: inout SplitMix64) -> Table {
    var table = Table(source: source)
    table.files = [
      FileSummary(source: source, file: source + ".csv", sha256: "", encoding: "utf-8")
    ]
    table.fileIndexes.append(0, rows: rows)
    table.lines = (0..<rows).map { Int32($0 + 2) }
    let codes = (0..<rows).map { _ in
      random.below(4) == 0 ? TableColumn.missing : Int32(random.below(3))
    }
    table.columns["country"] = TableColumn(content: .codes(countries), values: codes)
    table.columns["number"] = TableColumn(
      content: .integers, values: (0..<rows).map { _ in Int32(random.below(50)) })
    return table
  }

  private static func evidence(_ kpi: Int, rows: Int, persons: Int, _ random: inout SplitMix64)
    -> KPIEvidence
  {
    let verdicts: [UInt8] = (0..<rows).map { _ in [0, 1, KPIEvidence.counted][random.below(3)] }
    let forgotten: UInt8? = random.below(2) == 0 ? 0 : nil
    let decided = verdicts.count { $0 != forgotten }
    return KPIEvidence(
      kpi: kpi, source: "trips", keyColumns: ["number"],
      columns: [
        .init(lookup: nil, name: "country"), .init(lookup: "persons", name: "country"),
      ], verdicts: verdicts, forgottenRule: forgotten, rules: ["a", "b"],
      lookups: [
        .init(
          source: "persons", keyColumns: ["number"],
          rows: (0..<decided).map { _ in Int32(random.below(persons + 1) - 1) })
      ])
  }

  @Test(arguments: 0..<40) func eachHasItsOwnRows(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let trips = DecidedColumnsTests.table("trips", rows: 30, &random)
    let persons = DecidedColumnsTests.table("persons", rows: 8, &random)
    var decided = DecidedColumns([trips, persons])
    let two = (1...2).map { DecidedColumnsTests.evidence($0, rows: 30, persons: 8, &random) }
    // The third decided on the rows of the first.
    for evidence in two + [two[0]] {
      let decisions = try KPIDecisions(evidence, from: &decided)
      let rows = (0..<30).filter { evidence.verdicts[$0] != evidence.forgottenRule }
      let found = evidence.lookups[0].rows.map { $0 < 0 ? nil : Int($0) }
      func texts(_ title: String) -> [String?] {
        let cells = decisions.columns.first { $0.title == title }?.cells
        return rows.indices.map { cells?.text($0) }
      }
      #expect(decisions.rowCount == rows.count)
      #expect(texts("number") == rows.map { trips.columns["number"]?.text($0) })
      #expect(texts("country") == rows.map { trips.columns["country"]?.text($0) })
      #expect(texts("persons.") == found.map { $0.flatMap { persons.columns["number"]?.text($0) } })
      #expect(
        texts("persons.country")
          == found.map { $0.flatMap { persons.columns["country"]?.text($0) } })
    }
  }
}
