/// Rows on their way through conditions, some thousands at a time: those that are left, with their
/// days. The same memory serves every block.
struct RowBlock {
  static let size = 2048

  private(set) var rows: [Int32] = []
  private var days: [Int32]
  private var truths: [Truth]

  init() {
    rows.reserveCapacity(RowBlock.size)
    days = Array(repeating: 0, count: RowBlock.size)
    truths = Array(repeating: .unknown, count: RowBlock.size)
  }

  var isEmpty: Bool { rows.isEmpty }

  /// Takes up no more rows than a block has, in place of those before.
  mutating func load(_ rows: some Collection<Int32>, days rowDays: RowDays) {
    self.rows.removeAll(keepingCapacity: true)
    self.rows.append(contentsOf: rows)
    self.rows.withUnsafeBufferPointer { rows in
      days.withUnsafeMutableBufferPointer { days in
        rowDays.fill(.init(rebasing: days[..<rows.count]), of: rows)
      }
    }
  }

  /// Asks about the rows that are left, and hands over the answer.
  mutating func ask<Result>(
    _ evaluate: (AskedRows, Truths) -> Void, then body: (UnsafeBufferPointer<Truth>) -> Result
  ) -> Result {
    rows.withUnsafeBufferPointer { rows in
      days.withUnsafeBufferPointer { days in
        truths.withUnsafeMutableBufferPointer { truths in
          let truths = Truths(rebasing: truths[..<rows.count])
          evaluate(AskedRows(rows: rows, days: .init(rebasing: days[..<rows.count])), truths)
          return body(.init(truths))
        }
      }
    }
  }

  /// Keeps the rows for which it holds, and hands over each of the others with its truth.
  mutating func keep(
    _ evaluate: (AskedRows, Truths) -> Void, others: (_ row: Int32, Truth) -> Void
  ) {
    ask(evaluate) { _ in }
    var kept = 0
    for offset in rows.indices {
      let truth = truths[offset]
      guard truth == .holds else {
        others(rows[offset], truth)
        continue
      }
      rows[kept] = rows[offset]
      days[kept] = days[offset]
      kept += 1
    }
    rows.removeLast(rows.count - kept)
  }
}
