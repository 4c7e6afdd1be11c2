/// How many columns a text takes on a terminal: two for the wide characters of East Asia.
package enum DisplayWidth {
  package static func of(_ text: String) -> Int { text.withBytes(of) }

  static func of(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var total = 0
    var position = 0
    while position < text.count {
      switch text[position] {
      // Most of what is asked about, without a look into the tables of Unicode: Latin letters and
      // digits, and the Chinese characters from U+5000 to U+8FFF.
      case 0x20...0x7E:
        total += 1
        position += 1
      case 0xE5...0xE8:
        total += 2
        position += 3
      default:
        let (scalar, length) = EscapedText.scalar(at: position, in: text)
        total += width(scalar)
        position += length
      }
    }
    return total
  }

  /// The text with blanks up to a width.
  package static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - of(text)))
    return right ? blanks + text : text + blanks
  }

  /// The text cut to a width, with an ellipsis where something is left out.
  package static func shortened(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var short = ""
    for character in text {
      if of(short) + of(String(character)) >= width { break }
      short.append(character)
    }
    return short + "…"
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    if case 0x4E00...0x9FFF = scalar.value { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
