import Campus

/// The cells of one column of a batch.
struct ColumnCells {
  private let bytes: UnsafePointer<UInt8>
  /// Behind the last byte of the batch.
  private let end: UnsafePointer<UInt8>
  /// Where the first cell begins, and next to it where it ends.
  private let bounds: UnsafePointer<UInt32>
  /// How many bounds further those of the next cell stand.
  private let step: Int
  let count: Int

  /// - Parameter bytes: those of the batch; they have an address, if there are none too.
  init(_ bytes: Cell, bounds: UnsafePointer<UInt32>, step: Int, count: Int) {
    guard let base = bytes.baseAddress else { preconditionFailure("bytes without an address") }
    self.bytes = base
    end = base + bytes.count
    self.bounds = bounds
    self.step = step
    self.count = count
  }

  @inline(__always)
  subscript(row: Int) -> Cell {
    let place = bounds + row &* step
    let start = Int(place[0])
    return Cell(start: bytes + start, count: Int(place[1]) &- start)
  }

  /// How many bytes may be read from a cell's first on: its own and those of the batch behind it.
  @inline(__always)
  func readable(_ cell: Cell) -> Int { cell.baseAddress.map { end - $0 } ?? 0 }

  /// Where a part of a cell begins in the bytes of the batch.
  @inline(__always)
  func offset(of part: Cell) -> Int { part.baseAddress.map { $0 - bytes } ?? 0 }
}
