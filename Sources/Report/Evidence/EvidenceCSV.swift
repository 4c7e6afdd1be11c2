import Campus

/// `evidence/kpi-NN.csv` (佐證清冊): one line for each counted row. Restricted: it names persons.
package enum EvidenceCSV {
  /// Hands the file to `sink` piece by piece, as it may be long.
  ///
  /// - Parameter pseudonyms: replaces what names a person; nil leaves it.
  package static func write(
    _ rows: EvidenceRows, pseudonyms: Pseudonyms? = nil,
    to sink: ([UInt8]) throws -> Void
  ) throws {
    var head = CSVText()
    head.row(rows.columns.map(\.title) + ["line"])
    var buffer = Array(head.text.utf8)
    var columns = rows.columns.map {
      RenderedColumn($0, pseudonyms: $0.personal ? pseudonyms : nil)
    }
    for (row, line) in rows.lines.enumerated() {
      for index in columns.indices {
        columns[index].append(row, to: &buffer)
        buffer.append(UInt8(ascii: ","))
      }
      buffer.append(contentsOf: String(line).utf8)
      buffer.append(13)
      buffer.append(10)
      if buffer.count > 1 << 20 {
        try sink(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    try sink(buffer)
  }

  /// The whole file at once.
  package static func bytes(_ rows: EvidenceRows, pseudonyms: Pseudonyms? = nil) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try write(rows, pseudonyms: pseudonyms) { bytes += $0 }
    return bytes
  }
}

/// A column whose words are made ready for the file once each.
private struct RenderedColumn {
  private let column: EvidenceRows.Column
  private let pseudonyms: Pseudonyms?
  private var rendered: [[UInt8]?]

  init(_ column: EvidenceRows.Column, pseudonyms: Pseudonyms?) {
    self.column = column
    self.pseudonyms = pseudonyms
    rendered = Array(repeating: nil, count: column.words.count)
  }

  mutating func append(_ row: Int, to buffer: inout [UInt8]) {
    let number = Int(column.numbers[row])
    guard number >= 0 else { return }
    if let bytes = rendered[number] {
      buffer.append(contentsOf: bytes)
      return
    }
    let word = column.words[number]
    let bytes = Array(CSVText.cell(pseudonyms.map { $0.pseudonym(of: word) } ?? word).utf8)
    rendered[number] = bytes
    buffer.append(contentsOf: bytes)
  }
}
