import Campus

/// The cells of a batch while its bytes are at hand.
struct RecordRows {
  let columns: [Int]
  fileprivate let bytes: Cell
  fileprivate let ends: UnsafeBufferPointer<Int>

  /// The cell of a row at a position of the batch's columns.
  subscript(row: Int, position: Int) -> Cell {
    let index = row * columns.count + position
    return Cell(rebasing: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]])
  }
}

extension RecordBatch {
  /// Hands the cells to a function.
  func withRows<Result>(_ body: (RecordRows) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      cellEnds.withUnsafeBufferPointer { ends in
        body(RecordRows(columns: columns, bytes: bytes, ends: ends))
      }
    }
  }

  /// Adds a row of another batch with the same columns, some of its cells replaced.
  mutating func append(_ rows: RecordRows, _ row: Int, with cells: [Int: String], line: Int) {
    for position in columns.indices {
      if let text = cells[position] {
        bytes.append(contentsOf: text.utf8)
      } else {
        bytes.append(contentsOf: rows[row, position])
      }
      cellEnds.append(bytes.count)
    }
    lines.append(line)
  }
}
