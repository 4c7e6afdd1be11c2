import Campus

/// `evidence/kpi-NN.csv` (佐證清冊): one line for each counted row: the key, what the rules and the
/// breakdown looked at, the file and the line. Restricted: it names persons.
package enum EvidenceCSV {
  /// Hands the file to `sink` piece by piece, as it may be long.
  ///
  /// - Parameter pseudonyms: replaces what names a person; nil leaves it.
  package static func write(
    _ decisions: KPIDecisions, pseudonyms: Pseudonyms? = nil,
    to sink: ([UInt8]) throws -> Void
  ) throws {
    let shown = decisions.itemColumns + decisions.valueColumns
    var head = CSVText()
    head.row(shown.map(\.title) + ["file", "line"])
    var buffer = Array(head.text.utf8)
    var columns = shown.map {
      RenderedColumn($0.cells, pseudonyms: $0.personal ? pseudonyms : nil)
    }
    columns.append(RenderedColumn(decisions.files, pseudonyms: nil))
    for row in 0..<decisions.rowCount where decisions.verdicts[row] == KPIEvidence.counted {
      for index in columns.indices {
        columns[index].append(row, to: &buffer)
        buffer.append(UInt8(ascii: ","))
      }
      buffer.append(contentsOf: String(decisions.lines[row]).utf8)
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
  package static func bytes(_ decisions: KPIDecisions, pseudonyms: Pseudonyms? = nil) throws
    -> [UInt8]
  {
    var bytes: [UInt8] = []
    try write(decisions, pseudonyms: pseudonyms) { bytes += $0 }
    return bytes
  }
}

/// A column whose words are made ready for the file once each.
private struct RenderedColumn {
  private let cells: WordColumn
  private let pseudonyms: Pseudonyms?
  private var rendered: RenderedWords

  init(_ cells: WordColumn, pseudonyms: Pseudonyms?) {
    self.cells = cells
    self.pseudonyms = pseudonyms
    rendered = RenderedWords(count: cells.wordCount)
  }

  mutating func append(_ row: Int, to buffer: inout [UInt8]) {
    let number = cells.numbers[row]
    guard number != WordColumn.missing else { return }
    rendered.write(Int(number), to: &buffer) { [cells, pseudonyms] in
      let word = cells.word(number)
      $0.append(
        contentsOf: CSVText.cell(pseudonyms.map { $0.pseudonym(of: word) } ?? word).utf8)
    }
  }
}
