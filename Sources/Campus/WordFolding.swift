import CUtf8proc
import Glibc

/// How words are made comparable: the one door to libutf8proc.
///
/// Codes and header cells are matched after NFKC, removal of all white space, case folding and
/// 台 to 臺 (sources.md, sections 1 and 2).
package enum WordFolding {
  /// The key under which a word of a list or a header is found.
  package static func key(_ text: some StringProtocol) -> String {
    var copy = String(text)
    return copy.withUTF8(plainKey) ?? unicodeKey(copy)
  }

  /// The key of a word of ASCII and the common Chinese characters, which nearly all are: nothing is
  /// left to fold but white space, capitals and 台. Nil for any other word.
  private static func plainKey(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
      } else {
        guard isCommonChinese(bytes, at: index) else { return nil }
        index += 3
      }
    }
    let tai: (UInt8, UInt8, UInt8) = (0xE5, 0x8F, 0xB0)
    return String(unsafeUninitializedCapacity: bytes.count) { key in
      var count = 0
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          index += 1
          if byte == 0x20 || (0x09...0x0D).contains(byte) { continue }
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
    for scalar in normalised(text, options: UTF8PROC_CASEFOLD).unicodeScalars
    where !isWhiteSpace(scalar) {
      scalars.append(scalar == "台" ? "臺" : scalar)
    }
    return String(scalars)
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
    case 0..<0x80: scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value)
    case 0x3001...: scalar.value == 0xFEFF
    default: scalar.properties.isWhitespace
    }
  }

  /// The text without white space at its ends.
  package static func trimmed(_ text: some StringProtocol) -> String {
    let scalars = Substring(text).unicodeScalars
    guard let first = scalars.firstIndex(where: { !isWhiteSpace($0) }),
      let last = scalars.lastIndex(where: { !isWhiteSpace($0) })
    else { return "" }
    return String(scalars[first...last])
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
