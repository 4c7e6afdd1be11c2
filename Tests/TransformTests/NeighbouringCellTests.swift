import Campus
import Definitions
import SeededRandomness
import Testing

/// What a cell means does not depend on the cells around it, on those read before it or on whether
/// its spelling is remembered: a column reads like its cells one by one.
struct NeighbouringCellTests {
  private static let types: [ColumnContract.ValueType] = [
    .text, .identifier, .doi, .isbn, .code(SampleSource.countries),
    .codes(SampleSource.countries, open: false, slashSeparates: true),
    .codes(SampleSource.countries, open: true, slashSeparates: false), .date, .integer, .headcount,
    .decimal, .year, .month, .semester, .academicYear, .yesNo,
  ]

  @Test(arguments: types.indices) func likeOneByOne(type: Int) {
    for seed in 0..<4 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let column = column("value", Self.types[type])
      // More spellings than are remembered, and each a few times.
      let spellings = (0..<700).map { _ in Self.spelling(&random) }
      let cells = (0..<3_000).map { _ in spellings[random.below(spellings.count)] }
      let together = Self.read(cells, as: column)
      var alone: [String: String?] = [:]
      for cell in Set(cells) { alone[cell] = .some(Self.read([cell], as: column)[0]) }
      for (cell, value) in zip(cells, together) {
        #expect(alone[cell] == .some(value), "seed \(seed): \(cell)")
      }
    }
  }

  /// The value of each cell, or the code of its problem; the rows stand in several batches.
  private static func read(_ cells: [String], as column: ColumnContract) -> [String?] {
    let size = max(1, (cells.count + 3) / 4)
    let files = stride(from: 0, to: cells.count, by: size).map { start in
      cells[start..<min(start + size, cells.count)].map { [$0] }
    }
    let outcome = SampleSource(columns: [column]).normalise(files: files)
    let problems = Dictionary(
      outcome.found.map { ($0.location, "!" + $0.code) }, uniquingKeysWith: { first, _ in first })
    var values: [Campus.SourceLocation: String?] = [:]
    for row in 0..<outcome.table.rowCount {
      values[outcome.table.location(row)] = .some(outcome.table.columns["value"]?.text(row))
    }
    return cells.indices.map { index in
      let location = Campus.SourceLocation(
        file: SampleSource.file(index / size), line: index % size + 2)
      return problems[location] ?? values[location] ?? "!lost"
    }
  }

  private static func spelling(_ random: inout SplitMix64) -> String {
    let words = [
      "日本", "JP", "臺灣", "0", "51", "Bolivia, Plurinational State of", "是", "N", "-", "NULL", "…",
      "x", "10.1234/ABC", "978-957-00-0000-0", "ISBN", "民國", "年", "月", "日",
    ]
    let separators = ["", "", " ", ";", "、", "/", ",", ".", "-", "\u{3000}", "\n", "\r\n", "０"]
    switch random.below(6) {
    case 0: return "\(random.below(2_300))"
    case 1: return "\(random.below(400) - 50).\(random.below(100))"
    case 2: return "\(100 + random.below(30))/\(random.below(14))/\(random.below(33))"
    case 3: return "20\(10 + random.below(20))-0\(random.below(10))-1\(random.below(10))"
    default:
      // Up to well above what is compared by words.
      return (0..<random.below(random.below(4) == 0 ? 12 : 3)).map { _ in
        words[random.below(words.count)] + separators[random.below(separators.count)]
      }.joined()
    }
  }
}
