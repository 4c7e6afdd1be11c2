import Campus

@testable import Definitions
@testable import Extract

extension Harness {
  typealias Rows = @Sendable ([UInt8]) throws(CSVText.Refusal) -> [CSVText.Row]

  /// What the strict reader of definitions accepts, the reader of exports reads alike, blanks
  /// around values apart: an office can open its exports and its code lists in one program.
  static func twoReaders(rows: @escaping Rows = CSVText.rows) -> Harness {
    Harness(name: "two-readers") { bytes in
      guard String(validating: bytes, as: UTF8.self) != nil, let strict = try? rows(Array(bytes))
      else { return }
      var expected = Listing()
      for row in strict {
        let cells = row.fields.map(withoutBlanks)
        // To the reader of exports a row of blanks is none.
        if cells.allSatisfy(\.isEmpty) { continue }
        expected.records.append(cells)
        expected.lines.append(row.line)
      }
      let found = try Listing.of(bytes, ",", .utf8)
      try expect(found.refusal == nil, "the reader of exports refuses it: \(found)")
      try expect(
        found.bytes == expected.bytes && found.lines == expected.lines,
        "\(found) is not \(expected)")
    }
  }

  /// The value without the white space that is no line break.
  private static func withoutBlanks(_ value: String) -> String {
    let scalars = Array(value.unicodeScalars)
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      WordFolding.isWhiteSpace(scalar) && scalar != "\n" && scalar != "\r"
    }
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }
}
