import Campus

/// The counted rows of a KPI as texts for the evidence: what each counts for, its parts joined by
/// `|`, and a JSON object of the columns that the rules looked at, where a missing value is null.
struct EvidenceText {
  private static let blockLength = 1024

  private let rows: [Int32]
  private var keys = PieceChain()
  private var objects = PieceChain()

  init(_ decisions: KPIDecisions) {
    rows = decisions.verdicts.indices.lazy.filter {
      decisions.verdicts[$0] == KPIEvidence.counted
    }.map { Int32($0) }
    for (index, column) in decisions.itemColumns.enumerated() {
      keys.add(column.cells) { cell, piece in
        if index > 0 { piece.append(UInt8(ascii: "|")) }
        if let cell { piece += cell }
      }
    }
    let values = decisions.valueColumns
    for (index, column) in values.enumerated() {
      let name = EvidenceText.quoted(Array(column.title.utf8)[...])
      objects.add(column.cells) { cell, piece in
        piece.append(index == 0 ? UInt8(ascii: "{") : UInt8(ascii: ","))
        piece += name
        piece.append(UInt8(ascii: ":"))
        piece += cell.map(EvidenceText.quoted) ?? Array("null".utf8)
        if index == values.count - 1 { piece.append(UInt8(ascii: "}")) }
      }
    }
    if values.isEmpty {
      objects.add(WordColumn(words: [], numbers: decisions.lines.map { _ in WordColumn.missing })) {
        $1 += Array("{}".utf8)
      }
    }
  }

  /// Hands over each counted row with its key and its object, whose bytes live no longer.
  func forEachRow(
    _ body: (
      _ row: Int, _ key: UnsafeBufferPointer<UInt8>, _ object: UnsafeBufferPointer<UInt8>
    ) throws -> Void
  ) rethrows {
    for start in stride(from: 0, to: rows.count, by: EvidenceText.blockLength) {
      let block = rows[start..<min(start + EvidenceText.blockLength, rows.count)]
      try keys.text(of: block).withTexts { keys in
        try objects.text(of: block).withTexts { objects in
          for (offset, row) in block.enumerated() {
            try body(Int(row), keys(offset), objects(offset))
          }
        }
      }
    }
  }

  private static func quoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var output = [UInt8(ascii: "\"")]
    for byte in text {
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
