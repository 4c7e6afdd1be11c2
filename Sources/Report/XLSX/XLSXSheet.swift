import CLibxlsxwriter
import Campus

/// Writes one sheet through libxlsxwriter.
struct XLSXSheet {
  let worksheet: UnsafeMutablePointer<lxw_worksheet>
  let sheet: Sheet

  func write(_ formats: inout XLSXFormats) throws(Failure) {
    for (index, width) in sheet.columnWidths.enumerated() {
      let column = lxw_col_t(index)
      try XLSXWriter.check(worksheet_set_column(worksheet, column, column, width, nil))
    }
    for (index, row) in sheet.rows.enumerated() {
      try write(row, at: lxw_row_t(index), &formats)
    }
    try writeBody(&formats)
    try setPage()
    try ignoreNumbersInTexts()
  }

  /// What the sheet must hold when it is written: a cell for each place that one covers.
  var content: XMLStructure.Content {
    var content = XMLStructure.Content()
    for cell in sheet.rows.lazy.flatMap(\.cells) {
      content.cells += cell.span
      content.textLength += XLSXCell.textLength(cell)
    }
    for column in sheet.body.columns {
      let lengths = column.distinct.map(XLSXCell.textLength)
      content.cells += column.numbers.count
      content.textLength += column.numbers.reduce(0) { $0 + lengths[Int($1)] }
    }
    return content
  }

  private func write(_ row: Sheet.Row, at index: lxw_row_t, _ formats: inout XLSXFormats)
    throws(Failure)
  {
    if let height = row.height {
      try XLSXWriter.check(worksheet_set_row(worksheet, index, height, nil))
    }
    var column: lxw_col_t = 0
    for cell in row.cells {
      let ready = try XLSXCell(cell, &formats)
      if cell.span > 1 {
        let last = column + lxw_col_t(cell.span) - 1
        try XLSXWriter.check(
          worksheet_merge_range(worksheet, index, column, index, last, "", ready.format))
      }
      try ready.write(to: worksheet, index, column)
      column += lxw_col_t(cell.span)
    }
  }

  private func writeBody(_ formats: inout XLSXFormats) throws(Failure) {
    var ready = sheet.body.columns.map { [XLSXCell?](repeating: nil, count: $0.distinct.count) }
    for (line, height) in sheet.body.heights.enumerated() {
      let row = lxw_row_t(sheet.rows.count + line)
      try XLSXWriter.check(worksheet_set_row(worksheet, row, height, nil))
      for (index, column) in sheet.body.columns.enumerated() {
        let number = Int(column.numbers[line])
        if ready[index][number] == nil {
          ready[index][number] = try XLSXCell(column.distinct[number], &formats)
        }
        try ready[index][number]?.write(to: worksheet, row, lxw_col_t(index))
      }
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
