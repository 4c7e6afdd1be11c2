import Campus

/// The body of a sheet as the markup of XLSX: what libxlsxwriter wrote of each cell and each height
/// (`XLSXDraft`), repeated with the number of each row.
struct XLSXBody: MarkupRows {
  private struct Column: Sendable {
    /// What stands before the number of the row.
    let begin: [UInt8]
    let numbers: [Int32]
    /// What stands behind the number of the row, for each cell.
    var cells: RenderedWords
  }

  private static let rowBegin = Array("<row r=\"".utf8)
  private static let rowEnd = Array("</row>".utf8)

  private var columns: [Column]
  /// For each height what stands behind the number of a row of it.
  private var rowTags: RenderedWords
  /// For each row the number of its height.
  private let heights: [Int32]
  /// The rows above the body.
  private let rowsAbove: Int

  private init(_ sheet: Sheet) {
    heights = sheet.body.heightNumbers
    rowTags = RenderedWords(count: sheet.body.heights.count)
    rowsAbove = sheet.rows.count
    columns = sheet.body.columns.enumerated().map { index, column in
      Column(
        begin: Array("<c r=\"\(XLSXSheet.columnName(index))".utf8), numbers: column.numbers,
        cells: RenderedWords(count: column.distinct.count))
    }
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
    while scanner.take("<row r=\"") {
      guard let number = scanner.number(), heights.indices.contains(number - rowsAbove - 1) else {
        return nil
      }
      let row = number - rowsAbove - 1
      let tag = scanner.position
      guard scanner.skip(past: ">") else { return nil }
      rowTags.prepare(Int(heights[row])) { $0 += scanner.bytes[tag..<scanner.position] }
      while !scanner.take("</row>") { guard readCell(row, &scanner) else { return nil } }
    }
    return start..<scanner.position
  }

  private mutating func readCell(_ row: Int, _ scanner: inout MarkupScanner) -> Bool {
    guard scanner.take("<c r=\""), let column = scanner.letters(), columns.indices.contains(column),
      scanner.number() == rowsAbove + row + 1
    else { return false }
    let tail = scanner.position
    guard scanner.skip(past: ">") else { return false }
    if scanner.bytes[scanner.position - 2] != UInt8(ascii: "/") {
      guard scanner.skip(past: "</c>") else { return false }
    }
    columns[column].cells.prepare(Int(columns[column].numbers[row])) {
      $0 += scanner.bytes[tail..<scanner.position]
    }
    return true
  }

  /// Whether the library wrote every cell and every height.
  private var isWhole: Bool {
    heights.allSatisfy { rowTags.isReady(Int($0)) }
      && columns.allSatisfy { column in
        column.numbers.allSatisfy { column.cells.isReady(Int($0)) }
      }
  }

  var rowCount: Int { heights.count }

  var length: Int {
    let digits = (rowsAbove + 1..<rowsAbove + 1 + rowCount).reduce(0) { $0 + String($1).utf8.count }
    return digits * (1 + columns.count)
      + heights.reduce(0) {
        $0 + XLSXBody.rowBegin.count + rowTags.length(of: Int($1)) + XLSXBody.rowEnd.count
      }
      + columns.reduce(0) { length, column in
        column.numbers.reduce(length) {
          $0 + column.begin.count + column.cells.length(of: Int($1))
        }
      }
  }

  func write(_ row: Int, to output: inout [UInt8]) {
    let number = Array(String(rowsAbove + row + 1).utf8)
    output += XLSXBody.rowBegin
    output += number
    rowTags.write(Int(heights[row]), to: &output)
    for column in columns {
      output += column.begin
      output += number
      column.cells.write(Int(column.numbers[row]), to: &output)
    }
    output += XLSXBody.rowEnd
  }
}
