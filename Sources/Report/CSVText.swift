/// CSV as spreadsheets read it: UTF-8 with BOM, CRLF, quoted where needed.
///
/// A cell that a spreadsheet could run begins with an apostrophe, which both Excel and LibreOffice
/// show as text; a cell that began with apostrophes before such a character gets one more, so that
/// taking one off gives the value back.
package struct CSVText {
  private static let pieceLength = 1 << 16

  static let comma = [UInt8(ascii: ",")]
  static let rowEnd: [UInt8] = [13, 10]

  package private(set) var bytes = Array("\u{FEFF}".utf8)
  private var isInRow = false

  package init() {}

  package mutating func row(_ cells: [String]) {
    for cell in cells { self.cell(cell) }
    endRow()
  }

  package mutating func cell(_ value: String) {
    if isInRow { bytes += CSVText.comma }
    isInRow = true
    CSVText.append(value, to: &bytes)
  }

  package mutating func endRow() {
    bytes += CSVText.rowEnd
    isInRow = false
  }

  /// Makes room for so many bytes more.
  mutating func reserve(_ length: Int) { bytes.reserveCapacity(bytes.count + length) }

  /// Whole rows, which the closure writes as they stand in the file.
  @inline(__always)
  mutating func rows(_ write: (inout [UInt8]) -> Void) { write(&bytes) }

  /// Hands over what there is, when it is long enough to be written.
  @inline(__always)
  mutating func handOver(to sink: ([UInt8]) throws -> Void) rethrows {
    guard bytes.count >= CSVText.pieceLength else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Appends a value as it stands between two commas.
  package static func append(_ value: String, to output: inout [UInt8]) {
    value.withBytes { append($0, to: &output) }
  }

  /// The same for its bytes.
  static func append(_ value: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    let mustQuote = value.contains(where: needsQuotes)
    if mustQuote { output.append(UInt8(ascii: "\"")) }
    if needsApostrophe(value) { output.append(UInt8(ascii: "'")) }
    guard mustQuote else { return output.append(contentsOf: value) }
    var rest = value[...]
    while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
      output.append(contentsOf: rest[...quote])
      output.append(UInt8(ascii: "\""))
      rest = rest[(quote + 1)...]
    }
    output.append(contentsOf: rest)
    output.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13, UInt8(ascii: " "), 9: true
    default: false
    }
  }

  /// Whether a spreadsheet could run the value: `= + - @` tab, CR, LF and their full-width forms at
  /// its start, behind blanks and apostrophes or not. A number is no formula.
  private static func needsApostrophe(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard
      let first = value.firstIndex(where: { $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: " ") })
    else { return false }
    switch value[first] {
    case UInt8(ascii: "-"): return !isPlainNumber(value)
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "@"), 9, 10, 13: return true
    case 0xEF: return fullWidth.contains { value[first...].starts(with: $0.utf8) }
    default: return false
    }
  }

  private static let fullWidth = ["＝", "＋", "－", "＠"]

  private static func isPlainNumber(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    value.count > 1
      && value.dropFirst().allSatisfy { ($0 >= 48 && $0 <= 57) || $0 == UInt8(ascii: ".") }
  }
}
