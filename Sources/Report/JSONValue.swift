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

  package func text() -> String { String(decoding: bytes(), as: UTF8.self) }

  /// Two spaces a level; what holds only scalars stands on one line.
  package func bytes() -> [UInt8] {
    var output: [UInt8] = []
    write(level: 0, to: &output)
    return output
  }

  private func write(level: Int, to output: inout [UInt8]) {
    switch self {
    case .null: output += "null".utf8
    case .integer(let value): output += String(value).utf8
    case .number(let digits): output += digits.utf8
    case .string(let text): JSONValue.append(text, to: &output)
    case .array(let items):
      JSONValue.write(items, between: "[", "]", level, to: &output, isScalar: \.isScalar) {
        $0.write(level: level + 1, to: &$1)
      }
    case .object(let members):
      JSONValue.write(members, between: "{", "}", level, to: &output, isScalar: \.1.isScalar) {
        JSONValue.append($0.0, to: &$1)
        $1 += ": ".utf8
        $0.1.write(level: level + 1, to: &$1)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], between begin: Unicode.Scalar, _ end: Unicode.Scalar, _ level: Int,
    to output: inout [UInt8], isScalar: (Item) -> Bool, _ write: (Item, inout [UInt8]) -> Void
  ) {
    let isLong = !items.allSatisfy(isScalar)
    output.append(UInt8(ascii: begin))
    for (index, item) in items.enumerated() {
      if index > 0 { output += (isLong ? "," : ", ").utf8 }
      if isLong { beginLine(level + 1, in: &output) }
      write(item, &output)
    }
    if isLong { beginLine(level, in: &output) }
    output.append(UInt8(ascii: end))
  }

  private static func beginLine(_ level: Int, in output: inout [UInt8]) {
    output.append(10)
    for _ in 0..<level { output += "  ".utf8 }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private static func append(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    text.withBytes { text in
      EscapedText.append(text, to: &output) { byte in
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7F
      } escape: { scalar, output in
        switch scalar {
        case "\"": output += "\\\"".utf8
        case "\\": output += "\\\\".utf8
        case "\n": output += "\\n".utf8
        case "\r": output += "\\r".utf8
        case "\t": output += "\\t".utf8
        default:
          let digits = String(scalar.value, radix: 16)
          output += ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8
        }
        return true
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
