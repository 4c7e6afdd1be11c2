import CLibxlsxwriter
import Campus

/// Writes one sheet through libxlsxwriter.
struct XLSXSheet {
  /// What a cell of Excel holds.
  private static let longestText = 32_767
  /// Older versions of Excel show a longer cell in the text format as ####.
  private static let longestTextFormat = 255

  private let worksheet: UnsafeMutablePointer<lxw_worksheet>
  private let sheet: Sheet

  init(_ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ sheet: Sheet) {
    self.worksheet = worksheet
    self.sheet = sheet
  }

  mutating func write(_ formats: inout XLSXFormats) throws(Failure) {
    for (index, width) in sheet.columnWidths.enumerated() {
      let column = lxw_col_t(index)
      try XLSXWriter.check(worksheet_set_column(worksheet, column, column, width, nil))
    }
    for (index, row) in sheet.rows.enumerated() {
      try write(row, at: lxw_row_t(index), &formats)
    }
    try setPage()
    try ignoreNumbersInTexts()
  }

  private func write(_ row: Sheet.Row, at index: lxw_row_t, _ formats: inout XLSXFormats)
    throws(Failure)
  {
    if let height = row.height {
      try XLSXWriter.check(worksheet_set_row(worksheet, index, height, nil))
    }
    var column: lxw_col_t = 0
    for cell in row.cells {
      let isText: Bool
      if case .text(let text) = cell.value {
        isText = text.utf16.count <= XLSXSheet.longestTextFormat
      } else {
        isText = false
      }
      let format = try formats.format(cell.style, isText: isText)
      if cell.span > 1 {
        let last = column + lxw_col_t(cell.span) - 1
        try XLSXWriter.check(
          worksheet_merge_range(worksheet, index, column, index, last, "", format))
      }
      try write(cell.value, index, column, format)
      column += lxw_col_t(cell.span)
    }
  }

  private func write(
    _ value: SheetCell.Value, _ row: lxw_row_t, _ column: lxw_col_t,
    _ format: UnsafeMutablePointer<lxw_format>
  ) throws(Failure) {
    switch value {
    case .blank: try XLSXWriter.check(worksheet_write_blank(worksheet, row, column, format))
    case .text(let text):
      try XLSXWriter.check(
        worksheet_write_string(worksheet, row, column, XLSXSheet.storable(text), format))
    case .integer(let number):
      try XLSXWriter.check(
        worksheet_write_number(worksheet, row, column, Double(number), format))
    case .decimal(let digits):
      guard let number = Double(digits) else {
        throw XLSXWriter.failure("'\(digits)' is no number")
      }
      try XLSXWriter.check(worksheet_write_number(worksheet, row, column, number, format))
    }
  }

  /// A text that XML and Excel can hold: `_x0041_` in a text would be read as `A`, characters that
  /// XML forbids become U+FFFD, and what is too long ends with an ellipsis.
  static func storable(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    let scalars = Array(XMLText.withLineFeeds(text).unicodeScalars)
    var units = 0
    for (index, scalar) in scalars.enumerated() {
      units += scalar.value > 0xFFFF ? 2 : 1
      if units >= longestText {
        output.append("…")
        break
      }
      if scalar == "_", isEscape(scalars, at: index) {
        output.append(contentsOf: "_x005F_".unicodeScalars)
        units += 6
      } else {
        output.append(XMLText.isAllowed(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return String(output)
  }

  private static func isEscape(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard index + 6 < scalars.count, scalars[index + 1] == "x", scalars[index + 6] == "_" else {
      return false
    }
    return scalars[(index + 2)..<(index + 6)].allSatisfy(\.properties.isASCIIHexDigit)
  }

  private func setPage() throws(Failure) {
    worksheet_set_paper(worksheet, 9)
    switch sheet.orientation {
    case .portrait: worksheet_set_portrait(worksheet)
    case .landscape: worksheet_set_landscape(worksheet)
    }
    // One page wide, as many high as it takes.
    worksheet_fit_to_pages(worksheet, 1, 0)
    worksheet_set_margins(worksheet, 0.5, 0.5, 0.6, 0.7)
    worksheet_center_horizontally(worksheet)
    let title = sheet.footer.replacing("&", with: "&&")
    try XLSXWriter.check(
      worksheet_set_footer(worksheet, "&L&8" + title + "&R&8第 &P 頁，共 &N 頁"))
    if let rows = sheet.repeatedRows, let last = rows.last {
      try XLSXWriter.check(
        worksheet_repeat_rows(worksheet, lxw_row_t(rows.lowerBound), lxw_row_t(last)))
    }
    if sheet.frozenRows > 0 {
      worksheet_freeze_panes(worksheet, lxw_row_t(sheet.frozenRows), 0)
    }
    worksheet_gridlines(worksheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }

  /// School codes and years are texts on purpose: no green corners.
  private func ignoreNumbersInTexts() throws(Failure) {
    guard !sheet.rows.isEmpty, !sheet.columnWidths.isEmpty else { return }
    let last = XLSXSheet.columnName(sheet.columnWidths.count - 1) + String(sheet.rows.count)
    try XLSXWriter.check(
      worksheet_ignore_errors(
        worksheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:" + last))
  }

  /// `A` for 0, `AA` for 26.
  static func columnName(_ index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + index % 26)))
    return index < 26 ? letter : columnName(index / 26 - 1) + letter
  }
}
