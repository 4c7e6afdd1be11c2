/// Rows on their way through conditions, a thousand at a time: those that are left, with their days.
/// The same memory serves every block.
final class RowBlock {
  static let size = 1024

  private(set) var count = 0
  private var range: Range<Int>?
  // Of `size` elements each, all initialised for as long as this lives; only the first `count`
  // are handed out.
  private let allRows: UnsafeMutableBufferPointer<Int32>
  private let allDays: UnsafeMutableBufferPointer<Int32>
  private let scratch: UnsafeMutableBufferPointer<Int32>
  private let allTruths: Truths

  init() {
    allRows = .allocate(capacity: RowBlock.size)
    allDays = .allocate(capacity: RowBlock.size)
    scratch = .allocate(capacity: RowBlock.size)
    allTruths = .allocate(capacity: RowBlock.size)
    for numbers in [allRows, allDays, scratch] { numbers.initialize(repeating: 0) }
    allTruths.initialize(repeating: .unknown)
  }

  deinit {
    for numbers in [allRows, allDays, scratch] { numbers.deallocate() }
    allTruths.deallocate()
  }

  /// The rows that are left.
  var asked: AskedRows {
    AskedRows(
      rows: UnsafeBufferPointer(rebasing: allRows[..<count]), range: range,
      days: UnsafeBufferPointer(rebasing: allDays[..<count]), scratch: scratch)
  }

  /// Where the answers about them stand.
  var truths: Truths { Truths(rebasing: allTruths[..<count]) }

  /// Takes up the rows of a table block by block.
  static func forEach(of rowCount: Int, days: RowDays, _ body: (RowBlock) -> Void) {
    let block = RowBlock()
    for start in stride(from: 0, to: rowCount, by: size) {
      let range = start..<min(start + size, rowCount)
      block.load(range.lazy.map(Int32.init), range: range, days: days)
      body(block)
    }
  }

  /// Takes up some rows of a table block by block.
  static func forEach(of rows: [Int32], days: RowDays, _ body: (RowBlock) -> Void) {
    let block = RowBlock()
    for start in stride(from: 0, to: rows.count, by: size) {
      block.load(rows[start..<min(start + size, rows.count)], range: nil, days: days)
      body(block)
    }
  }

  private func load(_ rows: some Collection<Int32>, range: Range<Int>?, days: RowDays) {
    count = 0
    for row in rows {
      allRows[count] = row
      count += 1
    }
    self.range = range
    days.fill(allDays, for: asked)
  }

  /// Keeps the rows for which it holds by `truths`, and hands over each of the others.
  @inline(__always)
  func keepHolding(others: (_ row: Int32, Truth) -> Void) {
    var kept = 0
    for offset in 0..<count {
      let row = allRows[offset]
      if allTruths[offset] == .holds {
        allRows[kept] = row
        allDays[kept] = allDays[offset]
        kept += 1
      } else {
        others(row, allTruths[offset])
      }
    }
    if kept < count { range = nil }
    count = kept
  }
}
