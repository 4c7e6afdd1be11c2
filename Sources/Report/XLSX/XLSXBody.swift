import Campus

/// The body of a sheet as the markup of XLSX: what libxlsxwriter wrote of each cell and each height
/// (`XLSXDraft`), repeated with the number of each row.
struct XLSXBody: MarkupRows {
  private static let rowBegin = Array("<row r=\"".utf8)

  private let body: SheetBody
  /// For each cell what stands behind the number of the row, up to where it stands again.
  private var cells: RenderedWords
  /// The same for each height and the tag of the row.
  private var rowTags: RenderedWords
  /// The rows above the body.
  private let rowsAbove: Int

  private init(_ sheet: Sheet) {
    body = sheet.body
    cells = RenderedWords(count: body.cells.count)
    rowTags = RenderedWords(count: body.heights.count)
    rowsAbove = sheet.rows.count
  }

  /// The part of a sheet with all rows of the body, from the one that the library wrote; nil when
  /// that holds anything but what the library writes.
  static func document(from part: [UInt8], of sheet: Sheet) -> MarkupDocument? {
    part.withUnsafeBytes { bytes in
      var body = XLSXBody(sheet)
      var scanner = MarkupScanner(bytes)
      guard let place = body.readRows(&scanner), body.isWhole else { return nil }
      var document = MarkupDocument()
      document.append(Array(bytes[..<place.lowerBound]))
      document.append(body)
      document.append(Array(bytes[place.upperBound...]))
      return document
    }
  }

  /// Takes the markup out of the rows and returns where they stand.
  private mutating func readRows(_ scanner: inout MarkupScanner) -> Range<Int>? {
    // The rows above are passed over.
    guard scanner.skip(to: "<row r=\"\(rowsAbove + 1)\"") else { return nil }
    let start = scanner.position
    let draft = XLSXDraft(body)
    let begins = (0..<body.columnCount).map { Array("<c r=\"\(XLSXSheet.columnName($0))".utf8) }
    while scanner.take("<row r=\"") {
      guard let number = scanner.number(), 0..<body.rowCount ~= number - rowsAbove - 1 else {
        return nil
      }
      let row = number - rowsAbove - 1
      let tag = scanner.position
      guard scanner.skip(past: ">") else { return nil }
      if draft.heights.indices.contains(row) {
        rowTags.prepare(Int(draft.heights[row])) {
          $0 += scanner.bytes[tag..<scanner.position]
          $0 += begins[0]
        }
      }
      while !scanner.take("</row>") {
        guard readCell(row, draft, begins, &scanner) else { return nil }
      }
    }
    return start..<scanner.position
  }

  private mutating func readCell(
    _ row: Int, _ draft: XLSXDraft, _ begins: [[UInt8]], _ scanner: inout MarkupScanner
  ) -> Bool {
    guard scanner.take("<c r=\""), let column = scanner.letters(),
      scanner.number() == rowsAbove + row + 1,
      let number = draft.number(row: row, column: column)
    else { return false }
    let tail = scanner.position
    guard scanner.skip(past: ">") else { return false }
    if scanner.bytes[scanner.position - 2] != UInt8(ascii: "/") {
      guard scanner.skip(past: "</c>") else { return false }
    }
    cells.prepare(number) {
      $0 += scanner.bytes[tail..<scanner.position]
      if column + 1 < begins.count { $0 += begins[column + 1] } else { $0 += "</row>".utf8 }
    }
    return true
  }

  /// Whether the library wrote every cell and every height.
  private var isWhole: Bool {
    body.heightNumbers.allSatisfy { rowTags.isReady(Int($0)) }
      && body.numbers.allSatisfy { cells.isReady(Int($0)) }
  }

  var rowCount: Int { body.rowCount }

  func write(_ row: Int, to output: inout [UInt8]) {
    let number = Array(String(rowsAbove + row + 1).utf8)
    output += XLSXBody.rowBegin
    output += number
    rowTags.write(Int(body.heightNumbers[row]), to: &output)
    cells.write(body.numbers[body.places(ofRow: row)], before: number, to: &output)
  }
}
