import Campus
import Store

/// Rows in the text format of PostgreSQL's COPY: tabs between values, `\N` for NULL, and just the
/// escapes that the server writes itself, so that its lines and ours can be compared as bytes.
enum CopyText {
  static func append(_ row: CopiedRow, to line: inout [UInt8]) throws {
    for column in 0..<row.columnCount {
      if column > 0 { line.append(UInt8(ascii: "\t")) }
      try row.withText(of: column) { text in
        guard let text else {
          line += [UInt8(ascii: "\\"), UInt8(ascii: "N")]
          return
        }
        for byte in text { try append(byte, to: &line) }
      }
    }
    line.append(UInt8(ascii: "\n"))
  }

  private static func append(_ byte: UInt8, to line: inout [UInt8]) throws {
    let letter: UInt8
    switch byte {
    case 0:
      throw Failure(.readOrWriteFailed, "PostgreSQL cannot hold a text with a null character")
    case 0x08: letter = UInt8(ascii: "b")
    case 0x09: letter = UInt8(ascii: "t")
    case 0x0A: letter = UInt8(ascii: "n")
    case 0x0B: letter = UInt8(ascii: "v")
    case 0x0C: letter = UInt8(ascii: "f")
    case 0x0D: letter = UInt8(ascii: "r")
    case UInt8(ascii: "\\"): letter = byte
    default:
      line.append(byte)
      return
    }
    line += [UInt8(ascii: "\\"), letter]
  }
}
