import CLibxlsxwriter
import Campus

/// Writes one sheet through libxlsxwriter.
struct XLSXSheet {
  let worksheet: UnsafeMutablePointer<lxw_worksheet>
  let sheet: Sheet
  /// How many cells the sheet must hold when the library has written it.
  private(set) var cells = 0

  init(_ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ sheet: Sheet) {
    self.worksheet = worksheet
    self.sheet = sheet
  }

  mutating func write(_ formats: inout XLSXFormats, _ texts: inout XLSXTexts) throws(Failure) {
    for (index, width) in sheet.columnWidths.enumerated() {
      let column = lxw_col_t(index)
      try XLSXWriter.check(worksheet_set_column(worksheet, column, column, width, nil))
    }
    for (index, row) in sheet.rows.enumerated() {
      try write(row, at: lxw_row_t(index), &formats, &texts)
    }
    try writeBody(&formats, &texts)
    try setPage()
    try ignoreNumbersInTexts()
  }

  private mutating func write(
    _ row: Sheet.Row, at index: lxw_row_t, _ formats: inout XLSXFormats, _ texts: inout XLSXTexts
  ) throws(Failure) {
    if let height = row.height {
      try XLSXWriter.check(worksheet_set_row(worksheet, index, height, nil))
    }
    var column: lxw_col_t = 0
    for cell in row.cells {
      let ready = try XLSXCell(cell, &formats)
      // One for each place that the cell covers.
      cells += cell.span
      ready.note(in: &texts)
      if cell.span > 1 {
        let last = column + lxw_col_t(cell.span) - 1
        try XLSXWriter.check(
          worksheet_merge_range(worksheet, index, column, index, last, "", ready.format))
      }
      try ready.write(to: worksheet, index, column)
      column += lxw_col_t(cell.span)
    }
  }

  private mutating func writeBody(
    _ formats: inout XLSXFormats, _ texts: inout XLSXTexts
  ) throws(Failure) {
    let body = sheet.body
    let draft = XLSXDraft(body)
    for (line, height) in draft.heights.enumerated() {
      let row = lxw_row_t(sheet.rows.count + line)
      try XLSXWriter.check(worksheet_set_row(worksheet, row, body.heights[Int(height)], nil))
    }
    for place in draft.cells {
      let cell = try XLSXCell(body.cells[Int(place.number)], &formats)
      cells += 1
      cell.note(in: &texts)
      try cell.write(
        to: worksheet, lxw_row_t(sheet.rows.count + place.row), lxw_col_t(place.column))
    }
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
    guard sheet.rowCount > 0, !sheet.columnWidths.isEmpty else { return }
    let last = XLSXSheet.columnName(sheet.columnWidths.count - 1) + String(sheet.rowCount)
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
