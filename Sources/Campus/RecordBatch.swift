/// Some hundred records of one file as Extract read them: the contract's cells as UTF-8 bytes, one
/// after another, blanks around them still there.
package struct RecordBatch: Sendable {
  /// Which of the source's files, in reading order.
  package var fileIndex: Int
  /// For each cell of a record, the index of its column in the contract.
  package var columns: [Int]
  package var bytes: [UInt8] = []
  /// Where each cell begins in `bytes`, record by record, and after the last where it ends.
  package private(set) var bounds: [UInt32] = [0]
  /// The physical line on which each record begins, from 1.
  package var lines: [Int] = []
  /// How many rows the file has behind its first part, which this batch is not of, as far as one can
  /// tell; 0 if nobody can.
  package var expectedRows = 0
  /// What was found about single rows up to here, by line: rows that were rejected among them.
  package var findings: [Finding] = []

  package init(fileIndex: Int, columns: [Int]) {
    self.fileIndex = fileIndex
    self.columns = columns
  }

  package var recordCount: Int { lines.count }

  /// The bytes of a cell, counted from the first of the first record.
  package func cell(_ index: Int) -> ArraySlice<UInt8> {
    bytes[Int(bounds[index])..<Int(bounds[index + 1])]
  }

  /// Ends a cell whose bytes were added.
  package mutating func endCell() {
    bounds.append(UInt32(bytes.count))
  }

  /// Adds cells: their bytes, and where each ends among these.
  package mutating func append(
    _ cells: UnsafeBufferPointer<UInt8>, ends: UnsafeBufferPointer<UInt32>
  ) {
    let before = UInt32(bytes.count)
    bytes.append(contentsOf: cells)
    if before == 0 {
      bounds.append(contentsOf: ends)
    } else {
      bounds.append(contentsOf: ends.lazy.map { before + $0 })
    }
  }

  /// Forgets the records and keeps the storage.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    bounds.removeLast(bounds.count - 1)
    lines.removeAll(keepingCapacity: true)
    findings.removeAll()
  }
}
