/// What of a body libxlsxwriter writes: each cell once, as high in its column as there is room, and
/// each height. `XLSXBody` repeats the markup of the library in all rows, which is much faster than
/// asking for it again.
struct XLSXDraft {
  struct Cell {
    /// The body's.
    let number: Int32
    let row: Int
    let column: Int
  }

  /// In the order in which they come first in the body, by which the library numbers their texts.
  private(set) var cells: [Cell] = []
  /// Those that rows have, one for each of the first rows.
  let heights: [Int32]

  private let columnCount: Int
  private let lastRow: Int
  /// The number of the rows that hold a cell of their own, or a height.
  private let rowCount: Int
  /// Row by row the numbers of the cells, -1 for none; behind them the last row of the body.
  private var numbers: [Int32]

  init(_ body: SheetBody) {
    columnCount = body.columnCount
    lastRow = body.rowCount - 1
    heights = Set(body.heightNumbers).sorted()
    var filled = [Int](repeating: 0, count: columnCount)
    var isKnown = [Bool](repeating: false, count: body.cells.count)
    for row in 0..<body.rowCount {
      for (column, number) in body.numbers[body.places(ofRow: row)].enumerated()
      where !isKnown[Int(number)] {
        isKnown[Int(number)] = true
        cells.append(Cell(number: number, row: filled[column], column: column))
        filled[column] += 1
      }
    }
    rowCount = max(filled.max() ?? 0, heights.count)
    // The tag of a row says how far it reaches, and the sheet how long it is.
    for row in Set(heights.indices).union([lastRow]).sorted() where row >= 0 {
      for column in Set([0, columnCount - 1]).sorted() where row >= filled[column] {
        cells.append(Cell(number: body.numbers[column], row: row, column: column))
      }
    }
    numbers = Array(repeating: -1, count: (rowCount + 1) * columnCount)
    for cell in cells {
      numbers[min(cell.row, rowCount) * columnCount + cell.column] = cell.number
    }
  }

  /// The cell that stands somewhere in the draft, by the body's number; nil where none does.
  func number(row: Int, column: Int) -> Int? {
    guard (0..<rowCount).contains(row) || row == lastRow, (0..<columnCount).contains(column) else {
      return nil
    }
    let number = numbers[min(row, rowCount) * columnCount + column]
    return number < 0 ? nil : Int(number)
  }
}
