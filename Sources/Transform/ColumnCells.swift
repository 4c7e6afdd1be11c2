import Campus

/// The cells of one column of a batch.
struct ColumnCells {
  private let bytes: Cell
  private let ends: UnsafeBufferPointer<Int>
  private let width: Int
  private let position: Int
  let count: Int

  /// The column at a position of the batch's records, whose bytes and ends are given.
  init(bytes: Cell, ends: UnsafeBufferPointer<Int>, width: Int, position: Int, count: Int) {
    self.bytes = bytes
    self.ends = ends
    self.width = width
    self.position = position
    self.count = count
  }

  /// The cells of a column that the file lacks: all of them are empty.
  init(emptyCells count: Int) {
    self.init(
      bytes: Cell(start: nil, count: 0), ends: UnsafeBufferPointer(start: nil, count: 0), width: 0,
      position: -1, count: count)
  }

  @inline(__always)
  subscript(row: Int) -> Cell {
    let range = range(row)
    return Cell(rebasing: bytes[range])
  }

  /// Where a cell lies in the bytes of the batch.
  @inline(__always)
  func range(_ row: Int) -> Range<Int> {
    if position < 0 { return 0..<0 }
    let index = row * width + position
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }
}
