/// XML text and attributes.
enum XMLText {
  /// The characters of XML 1.0.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// For text and for attributes in double quotes; what XML forbids becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var output: [UInt8] = []
    text.withBytes { append($0, to: &output) }
    return String(decoding: output, as: UTF8.self)
  }

  /// The same onto the end of a document.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to document: inout [UInt8]) {
    EscapedText.append(text, to: &document, isHarmless: isHarmless) { scalar, document in
      switch scalar {
      case "&": document += "&amp;".utf8
      case "<": document += "&lt;".utf8
      case ">": document += "&gt;".utf8
      case "\"": document += "&quot;".utf8
      default:
        guard !isAllowed(scalar) else { return false }
        document += "\u{FFFD}".utf8
      }
      return true
    }
  }

  /// Whether a character that begins with a byte stands for itself. Some of those that begin as
  /// U+FFFE does cannot be in XML.
  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x26, 0x3C, 0x3E, 0x22, 0..<0x20, 0xEF: false
    default: true
    }
  }

  /// Line ends as LF, which is what XML makes of them anyway.
  static func withLineFeeds(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
    var output = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        output.append("\n")
      } else if scalar != "\n" || !afterReturn {
        output.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    return String(output)
  }
}
