import Campus
import Definitions
import SeededRandomness
import Testing
import Transform

/// Whatever bytes stand in a cell: a row is normalised or rejected, and nothing traps.
struct HostileCellTests {
  private let source = SampleSource(
    columns: [
      column("text", .text), column("identifier", .identifier), column("doi", .doi),
      column("isbn", .isbn), column("code", .code(SampleSource.countries)),
      column("codes", .codes(SampleSource.countries, open: false, slashSeparates: true)),
      column("open", .codes(SampleSource.countries, open: true, slashSeparates: false)),
      column("start", .date), column("end", .date), column("integer", .integer),
      column("headcount", .headcount), column("decimal", .decimal), column("year", .year),
      column("month", .month), column("semester", .semester),
      column("academic_year", .academicYear), column("yes_no", .yesNo),
    ], key: ["identifier"],
    identity: SourceContract.Identity(name: "item", firstOf: [2, 3]))

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `random bytes`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces: [[UInt8]] = [
      [0xE3, 0x80], [0xE3], [0xEF, 0xBC], [0xEF, 0xBB], [0x80], [0xC2], [0xFF], [0xEF, 0xBF, 0xBD],
      [0], [0x0D], [0x0D, 0x0A], [0x20], [0xE2, 0x80], Array("１".utf8), Array("日本".utf8),
      Array("2025-08-01".utf8), Array("114".utf8), Array(",".utf8), Array(";".utf8),
      Array("T".utf8), Array("上午".utf8), Array(":".utf8), Array("\u{FDFA}".utf8),
      Array("9999999999".utf8), Array(".".utf8), Array("doi:".utf8), Array("民國".utf8),
      Array("年".utf8), Array("e\u{301}".utf8), Array("-".utf8),
    ]
    var batch = RecordBatch(fileIndex: 0, columns: Array(source.columns.indices))
    for line in 1...200 {
      for _ in source.columns {
        for _ in 0..<random.below(6) { batch.bytes += pieces[random.below(30)] }
        batch.endCell()
      }
      batch.lines.append(line)
    }
    var normaliser = SourceNormaliser(
      contract: source.contract, keep: Set(source.columns.map(\.name) + ["item"])
    ) { _ in }
    normaliser.append(batch, file: "hostile.csv")
    var summary = FileSummary(source: "sample", file: "hostile.csv", sha256: "", encoding: "")
    summary.rows = 200
    let table = normaliser.finish(files: [summary])
    #expect(table.rowCount + table.rejectedCount + table.duplicateCount == 200, "seed \(seed)")
    for row in 0..<table.rowCount { _ = table.columns.values.map { $0.text(row) } }
  }

  @Test func `a column of nothing but different words ends in time`() {
    let words = SampleSource(columns: [column("country", .code(SampleSource.countries))])
    let outcome = words.normalise(files: [(0..<20_000).map { ["no country \($0)"] }])
    #expect(outcome.table.rejectedCount == 20_000)
    #expect(outcome.found.count == 20_000)
  }

  @Test func `a cell that normalisation makes half a mebibyte`() {
    let long = String(repeating: "\u{FDFA}", count: 30_000)
    let cells = source.columns.map { _ in long }
    let outcome = source.normalise([cells])
    #expect(outcome.table.rejectedCount == 1)
    #expect(outcome.found.allSatisfy { "\($0)".utf8.count < 2000 })
  }
}
