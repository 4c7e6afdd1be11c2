import Campus

/// Numbers the combinations of several columns, so that rows of one line have one number and the
/// numbers stand in the order of the lines.
struct LineKeys {
  private(set) var keys: [UInt64]
  /// All keys are below.
  private var radix: UInt64 = 1

  init(rowCount: Int) {
    keys = Array(repeating: 0, count: rowCount)
  }

  /// Adds a column: lines that were one until now part by its values.
  mutating func add(_ column: DetailColumn) {
    guard let values = column.values else { return }
    let ranking = Ranking(values, by: column.position)
    let count = UInt64(max(ranking.count, 1))
    if radix.multipliedReportingOverflow(by: count).overflow { renumber() }
    for index in keys.indices { keys[index] = keys[index] * count + ranking.rank(values[index]) }
    radix *= count
  }

  /// Replaces the keys by their ranks: no more than there are rows.
  private mutating func renumber() {
    var distinct = keys
    distinct.sort()
    var ranks: [UInt64: UInt64] = [:]
    for key in distinct where ranks[key] == nil { ranks[key] = UInt64(ranks.count) }
    keys = keys.map { ranks[$0] ?? 0 }
    radix = UInt64(max(ranks.count, 1))
  }
}

/// The rank of each value of a column among those that occur.
private struct Ranking {
  let count: Int
  private let ranks: [Int32: UInt64]

  init(_ values: [Int32], by position: (Int32) -> DetailColumn.Position) {
    var distinct: Set<Int32> = []
    var previous: Int32?
    for value in values where value != previous {
      distinct.insert(value)
      previous = value
    }
    let sorted = distinct.map { ($0, position($0)) }.sorted { left, right in
      left.1 != right.1 ? left.1 < right.1 : left.0 < right.0
    }
    count = sorted.count
    ranks = Dictionary(
      uniqueKeysWithValues: sorted.enumerated().map { ($1.0, UInt64($0)) })
  }

  func rank(_ value: Int32) -> UInt64 { ranks[value] ?? 0 }
}
