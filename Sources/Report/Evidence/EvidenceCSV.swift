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
    var csv = CSVText()
    csv.row(shown.map(\.title) + ["file", "line"])
    var columns = shown.map {
      RenderedColumn($0.cells, pseudonyms: $0.personal ? pseudonyms : nil)
    }
    columns.append(RenderedColumn(decisions.files, pseudonyms: nil))
    for row in 0..<decisions.rowCount where decisions.verdicts[row] == KPIEvidence.counted {
      csv.rows { bytes in
        for index in columns.indices { columns[index].append(row, to: &bytes) }
        bytes += String(decisions.lines[row]).utf8
        bytes += CSVText.rowEnd
      }
      try csv.handOver(to: sink)
    }
    try sink(csv.bytes)
  }
}

/// A column whose words are made ready for the file once each, with the comma behind; the first of
/// them is that of a row without a value.
private struct RenderedColumn {
  private let cells: WordColumn
  private let pseudonyms: Pseudonyms?
  private var rendered: RenderedWords

  init(_ cells: WordColumn, pseudonyms: Pseudonyms?) {
    self.cells = cells
    self.pseudonyms = pseudonyms
    rendered = RenderedWords(count: cells.wordCount + 1)
  }

  @inline(__always)
  mutating func append(_ row: Int, to output: inout [UInt8]) {
    let number = cells.numbers[row]
    rendered.write(Int(number) + 1, to: &output) { [cells, pseudonyms] output in
      if number != WordColumn.missing {
        RenderedColumn.append(number, of: cells, pseudonyms, to: &output)
      }
      output += CSVText.comma
    }
  }

  private static func append(
    _ number: Int32, of cells: WordColumn, _ pseudonyms: Pseudonyms?, to output: inout [UInt8]
  ) {
    if let pseudonyms {
      CSVText.append(pseudonyms.pseudonym(of: cells.word(number)), to: &output)
    } else {
      cells.bytes.withUnsafeBufferPointer {
        CSVText.append(UnsafeBufferPointer(rebasing: $0[cells.range(ofWord: number)]), to: &output)
      }
    }
  }
}
