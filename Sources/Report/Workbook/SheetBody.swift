/// Many rows of like cells below the first rows of a sheet, column by column: each distinct cell is
/// held once, and made ready for a format once.
package struct SheetBody: Sendable {
  package struct Column: Sendable {
    /// Over one column of the sheet each.
    let distinct: [SheetCell]
    /// For each row the number of its cell.
    let numbers: [Int32]
  }

  let columns: [Column]
  /// For each row its height in points.
  let heights: [Double]

  static let none = SheetBody([], widths: [])

  /// Every row is as high as its cells need.
  init(_ columns: [Column], widths: [Double]) {
    self.columns = columns
    var heights = [Double](repeating: 0, count: columns.first?.numbers.count ?? 0)
    for (column, width) in zip(columns, widths) {
      let needed = column.distinct.map { SheetLayout.height(of: $0, width: width) }
      for (row, number) in column.numbers.enumerated() {
        heights[row] = max(heights[row], needed[Int(number)])
      }
    }
    self.heights = heights
  }
}
