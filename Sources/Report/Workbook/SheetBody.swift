/// Many rows of like cells below the first rows of a sheet: each distinct cell of a column is held
/// once, and made ready for a format once.
package struct SheetBody: Sendable {
  package struct Column: Sendable {
    /// Over one column of the sheet each.
    let distinct: [SheetCell]
    /// For each row the number of its cell.
    let numbers: [Int32]
  }

  let columnCount: Int
  /// The distinct cells, those of the first column first.
  let cells: [SheetCell]
  /// Row by row the numbers of the cells.
  let numbers: [Int32]
  /// The heights that rows may have, in points.
  let heights: [Double]
  /// For each row the number of its height.
  let heightNumbers: [Int32]

  static let none = SheetBody([], widths: [])

  /// Every row is as high as its cells need.
  ///
  /// - Parameter columns: all of as many rows.
  init(_ columns: [Column], widths: [Double]) {
    columnCount = columns.count
    cells = columns.flatMap(\.distinct)
    let needed = zip(columns, widths).flatMap { column, width in
      column.distinct.map { SheetLayout.height(of: $0, width: width) }
    }
    heights = Set(needed).sorted()
    // The number of a greater height is greater.
    let known = Dictionary(uniqueKeysWithValues: zip(heights, Int32(0)...))
    let ofCells = needed.map { known[$0] ?? 0 }
    let rowCount = columns.first?.numbers.count ?? 0
    var numbers = [Int32](repeating: 0, count: rowCount * columnCount)
    var ofRows = [Int32](repeating: 0, count: rowCount)
    var first: Int32 = 0
    for (index, column) in columns.enumerated() {
      for (row, number) in column.numbers.enumerated() {
        let cell = first + number
        numbers[row * columns.count + index] = cell
        ofRows[row] = max(ofRows[row], ofCells[Int(cell)])
      }
      first += Int32(column.distinct.count)
    }
    self.numbers = numbers
    heightNumbers = ofRows
  }

  var rowCount: Int { heightNumbers.count }

  /// The number of a cell.
  func cell(row: Int, column: Int) -> Int { Int(numbers[row * columnCount + column]) }

  /// Where in `numbers` a row stands.
  func places(ofRow row: Int) -> Range<Int> { row * columnCount..<(row + 1) * columnCount }
}
