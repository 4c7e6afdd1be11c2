import Campus

/// One truth for each row asked about.
typealias Truths = UnsafeMutableBufferPointer<Truth>

/// Rows of one table that a condition is asked about at once, in any order, each with the day asked
/// about. The memory is that of a `RowBlock`, and good until the block takes up other rows.
struct AskedRows {
  let rows: UnsafeBufferPointer<Int32>
  /// The rows again, where it is known that they follow one another.
  let range: Range<Int>?
  let days: UnsafeBufferPointer<Int32>
  /// Room for a number of each row.
  let scratch: UnsafeMutableBufferPointer<Int32>

  var count: Int { rows.count }

  /// The values of a column, until others are asked for.
  func values(of column: ColumnValues) -> UnsafeBufferPointer<Int32> {
    copy(column, into: scratch)
    return UnsafeBufferPointer(rebasing: scratch[..<count])
  }

  func copy(_ column: ColumnValues, into values: UnsafeMutableBufferPointer<Int32>) {
    if let range { column.copy(range, into: values) } else { column.copy(rows, into: values) }
  }

  /// Judges row by row, where a condition reads several columns.
  @inline(__always)
  func judge(into truths: Truths, _ truth: (_ row: Int, _ day: Int32) -> Truth) {
    for offset in rows.indices { truths[offset] = truth(Int(rows[offset]), days[offset]) }
  }
}
