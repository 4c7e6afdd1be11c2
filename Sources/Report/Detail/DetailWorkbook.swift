import Campus

/// The workbook of the detail tables, a sheet for each.
package enum DetailWorkbook {
  package static func workbook(_ run: RunResult) -> Workbook {
    Workbook(
      title: "高等教育深耕計畫 國際重點領域 明細表", author: run.school.name,
      created: run.period.to, sheets: run.details.map { sheet($0, run: run) })
  }

  private static func sheet(_ table: DetailTable, run: RunResult) -> Sheet {
    let widths = table.columns.map(width)
    let title = SheetLayout.row(
      [.text(table.heading, .section, span: max(1, table.columns.count))], widths: widths)
    let headings = SheetLayout.row(
      table.columns.map { .text($0.heading, .heading) }, widths: widths)
    return Sheet(
      name: "KPI \(table.number)", orientation: .landscape, columnWidths: widths,
      rows: [title, headings], body: SheetBody(table.columns.map(column), widths: widths),
      frozenRows: 2, repeatedRows: 1..<2, footer: KPISummarySheet.footer(run))
  }

  private static func width(_ column: DetailTable.Column) -> Double {
    let longest = column.cells.distinct.reduce(0) { max($0, DisplayWidth.of($1.text)) }
    return SheetLayout.width(ofCells: longest, heading: column.heading, atMost: 42)
  }

  /// A line without a cell has a blank one, which stands behind the others.
  private static func column(_ column: DetailTable.Column) -> SheetBody.Column {
    let blank = Int32(column.cells.distinct.count)
    return SheetBody.Column(
      distinct: column.cells.distinct.map { cell($0, column.kind) } + [cell(.missing, column.kind)],
      numbers: column.cells.numbers.map { $0 == DetailCells.missing ? blank : $0 })
  }

  private static func cell(_ cell: DetailTable.Cell, _ kind: DetailTable.Column.Kind) -> SheetCell {
    switch cell {
    case .missing: SheetCell(.blank, kind == .number ? .decimal : .text)
    case .text(let text): .text(text)
    case .integer(let value): .integer(value)
    case .decimal(let digits): SheetCell(.decimal(digits), .decimal)
    }
  }
}
