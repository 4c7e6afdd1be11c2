/// HTML as it is written: names of elements and attributes are the program's own (`StaticString`),
/// everything else is escaped.
struct HTMLText {
  typealias Attributes = KeyValuePairs<StaticString, String>

  private var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// An element with what the closure writes between its tags.
  mutating func element(
    _ name: StaticString, _ attributes: Attributes, _ content: (inout HTMLText) -> Void
  ) {
    open(name, attributes)
    content(&self)
    close(name)
    add("\n")
  }

  /// An element without attributes.
  mutating func element(_ name: StaticString, _ content: (inout HTMLText) -> Void) {
    element(name, [:], content)
  }

  /// An element with a text.
  mutating func element(_ name: StaticString, _ attributes: Attributes, _ words: String) {
    open(name, attributes)
    self.words(words)
    close(name)
  }

  /// An element with a text and without attributes.
  mutating func element(_ name: StaticString, _ words: String) { element(name, [:], words) }

  /// An element without content, such as `meta`.
  mutating func empty(_ name: StaticString, _ attributes: Attributes) {
    open(name, attributes)
    add("\n")
  }

  /// A shape of an SVG drawing.
  mutating func shape(_ name: StaticString, _ attributes: Attributes) {
    open(name, attributes)
    close(name)
  }

  /// A text that an HTML parser reads back as text, between tags or in a quoted attribute. Characters
  /// that a page cannot hold become U+FFFD.
  mutating func words(_ words: String) {
    words.withBytes {
      EscapedText.append($0, to: &bytes, isHarmless: HTMLText.isHarmless, escape: HTMLText.escape)
    }
  }

  /// Words in which `backticks` mark code.
  mutating func prose(_ words: String) {
    for (index, part) in words.split(separator: "`", omittingEmptySubsequences: false).enumerated()
    {
      if index % 2 == 1 { element("code", String(part)) } else { self.words(String(part)) }
    }
  }

  /// The style sheet, which must not be escaped; it is the program's own.
  mutating func style(_ sheet: StaticString) {
    add("<style>")
    add(sheet)
    add("</style>\n")
  }

  mutating func doctype() { add("<!DOCTYPE html>\n") }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    add("<")
    add(name)
    for (attribute, value) in attributes {
      add(" ")
      add(attribute)
      add("=\"")
      words(value)
      add("\"")
    }
    add(">")
  }

  private mutating func close(_ name: StaticString) {
    add("</")
    add(name)
    add(">")
  }

  private mutating func add(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Whether a character that begins with a byte stands for itself: not so those that mark up, and
  /// those that begin as the characters do that a page cannot hold.
  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0..<0x20, 0x7F, 0xC2, 0xEF, 0xF0...: false
    default: true
    }
  }

  private static func escape(_ scalar: Unicode.Scalar, _ output: inout [UInt8]) -> Bool {
    switch scalar {
    case "&": output += "&amp;".utf8
    case "<": output += "&lt;".utf8
    case ">": output += "&gt;".utf8
    case "\"": output += "&quot;".utf8
    case "'": output += "&#39;".utf8
    case "\t", "\n": return false
    default:
      guard isForbidden(scalar.value) else { return false }
      output += "\u{FFFD}".utf8
    }
    return true
  }

  /// Whether a page cannot hold a character: controls, and what is no character in any plane.
  private static func isForbidden(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF: true
    default: scalar & 0xFFFE == 0xFFFE
    }
  }
}
