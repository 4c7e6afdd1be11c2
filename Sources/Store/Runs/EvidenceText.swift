import Campus

/// The key and the columns of a row as bytes for the evidence: each distinct word is quoted once.
struct EvidenceText {
  private struct Value {
    /// `"nationality":`.
    let name: [UInt8]
    let cells: WordColumn
    /// `"JP"` for each word that a counted row has.
    var words: RenderedWords
  }

  private static let null = Array("null".utf8)

  private let items: [WordColumn]
  private var values: [Value]

  init(_ decisions: KPIDecisions) {
    items = decisions.itemColumns.map(\.cells)
    values = decisions.valueColumns.map { column in
      Value(
        name: EvidenceText.quoted(column.title) + [UInt8(ascii: ":")], cells: column.cells,
        words: RenderedWords(count: column.cells.wordCount))
    }
  }

  /// What the row counts for, its parts joined by `|`.
  func appendKey(of row: Int, to text: inout [UInt8]) {
    for (index, item) in items.enumerated() {
      if index > 0 { text.append(UInt8(ascii: "|")) }
      let number = item.numbers[row]
      if number != WordColumn.missing {
        text.append(contentsOf: item.bytes[item.range(ofWord: number)])
      }
    }
  }

  /// A JSON object of the columns by name; a missing value is null.
  mutating func appendColumns(of row: Int, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "{"))
    for index in values.indices {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      text.append(contentsOf: values[index].name)
      let number = values[index].cells.numbers[row]
      if number == WordColumn.missing {
        text.append(contentsOf: EvidenceText.null)
      } else {
        if !values[index].words.isReady(Int(number)) {
          let quoted = EvidenceText.quoted(values[index].cells.word(number))
          values[index].words.prepare(Int(number)) { $0 += quoted }
        }
        values[index].words.write(Int(number), to: &text)
      }
    }
    text.append(UInt8(ascii: "}"))
  }

  private static func quoted(_ text: String) -> [UInt8] {
    var output = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        output += Array(
          ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8)
      default: output.append(byte)
      }
    }
    return output + [UInt8(ascii: "\"")]
  }
}
