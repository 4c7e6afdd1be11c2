@testable import Definitions

extension Harness {
  typealias Document = @Sendable ([UInt8]) throws(YAMLReader.Refusal) -> YAMLNode

  /// A document that is accepted is the same tree when it is written plainly and read again; a
  /// problem lies on a line of the file.
  static func yaml(read: @escaping Document = YAMLReader.read) -> Harness {
    Harness(name: "yaml") { bytes in
      let lineCount = 1 + bytes.count { $0 == 0x0A || $0 == 0x0D }
      do {
        let root = try read(Array(bytes))
        let written = written(root)
        let again = try? read(Array(written.utf8))
        try expect(
          again.map { self.written($0) == written } ?? false,
          "\(written) is read again as \(again.map(self.written) ?? "nothing")")
      } catch let refusal as YAMLReader.Refusal {
        // U+0085, U+2028 and U+2029 end a line of YAML too.
        let breaks = String(decoding: bytes, as: UTF8.self).unicodeScalars.count {
          ["\u{85}", "\u{2028}", "\u{2029}"].contains($0)
        }
        try expect(refusal.line <= lineCount + breaks, "line \(refusal.line) of \(lineCount)")
      }
    }
  }

  /// A node in flow style with every scalar in quotes.
  private static func written(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text): return quoted(text)
    case .sequence(let items): return "[" + items.map(written).joined(separator: ",\n") + "]"
    case .mapping(let entries):
      let lines = entries.map { "? \(quoted($0.key))\n: \(written($0.value))" }
      return "{" + lines.joined(separator: ",\n") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      let isPlain = (0x20...0x7E).contains(scalar.value) && scalar != "\"" && scalar != "\\"
      if isPlain {
        quoted.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16)
        quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return quoted + "\""
  }
}
