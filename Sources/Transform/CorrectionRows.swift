import Campus

extension RecordBatch {
  /// Adds a row of another batch with the same columns, some of its cells replaced.
  mutating func append(_ rows: RecordRows, _ row: Int, with cells: [Int: String], line: Int) {
    for position in columns.indices {
      if let text = cells[position] {
        bytes.append(contentsOf: text.utf8)
      } else {
        bytes.append(contentsOf: rows[row, position])
      }
      endCell()
    }
    lines.append(line)
  }
}
