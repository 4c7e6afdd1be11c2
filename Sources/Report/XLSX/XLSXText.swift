/// Texts as a cell of XLSX can hold them.
enum XLSXText {
  /// What a cell of Excel holds.
  private static let longestText = 32_767

  /// A text that XML and Excel can hold: `_x0041_` in a text would be read as `A`, characters that
  /// XML forbids become U+FFFD, and what is too long ends with an ellipsis.
  static func storable(_ text: String) -> String {
    var previous: UInt8 = 0
    let isPlain = text.utf8.allSatisfy { byte in
      defer { previous = byte }
      return byte >= 0x20 && byte != 0x5F && !(previous == 0xEF && byte == 0xBF)
    }
    if isPlain, text.utf8.count < longestText { return text }
    var output = String.UnicodeScalarView()
    let scalars = Array(XMLText.withLineFeeds(text).unicodeScalars)
    var units = 0
    for (index, scalar) in scalars.enumerated() {
      units += scalar.value > 0xFFFF ? 2 : 1
      if units >= longestText {
        output.append("…")
        break
      }
      if scalar == "_", isEscape(scalars, at: index) {
        output.append(contentsOf: "_x005F_".unicodeScalars)
        units += 6
      } else {
        output.append(XMLText.isAllowed(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return String(output)
  }

  private static func isEscape(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard index + 6 < scalars.count, scalars[index + 1] == "x", scalars[index + 6] == "_" else {
      return false
    }
    return scalars[(index + 2)..<(index + 6)].allSatisfy(\.properties.isASCIIHexDigit)
  }
}
