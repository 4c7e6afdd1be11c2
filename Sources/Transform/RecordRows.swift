import Campus

/// The cells of a batch while its storage is at hand.
struct RecordRows {
  let columns: [Int]
  /// The bytes of all cells.
  let bytes: Cell
  /// Where each cell begins, and after the last where it ends.
  let bounds: UnsafePointer<UInt32>
  /// The bounds of a cell without bytes.
  fileprivate let noBounds: UnsafePointer<UInt32>
  let count: Int

  /// The cell of a row at a position of the batch's columns.
  subscript(row: Int, position: Int) -> Cell { cells(at: position)[row] }

  /// The cells of the column at a position of the batch's columns.
  func cells(at position: Int) -> ColumnCells {
    ColumnCells(bytes, bounds: bounds + position, step: columns.count, count: count)
  }

  /// The cells of a column that the batch's file lacks: all of them are empty.
  var emptyCells: ColumnCells { ColumnCells(bytes, bounds: noBounds, step: 0, count: count) }
}

extension RecordBatch {
  /// Hands the cells to a function.
  func withRows<Result>(_ body: (RecordRows) -> Result) -> Result {
    // An array without elements need not have an address.
    let storage = bytes.isEmpty ? [0] : bytes
    let nothing: [UInt32] = [0, 0]
    return storage.withUnsafeBufferPointer { storage in
      bounds.withUnsafeBufferPointer { bounds in
        nothing.withUnsafeBufferPointer { nothing in
          guard let bounds = bounds.baseAddress, let nothing = nothing.baseAddress else {
            preconditionFailure("an array with elements has an address")
          }
          return body(
            RecordRows(
              columns: columns, bytes: Cell(rebasing: storage.prefix(bytes.count)),
              bounds: bounds, noBounds: nothing, count: recordCount))
        }
      }
    }
  }
}
