/// A JSON text with its keys in the order given, so that the same result has the same bytes.
package enum JSONValue {
  case null
  case integer(Int)
  /// A number written as it stands.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  package static func optional(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }

  package static func optional(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }

  /// Two spaces a level; what holds only scalars stands on one line.
  package func text(indentation: String = "") -> String {
    let inner = indentation + "  "
    switch self {
    case .null: return "null"
    case .integer(let value): return String(value)
    case .number(let digits): return digits
    case .string(let text): return JSONValue.quoted(text)
    case .array(let items):
      guard items.contains(where: { !$0.isScalar }) else {
        return "[" + items.map { $0.text() }.joined(separator: ", ") + "]"
      }
      let lines = items.map { inner + $0.text(indentation: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n" + indentation + "]"
    case .object(let members):
      guard members.contains(where: { !$0.1.isScalar }) else {
        let pairs = members.map { JSONValue.quoted($0.0) + ": " + $0.1.text() }
        return "{" + pairs.joined(separator: ", ") + "}"
      }
      let lines = members.map {
        inner + JSONValue.quoted($0.0) + ": " + $0.1.text(indentation: inner)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + indentation + "}"
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  package static func quoted(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + "\""
  }
}
