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
  /// The heights that rows may have, in points.
  let heights: [Double]
  /// For each row the number of its height.
  let heightNumbers: [Int32]

  static let none = SheetBody([], widths: [])

  /// Every row is as high as its cells need.
  init(_ columns: [Column], widths: [Double]) {
    self.columns = columns
    let needed = zip(columns, widths).map { column, width in
      column.distinct.map { SheetLayout.height(of: $0, width: width) }
    }
    let heights = Set(needed.joined()).sorted()
    // The number of a greater height is greater.
    let numbers = Dictionary(uniqueKeysWithValues: zip(heights, Int32(0)...))
    var ofRows = [Int32](repeating: 0, count: columns.first?.numbers.count ?? 0)
    for (column, needed) in zip(columns, needed) {
      let ofCells = needed.map { numbers[$0] ?? 0 }
      for (row, number) in column.numbers.enumerated() {
        ofRows[row] = max(ofRows[row], ofCells[Int(number)])
      }
    }
    self.heights = heights
    heightNumbers = ofRows
  }

  var rowCount: Int { heightNumbers.count }
}
