import Campus

/// `kpi-summary.csv`: the cells of 績效指標達成情形表 (reports.md, section 2).
package enum KPISummaryCSV {
  /// - Parameter sheet: the sheet of the workbook.
  static func bytes(_ sheet: Sheet) -> [UInt8] {
    var csv = CSVText()
    for row in sheet.rows { csv.row(row.cells.map(\.plainText)) }
    return csv.bytes
  }
}
