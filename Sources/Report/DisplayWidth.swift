/// How many columns a text takes on a terminal: two for the wide characters of East Asia.
package enum DisplayWidth {
  package static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
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
    // Most of what is asked about, without a look into the tables of Unicode.
    switch scalar.value {
    case 0x20...0x7E: return 1
    case 0x4E00...0x9FFF: return 2
    default: break
    }
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
