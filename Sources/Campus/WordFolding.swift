import CUtf8proc
import Glibc

/// How words are made comparable: the one door to libutf8proc.
///
/// Codes and header cells are matched after NFKC, removal of all white space, case folding and
/// 台 to 臺 (sources.md, sections 1 and 2).
package enum WordFolding {
  /// The key under which a word of a list or a header is found.
  package static func key(_ text: String) -> String {
    var copy = text
    switch copy.withUTF8(folding) {
    case .none: return copy
    case .plain: return copy.withUTF8(plainKey)
    case .unicode: return unicodeKey(copy)
    }
  }

  /// What is left to fold of a word.
  private enum Folding {
    case none
    /// White space, capitals and 台 in a word of ASCII and the common Chinese characters.
    case plain
    case unicode
  }

  /// Nearly all words are of ASCII and the common Chinese characters, and most of them are their own
  /// keys.
  private static func folding(_ bytes: UnsafeBufferPointer<UInt8>) -> Folding {
    var folding = Folding.none
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if (65...90).contains(byte) || isWhiteSpace(byte) { folding = .plain }
        index += 1
      } else {
        guard isCommonChinese(bytes, at: index) else { return .unicode }
        if byte == tai.0, bytes[index + 1] == tai.1, bytes[index + 2] == tai.2 { folding = .plain }
        index += 3
      }
    }
    return folding
  }

  /// Whether a text is of ASCII and the common Chinese characters alone: none of them joins another.
  package static func isPlain(_ text: String) -> Bool {
    var copy = text
    return copy.withUTF8 { folding($0) != .unicode }
  }

  /// 台
  private static let tai: (UInt8, UInt8, UInt8) = (0xE5, 0x8F, 0xB0)

  private static func plainKey(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { key in
      var count = 0
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          index += 1
          if isWhiteSpace(byte) { continue }
          key[count] = (65...90).contains(byte) ? byte + 32 : byte
          count += 1
        } else {
          let letter = (byte, bytes[index + 1], bytes[index + 2])
          (key[count], key[count + 1], key[count + 2]) =
            letter == tai ? (0xE8, 0x87, 0xBA) : letter
          index += 3
          count += 3
        }
      }
      return count
    }
  }

  /// Whether a character of three bytes is one of U+4E00 to U+9FFF, which are their own normal form
  /// and have no case.
  @inline(__always)
  private static func isCommonChinese(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch bytes[index] {
    case 0xE4: bytes[index + 1] >= 0xB8
    case 0xE5...0xE9: true
    default: false
    }
  }

  /// The same for any word.
  static func unicodeKey(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    let folded = normalised(text, options: UTF8PROC_CASEFOLD).unicodeScalars
    for scalar in folded where !isWhiteSpace(scalar) {
      scalars.append(scalar == "台" ? "臺" : scalar)
    }
    // What stood apart may be one character now, and the same words have the same bytes.
    return scalars.count == folded.count ? String(scalars) : compatible(String(scalars))
  }

  /// NFKC (Unicode normalisation form KC).
  package static func compatible(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return String(text) }
    return normalised(String(text), options: utf8proc_option_t(0))
  }

  /// What Unicode calls white space, and U+FEFF.
  package static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Nearly every character is one of these, and asking for its properties takes far longer.
    case 0..<0x80: isWhiteSpace(UInt8(scalar.value))
    case 0x3001...: scalar.value == 0xFEFF
    default: scalar.properties.isWhitespace
    }
  }

  package static func trimmed(_ text: Substring) -> String { trimmed(String(text)) }

  @inline(__always)
  private static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// The text without white space at its ends.
  package static func trimmed(_ text: String) -> String {
    var copy = text
    if copy.withUTF8(hasPlainEnds) { return copy }
    let scalars = copy.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isWhiteSpace($0) }),
      let last = scalars.lastIndex(where: { !isWhiteSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Whether a text begins and ends with a visible character of ASCII or with one of those whose
  /// first byte is 0xE4 to 0xE9, among which there is no white space.
  private static func hasPlainEnds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return true }
    guard (0x21...0x7F).contains(first) || (0xE4...0xE9).contains(first) else { return false }
    return (0x21...0x7F).contains(last)
      || bytes.count >= 3 && (0xE4...0xE9).contains(bytes[bytes.count - 3])
  }

  /// Whether a value stands for none: empty, `-`, `－`, `—` or `NULL`, after trimming.
  package static func isMissing(_ trimmedText: some StringProtocol) -> Bool {
    switch trimmedText {
    case "", "-", "－", "—", "NULL": true
    default: false
    }
  }

  private static func normalised(_ text: String, options: utf8proc_option_t) -> String {
    var copy = text
    return copy.withUTF8 { bytes -> String in
      var output: UnsafeMutablePointer<UInt8>?
      let flags = UTF8PROC_STABLE.rawValue | UTF8PROC_COMPAT.rawValue | UTF8PROC_COMPOSE.rawValue
      let length = utf8proc_map(
        bytes.baseAddress, bytes.count, &output, utf8proc_option_t(flags | options.rawValue))
      defer { free(output) }
      // utf8proc refuses only what is not Unicode, and a String always is; an empty one has no base.
      guard length > 0, let output else { return "" }
      return String(decoding: UnsafeBufferPointer(start: output, count: length), as: UTF8.self)
    }
  }
}
