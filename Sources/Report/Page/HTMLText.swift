/// HTML as it is written: names of elements and attributes are the program's own (`StaticString`),
/// everything else passes `escaped`.
struct HTMLText {
  typealias Attributes = KeyValuePairs<StaticString, String>

  private(set) var text = ""

  /// An element with what the closure writes between its tags.
  mutating func element(
    _ name: StaticString, _ attributes: Attributes, _ content: (inout HTMLText) -> Void
  ) {
    open(name, attributes)
    content(&self)
    text += "</\(name)>\n"
  }

  /// An element without attributes.
  mutating func element(_ name: StaticString, _ content: (inout HTMLText) -> Void) {
    element(name, [:], content)
  }

  /// An element with a text.
  mutating func element(_ name: StaticString, _ attributes: Attributes, _ words: String) {
    open(name, attributes)
    text += HTMLText.escaped(words) + "</\(name)>"
  }

  /// An element with a text and without attributes.
  mutating func element(_ name: StaticString, _ words: String) { element(name, [:], words) }

  /// An element without content, such as `meta`.
  mutating func empty(_ name: StaticString, _ attributes: Attributes) {
    open(name, attributes)
    text += "\n"
  }

  /// A shape of an SVG drawing.
  mutating func shape(_ name: StaticString, _ attributes: Attributes) {
    open(name, attributes)
    text += "</\(name)>"
  }

  mutating func words(_ words: String) { text += HTMLText.escaped(words) }

  /// Words in which `backticks` mark code.
  mutating func prose(_ words: String) {
    for (index, part) in words.split(separator: "`", omittingEmptySubsequences: false).enumerated()
    {
      if index % 2 == 1 { element("code", String(part)) } else { self.words(String(part)) }
    }
  }

  /// The style sheet, which must not be escaped; it is the program's own.
  mutating func style(_ sheet: StaticString) { text += "<style>\(sheet)</style>\n" }

  mutating func doctype() { text += "<!DOCTYPE html>\n" }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    text += "<\(name)"
    for (attribute, value) in attributes {
      text += " \(attribute)=\"" + HTMLText.escaped(value) + "\""
    }
    text += ">"
  }

  /// A text that an HTML parser reads back as text, between tags or in a quoted attribute. Characters
  /// that a page cannot hold become U+FFFD.
  static func escaped(_ text: String) -> String {
    var output = ""
    output.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      case "\t", "\n": output.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        output += "\u{FFFD}"
      case _ where scalar.properties.isNoncharacterCodePoint: output += "\u{FFFD}"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
