import SeededRandomness
import Testing

@testable import Report

/// What each format makes of a text, against the plainest way to say it: character by character.
@Suite struct EscapingTests {
  /// Texts of characters that some format takes for something else, and of their neighbours.
  private static func text(_ numbers: inout SplitMix64) -> String {
    let edges: [UInt32] = [
      0, 9, 10, 13, 0x1F, 0x20, 0x7E, 0x7F, 0x80, 0x85, 0x9F, 0xA0, 0xBF, 0xC0, 0x7FF, 0x800,
      0x301, 0x200D, 0xD7FF, 0xE000, 0xFDCF, 0xFDD0, 0xFDEF, 0xFDF0, 0xFF0B, 0xFF0D, 0xFF1D,
      0xFF20, 0xFF08, 0xFFFC, 0xFFFD, 0xFFFE, 0xFFFF, 0x1_0000, 0x1_FFFD, 0x1_FFFE, 0x1_FFFF,
      0x2_0000, 0x10_FFFD, 0x10_FFFE, 0x10_FFFF,
    ]
    let letters = Array("&<>\"'\\,=+-@ ;._0159aZ字長".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<numbers.below(24) {
      let isLetter = numbers.below(3) > 0
      let edge = Unicode.Scalar(edges[numbers.below(edges.count)]) ?? "?"
      text.append(isLetter ? letters[numbers.below(letters.count)] : edge)
    }
    return String(text)
  }

  private static func check(
    _ what: String, _ append: (String, inout [UInt8]) -> Void, _ plain: (String) -> String
  ) {
    for seed in 0..<20_000 as Range<UInt64> {
      var numbers = SplitMix64(seed: seed)
      let text = text(&numbers)
      var bytes = Array("before".utf8)
      append(text, &bytes)
      let isSame = bytes == Array(("before" + plain(text)).utf8)
      #expect(isSame, "\(what), seed \(seed): \(text.debugDescription)")
    }
  }

  private static func mapped(_ text: String, _ map: (Unicode.Scalar) -> String?) -> String {
    text.unicodeScalars.reduce(into: "") { $0 += map($1) ?? String($1) }
  }

  private static let markup: [Unicode.Scalar: String] = [
    "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;",
  ]

  @Test func aPageHoldsNoMarkupAndNoControl() {
    EscapingTests.check("HTML") {
      var html = HTMLText()
      html.words($0)
      $1 += html.text.utf8
    } _: {
      EscapingTests.mapped($0) { scalar in
        switch scalar {
        case "'": "&#39;"
        case "\t", "\n": nil
        default:
          EscapingTests.markup[scalar]
            ?? (scalar.properties.generalCategory == .control
              || scalar.properties.isNoncharacterCodePoint ? "\u{FFFD}" : nil)
        }
      }
    }
  }

  @Test func aDocumentHoldsNoMarkupAndWhatXMLAllows() {
    EscapingTests.check("XML") { text, output in
      text.withBytes { XMLText.append($0, to: &output) }
    } _: {
      EscapingTests.mapped($0) { scalar in
        switch scalar {
        case "\t", "\n", "\r": nil
        default:
          EscapingTests.markup[scalar]
            ?? (scalar.value < 0x20 || 0xFFFE...0xFFFF ~= scalar.value ? "\u{FFFD}" : nil)
        }
      }
    }
  }

  @Test func aJSONTextEndsWhereItDoes() {
    EscapingTests.check("JSON") {
      $1 += JSONValue.array([.string($0)]).bytes().dropFirst().dropLast()
    } _: {
      "\""
        + EscapingTests.mapped($0) { scalar in
          switch scalar {
          case "\"": "\\\""
          case "\\": "\\\\"
          case "\n": "\\n"
          case "\r": "\\r"
          case "\t": "\\t"
          default:
            scalar.value < 0x20 || scalar.value == 0x7F
              ? "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16) : nil
          }
        } + "\""
    }
  }

  @Test func aCellOfCSVEndsWhereItDoesAndIsNeverRun() {
    EscapingTests.check("CSV", CSVText.append) { text in
      let scalars = Array(text.unicodeScalars)
      let digits = scalars.first == "-" ? scalars.dropFirst() : scalars[...]
      let isNumber =
        !digits.isEmpty && digits.allSatisfy { "0123456789.".unicodeScalars.contains($0) }
      let first = scalars.first { $0 != "'" && $0 != " " }
      let runs = first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
      let safe = (runs && !isNumber ? ["'"] : []) + scalars
      guard safe.contains(where: { ",\"\n\r \t".unicodeScalars.contains($0) }) else {
        return safe.reduce(into: "") { $0 += String($1) }
      }
      return "\"" + safe.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
    }
  }
}
