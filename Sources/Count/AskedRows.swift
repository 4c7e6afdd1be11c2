import Campus

/// One truth for each row asked about.
typealias Truths = UnsafeMutableBufferPointer<Truth>

/// Rows of one table that a condition is asked about at once, in any order, each with the day asked
/// about. The memory is of whoever asks and lasts as long as the asking.
struct AskedRows {
  let rows: UnsafeBufferPointer<Int32>
  let days: UnsafeBufferPointer<Int32>

  var count: Int { rows.count }

  /// Judges row by row, where a condition reads several columns.
  @inline(__always)
  func judge(into truths: Truths, _ truth: (_ row: Int, _ day: Int32) -> Truth) {
    for offset in rows.indices { truths[offset] = truth(Int(rows[offset]), days[offset]) }
  }
}

extension ColumnValues {
  /// Judges the value of each row; a missing one neither holds nor fails.
  @inline(__always)
  func judge(_ asked: AskedRows, into truths: Truths, _ holds: (Int32) -> Bool) {
    forEach(of: asked.rows) { offset, value in
      truths[offset] = value == TableColumn.missing ? .unknown : Truth(holds(value))
    }
  }
}
