import Campus

/// The workbook of the detail tables, a sheet for each.
package enum DetailWorkbook {
  package static func workbook(_ run: RunResult) -> Workbook {
    Workbook(
      title: "高等教育深耕計畫 國際重點領域 明細表", author: run.school.name,
      created: run.period.to, sheets: run.details.map { sheet($0, run: run) })
  }

  private static func sheet(_ table: DetailTable, run: RunResult) -> Sheet {
    let widths = table.columns.indices.map { width(of: $0, in: table) }
    let title = SheetLayout.row(
      [.text(table.heading, .section, span: max(1, table.columns.count))], widths: widths)
    let headings = SheetLayout.row(
      table.columns.map { .text($0.heading, .heading) }, widths: widths)
    let rows = table.rows.map { row in
      SheetLayout.row(zip(row, table.columns).map { cell($0, $1) }, widths: widths)
    }
    return Sheet(
      name: "KPI \(table.number)", orientation: .landscape, columnWidths: widths,
      rows: [title, headings] + rows, frozenRows: 2, repeatedRows: 1..<2,
      footer: KPISummarySheet.footer(run))
  }

  private static func width(of index: Int, in table: DetailTable) -> Double {
    let longest = table.rows.reduce(0) { max($0, DisplayWidth.of($1[index].text)) }
    return SheetLayout.width(
      ofCells: longest, heading: table.columns[index].heading, atMost: 42)
  }

  private static func cell(_ cell: DetailTable.Cell, _ column: DetailTable.Column) -> SheetCell {
    switch cell {
    case .missing: SheetCell(.blank, column.kind == .number ? .decimal : .text)
    case .text(let text): .text(text)
    case .integer(let value): .integer(value)
    case .decimal(let digits): SheetCell(.decimal(digits), .decimal)
    }
  }
}
