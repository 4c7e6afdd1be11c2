/// What of a body libxlsxwriter writes: each cell and each height where it stands for the first time.
/// `XLSXBody` repeats the markup of the library in all other rows, which is much faster than asking
/// for it again.
struct XLSXDraft {
  /// Ascending. The last row of the body is among them, so that the library knows how long the sheet
  /// is.
  private(set) var rows: [Int] = []
  private let columnCount: Int
  /// For each cell the row in which it stands first; -1 for none.
  private var firstRows: [Int32]

  init(_ body: SheetBody) {
    columnCount = body.columnCount
    firstRows = Array(repeating: -1, count: body.cells.count)
    var knowsHeight = [Bool](repeating: false, count: body.heights.count)
    for row in 0..<body.rowCount {
      let height = Int(body.heightNumbers[row])
      var isWritten = !knowsHeight[height] || row == body.rowCount - 1
      knowsHeight[height] = true
      for place in body.places(ofRow: row) where firstRows[Int(body.numbers[place])] < 0 {
        firstRows[Int(body.numbers[place])] = Int32(row)
        isWritten = true
      }
      if isWritten { rows.append(row) }
    }
  }

  /// Whether the library writes a cell in one of these rows. It writes the first and the last of
  /// each, as its tag says how far the row reaches.
  func writes(_ cell: Int32, column: Int, row: Int) -> Bool {
    column == 0 || column == columnCount - 1 || firstRows[Int(cell)] == row
  }
}
