import Campus

/// `kpi-summary.csv`: the cells of 績效指標達成情形表 (reports.md, section 2).
package enum KPISummaryCSV {
  package static func text(_ run: RunResult) -> String {
    var csv = CSVText()
    for row in KPISummarySheet.sheet(run).rows { csv.row(row.cells.map(\.plainText)) }
    return csv.text
  }
}
