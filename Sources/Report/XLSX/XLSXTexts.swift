/// The texts of a workbook, which libxlsxwriter holds once each in a part of their own.
struct XLSXTexts {
  /// A text in pieces is one with its font.
  private struct Key: Hashable {
    let bytes: ContiguousArray<CChar>
    let font: CellStyle.Font?

    func hash(into hasher: inout Hasher) {
      bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  private var known: Set<Key> = []
  /// The bytes of all texts, each once.
  private(set) var length = 0

  /// - Parameter text: ended by a zero.
  mutating func note(_ text: ContiguousArray<CChar>) {
    guard known.insert(Key(bytes: text, font: nil)).inserted else { return }
    length += text.count - 1
  }

  mutating func note(
    _ pieces: [ContiguousArray<CChar>], _ font: CellStyle.Font
  ) {
    guard known.insert(Key(bytes: ContiguousArray(pieces.joined()), font: font)).inserted
    else { return }
    length += pieces.reduce(0) { $0 + $1.count - 1 }
  }

  /// How many cells of a sheet have a text.
  static func cells(in sheet: Sheet) -> Int {
    let isText = sheet.body.cells.map(\.isText)
    return sheet.rows.reduce(0) { $0 + $1.cells.count(where: \.isText) }
      + sheet.body.numbers.count { isText[Int($0)] }
  }

  /// The part with the number of cells that have a text, of which the library wrote only some; nil
  /// when it is not as the library writes it.
  static func part(_ part: [UInt8], ofCells count: Int) -> [UInt8]? {
    part.withUnsafeBytes { bytes in
      var scanner = MarkupScanner(bytes)
      guard scanner.skip(past: "<sst "), scanner.skip(past: " count=\"") else { return nil }
      let start = scanner.position
      guard scanner.number() != nil, scanner.take("\"") else { return nil }
      return bytes[..<start] + Array(String(count).utf8) + bytes[(scanner.position - 1)...]
    }
  }
}

extension SheetCell {
  fileprivate var isText: Bool {
    if case .text = value { true } else { false }
  }
}
