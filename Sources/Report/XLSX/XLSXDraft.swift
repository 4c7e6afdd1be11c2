/// What of a body libxlsxwriter writes: each cell and each height where it stands for the first time.
/// `XLSXBody` repeats the markup of the library in all other rows, which is much faster than asking
/// for it again.
struct XLSXDraft {
  /// Ascending. The last row of the body is among them, so that the library knows how long the sheet
  /// is.
  let rows: [Int]
  /// For each column and each of its cells the row in which it stands first; -1 for none.
  private let firstRows: [[Int32]]

  init(_ body: SheetBody) {
    var isWritten = [Bool](repeating: false, count: body.rowCount)
    func firstRows(of numbers: [Int32], count: Int) -> [Int32] {
      var first = [Int32](repeating: -1, count: count)
      for (row, number) in numbers.enumerated() where first[Int(number)] < 0 {
        first[Int(number)] = Int32(row)
        isWritten[row] = true
      }
      return first
    }
    _ = firstRows(of: body.heightNumbers, count: body.heights.count)
    self.firstRows = body.columns.map { firstRows(of: $0.numbers, count: $0.distinct.count) }
    if !isWritten.isEmpty { isWritten[isWritten.count - 1] = true }
    rows = isWritten.indices.filter { isWritten[$0] }
  }

  /// Whether the library writes a cell in one of these rows. It writes the first and the last of
  /// each, as its tag says how far the row reaches.
  func writes(_ number: Int32, column: Int, row: Int) -> Bool {
    column == 0 || column == firstRows.count - 1 || firstRows[column][Int(number)] == row
  }
}
