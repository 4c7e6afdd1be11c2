import Campus

@testable import Transform

extension Harness {
  /// A number is read as the decimal digits that stand in the cell, and again from every other
  /// spelling of it; a kind of number takes its own values as they are.
  static func numbers(
    read: @escaping @Sendable (Bytes) -> Int128? = { NumberSpelling($0.trimmed)?.units }
  ) -> Harness {
    Harness(name: "numbers") { bytes in
      try checkKinds(bytes)
      guard let units = read(bytes) else { return }
      let cell = String(decoding: bytes, as: UTF8.self)
      let text = FixedPoint.text(units)
      try expect(digits(of: cell) == text, "\(cell.debugDescription) was read as \(text)")
      let grouped = grouped(text)
      for spelling in [text, grouped, grouped.inFullWidth, "00\(text)", "\u{A0}\(text)\n"] {
        try expect(spelling.withBytes(read) == units, "\(spelling) is not read as \(text)")
      }
    }
  }

  /// The value that each kind of number makes of a cell is one of its own.
  private static func checkKinds(_ bytes: Bytes) throws {
    for kind in [NumberReader.Kind.integer, .headcount, .year, .month, .semester, .academicYear] {
      let reader = NumberReader(kind: kind)
      let value = reader.read(bytes)
      guard value != Reading.missing, value != Reading.invalid else { continue }
      let again = String(value).withBytes { reader.read($0) }
      try expect(again == value, "\(kind): \(value) was read again as \(again)")
    }
  }

  /// The digits of a number without commas and without zeros that say nothing.
  private static func digits(of cell: String) -> String {
    let plain = WordFolding.trimmed(WordFolding.compatible(cell)).filter { $0 != "," }
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    var whole = parts[0].drop { $0 == "0" }
    if whole.isEmpty { whole = "0" }
    var fraction = parts.dropFirst().joined(separator: ".")
    while fraction.last == "0" { fraction.removeLast() }
    return fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"
  }

  private static func grouped(_ text: String) -> String {
    let parts = text.split(separator: ".")
    var grouped = ""
    for (place, digit) in parts[0].enumerated() {
      if place > 0, (parts[0].count - place).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return ([Substring(grouped)] + parts.dropFirst()).joined(separator: ".")
  }
}
