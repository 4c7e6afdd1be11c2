/// Some hundred records of one file as Extract read them: the contract's cells as UTF-8 bytes, one
/// after another, blanks around them still there.
package struct RecordBatch: Sendable {
  /// Which of the source's files, in reading order.
  package var fileIndex: Int
  /// For each cell of a record, the index of its column in the contract.
  package var columns: [Int]
  package var bytes: [UInt8] = []
  /// The end of each cell in `bytes`, record by record; a cell begins where the one before ends.
  package var cellEnds: [Int] = []
  /// The physical line on which each record begins, from 1.
  package var lines: [Int] = []
  /// What was found about single rows up to here, by line: rows that were rejected among them.
  package var findings: [Finding] = []

  package init(fileIndex: Int, columns: [Int]) {
    self.fileIndex = fileIndex
    self.columns = columns
  }

  package var recordCount: Int { lines.count }

  /// Forgets the records and keeps the storage.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    cellEnds.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    findings.removeAll()
  }
}
