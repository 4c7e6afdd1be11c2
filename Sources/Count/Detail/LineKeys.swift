import Campus

/// Numbers the combinations of several columns, so that rows of one line have one number and the
/// numbers stand in the order of the lines.
struct LineKeys {
  private var keys: [UInt64]
  /// All keys are below.
  private var radix: UInt64 = 1

  init(rowCount: Int) {
    keys = Array(repeating: 0, count: rowCount)
  }

  /// Adds a column of values: lines that were one until now part by them.
  mutating func add(_ values: [Int32], by position: (Int32) -> DetailColumn.Position) {
    let numbered = NumberedValues(values)
    let ranks = LineKeys.ranks(of: numbered.distinct, by: position)
    let count = UInt64(max(ranks.count, 1))
    if radix.multipliedReportingOverflow(by: count).overflow { renumber() }
    for (row, number) in numbered.numbers.enumerated() {
      keys[row] = keys[row] * count + ranks[Int(number)]
    }
    radix *= count
  }

  /// The rank of each of some distinct values.
  private static func ranks(
    of values: [Int32], by position: (Int32) -> DetailColumn.Position
  ) -> [UInt64] {
    let places = values.map { (position: position($0), value: $0) }
    let order = places.indices.sorted {
      (places[$0].position, places[$0].value) < (places[$1].position, places[$1].value)
    }
    var ranks = [UInt64](repeating: 0, count: values.count)
    for (rank, index) in order.enumerated() { ranks[index] = UInt64(rank) }
    return ranks
  }

  /// Adds a column of cells in the order of their texts; a cell without one comes first.
  mutating func add(_ cells: DetailCells) {
    add(cells.numbers) { number in
      .text(number == DetailCells.missing ? [] : Array(cells.distinct[Int(number)].text.utf8))
    }
  }

  /// The line of each row, counted from zero.
  consuming func lines() -> [Int32] {
    renumber()
    return keys.map { Int32($0) }
  }

  /// Replaces the keys by their ranks: no more than there are rows.
  private mutating func renumber() {
    var sorted = keys.enumerated().map { (key: $1, row: $0) }
    sorted.sort { $0.key < $1.key }
    var rank: UInt64 = 0
    for (index, entry) in sorted.enumerated() {
      if index > 0, entry.key != sorted[index - 1].key { rank += 1 }
      keys[entry.row] = rank
    }
    radix = rank + 1
  }
}
