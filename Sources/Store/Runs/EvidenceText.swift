import Campus

/// The key and the columns of a row as bytes for the evidence: each distinct word is quoted once.
struct EvidenceText {
  private struct Value {
    /// `"nationality":`.
    let name: [UInt8]
    let cells: WordColumn
    /// For each word of the column `"JP"`.
    let words: [[UInt8]]
  }

  private static let null = Array("null".utf8)

  private let items: [WordColumn]
  private let values: [Value]

  init(_ decisions: KPIDecisions) {
    items = decisions.itemColumns.map(\.cells)
    values = decisions.valueColumns.map { column in
      Value(
        name: EvidenceText.quoted(column.title) + [UInt8(ascii: ":")], cells: column.cells,
        words: (0..<Int32(column.cells.wordCount)).map {
          EvidenceText.quoted(column.cells.word($0))
        })
    }
  }

  /// What the row counts for, its parts joined by `|`.
  func replaceWithKey(of row: Int, _ text: inout [UInt8]) {
    text.removeAll(keepingCapacity: true)
    for (index, item) in items.enumerated() {
      if index > 0 { text.append(UInt8(ascii: "|")) }
      let number = item.numbers[row]
      if number != WordColumn.missing {
        text.append(contentsOf: item.bytes[item.range(ofWord: number)])
      }
    }
  }

  /// A JSON object of the columns by name; a missing value is null.
  func replaceWithColumns(of row: Int, _ text: inout [UInt8]) {
    text.removeAll(keepingCapacity: true)
    text.append(UInt8(ascii: "{"))
    for (index, value) in values.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      text.append(contentsOf: value.name)
      let number = value.cells.numbers[row]
      text.append(
        contentsOf: number == WordColumn.missing ? EvidenceText.null : value.words[Int(number)])
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
