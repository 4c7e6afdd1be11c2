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
    let ranking = Ranking(values, by: position)
    let count = UInt64(max(ranking.count, 1))
    if radix.multipliedReportingOverflow(by: count).overflow { renumber() }
    for index in keys.indices { keys[index] = keys[index] * count + ranking.rank(values[index]) }
    radix *= count
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
    var ranks: [UInt64: UInt64] = [:]
    for key in keys { ranks[key] = 0 }
    for (rank, key) in ranks.keys.sorted().enumerated() { ranks[key] = UInt64(rank) }
    for index in keys.indices { keys[index] = ranks[keys[index]] ?? 0 }
    radix = UInt64(max(ranks.count, 1))
  }
}

/// The rank of each value of a column among those that occur.
private struct Ranking {
  let count: Int
  private var ranks: ValueNumbers

  init(_ values: [Int32], by position: (Int32) -> DetailColumn.Position) {
    ranks = ValueNumbers(covering: values)
    var distinct: [(value: Int32, position: DetailColumn.Position)] = []
    for value in values where ranks[value] == nil {
      ranks.note(value, 0)
      distinct.append((value, position(value)))
    }
    distinct.sort { left, right in
      left.position != right.position
        ? left.position < right.position : left.value < right.value
    }
    for (rank, entry) in distinct.enumerated() { ranks.note(entry.value, Int32(rank)) }
    count = distinct.count
  }

  func rank(_ value: Int32) -> UInt64 { UInt64(ranks[value] ?? 0) }
}
