/// How an export's characters become bytes.
enum FileEncoding {
  case utf8, utf8WithMark, cp950, utf16le, utf16be

  /// The bytes before the first character.
  var mark: [UInt8] {
    switch self {
    case .utf8, .cp950: []
    case .utf8WithMark: [0xEF, 0xBB, 0xBF]
    case .utf16le: [0xFF, 0xFE]
    case .utf16be: [0xFE, 0xFF]
    }
  }

  /// Whether the file says its encoding, so that bad bytes in its footer change nothing.
  var isMarked: Bool { !mark.isEmpty }

  /// Appends UTF-8 text to a file's bytes. Throws on a character that CP950 does not have.
  func encode(_ text: borrowing ByteBuffer, into output: inout ByteBuffer, _ table: CP950Table)
    throws
  {
    if self == .utf8 || self == .utf8WithMark {
      return output.append(text.bytes)
    }
    var decoder = UTF8()
    var bytes = text.bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&bytes) {
      if self == .cp950 {
        guard let code = table.code(of: scalar) else {
          throw Stop.input("U+\(String(scalar.value, radix: 16)) is not in CP950")
        }
        if code > 0xFF { output.append(UInt8(code >> 8)) }
        output.append(UInt8(code & 0xFF))
        continue
      }
      for unit in UTF16.encode(scalar)! {
        let high = UInt8(unit >> 8)
        let low = UInt8(unit & 0xFF)
        output.append(self == .utf16be ? high : low)
        output.append(self == .utf16be ? low : high)
      }
    }
  }
}
