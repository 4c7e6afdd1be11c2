/// Texts as a cell of XLSX can hold them.
enum XLSXText {
  /// What a cell of Excel holds.
  private static let longestText = 32_767

  /// A text in pieces of which none can be read as another: `_x0041_` in one piece would be `A`, and
  /// not every reader undoes the escape that there is for it.
  static func pieces(_ text: String) -> [String] {
    let text = storable(text)
    guard text.utf8.contains(UInt8(ascii: "_")) else { return [text] }
    let scalars = Array(text.unicodeScalars)
    var pieces = [String.UnicodeScalarView()]
    for (index, scalar) in scalars.enumerated() {
      pieces[pieces.count - 1].append(scalar)
      if scalar == "_", isEscape(scalars, at: index) { pieces.append(String.UnicodeScalarView()) }
    }
    return pieces.map { String($0) }
  }

  /// A text that XML and Excel can hold: characters that XML forbids become U+FFFD, and what is too
  /// long ends with an ellipsis.
  static func storable(_ text: String) -> String {
    var previous: UInt8 = 0
    let isPlain = text.utf8.allSatisfy { byte in
      defer { previous = byte }
      return byte >= 0x20 && !(previous == 0xEF && byte == 0xBF)
    }
    if isPlain, text.utf8.count < longestText { return text }
    var output = String.UnicodeScalarView()
    let scalars = XMLText.withLineFeeds(text).unicodeScalars
    var units = 0
    for scalar in scalars {
      units += scalar.value > 0xFFFF ? 2 : 1
      if units >= longestText {
        output.append("…")
        break
      }
      output.append(XMLText.isAllowed(scalar) ? scalar : "\u{FFFD}")
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
