import Campus

/// The counted rows of a KPI as texts for the evidence, some of one file at a time: a JSON array of
/// rows, each `[key, {column: value, …}, line]`. The key is what the row counts for, its parts joined
/// by `|`; the columns are those that the rules looked at, where a missing value is null.
struct EvidenceText {
  /// Some counted rows of one file.
  struct Block {
    /// The position of the first among the counted rows of the KPI.
    let first: Int
    let rowCount: Int
    let file: String
    /// Lives as long as the block is looked at.
    let text: UnsafeBufferPointer<UInt8>
  }

  private static let mostRows = 1024
  private static let mostBytes = 1 << 20

  private let decisions: KPIDecisions
  private let rows: [Int32]
  private var keys = PieceChain()
  private var objects = PieceChain()

  init(_ decisions: KPIDecisions) {
    self.decisions = decisions
    rows = decisions.verdicts.indices.lazy.filter {
      decisions.verdicts[$0] == KPIEvidence.counted
    }.map { Int32($0) }
    for (index, column) in decisions.itemColumns.enumerated() {
      keys.add(column.cells, rows: rows) { cell, piece in
        if index > 0 { piece.append(UInt8(ascii: "|")) }
        if let cell { EvidenceText.append(cell, to: &piece) }
      }
    }
    for (index, column) in decisions.valueColumns.enumerated() {
      objects.add(column.cells, rows: rows) { cell, piece in
        if index > 0 { piece.append(UInt8(ascii: ",")) }
        EvidenceText.appendQuoted(Array(column.title.utf8)[...], to: &piece)
        piece.append(UInt8(ascii: ":"))
        if let cell {
          EvidenceText.appendQuoted(cell, to: &piece)
        } else {
          piece += Array("null".utf8)
        }
      }
    }
  }

  /// Hands over the counted rows, block by block in their order.
  func forEachBlock(_ body: (Block) throws -> Void) rethrows {
    // A cell may have a mebibyte, and a thousand of them are more than the database takes.
    let longest = keys.longestText + objects.longestText + 1
    let size = min(max(1, EvidenceText.mostBytes / longest), EvidenceText.mostRows)
    var start = 0
    var text: [UInt8] = []
    while start < rows.count {
      let file = decisions.files.numbers[Int(rows[start])]
      let next = rows[start..<min(start + size, rows.count)]
      let block = next.prefix { decisions.files.numbers[Int($0)] == file }
      text.removeAll(keepingCapacity: true)
      write(block, to: &text)
      try text.withUnsafeBufferPointer {
        try body(
          Block(
            first: start, rowCount: block.count,
            file: decisions.files.text(Int(rows[start])) ?? "", text: $0))
      }
      start = block.endIndex
    }
  }

  private func write(_ block: ArraySlice<Int32>, to text: inout [UInt8]) {
    keys.text(of: block).withTexts { keys in
      objects.text(of: block).withTexts { objects in
        for (offset, row) in block.enumerated() {
          text += offset == 0 ? "[[\"".utf8 : ",[\"".utf8
          text.append(contentsOf: keys(offset))
          text += "\",{".utf8
          text.append(contentsOf: objects(offset))
          text += "},".utf8
          text += String(decisions.lines[Int(row)]).utf8
          text.append(UInt8(ascii: "]"))
        }
      }
    }
    text.append(UInt8(ascii: "]"))
  }

  private static func appendQuoted(_ cell: ArraySlice<UInt8>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    append(cell, to: &output)
    output.append(UInt8(ascii: "\""))
  }

  /// The characters of a JSON string.
  private static func append(_ cell: ArraySlice<UInt8>, to output: inout [UInt8]) {
    guard cell.contains(where: mustBeEscaped) else {
      output += cell
      return
    }
    for byte in cell {
      if byte < 0x20 {
        let digits = String(byte, radix: 16)
        output += ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8
      } else if mustBeEscaped(byte) {
        output += [UInt8(ascii: "\\"), byte]
      } else {
        output.append(byte)
      }
    }
  }

  private static func mustBeEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }
}
