import Campus
import Definitions

/// Makes the ministry's detail table of a KPI from the rows that were counted, never from others:
/// the table and the value cannot differ but by what the table's title tells.
struct DetailCounter {
  private let layout: ReportLayout
  private let result: KPIResult
  private let rows: DetailColumn.Rows
  private let scope: CountScope

  init(
    _ layout: ReportLayout, of bound: BoundDefinition, pass: CountingPass, result: KPIResult,
    scope: CountScope
  ) {
    self.layout = layout
    self.result = result
    self.scope = scope
    rows = DetailColumn.Rows(bound: bound, rows: pass.rows, items: pass.items)
  }

  func table() throws -> DetailTable {
    switch layout.lines {
    case .items: return items()
    case .groups: return try groups()
    }
  }

  private var title: String {
    "KPI \(result.number) \(layout.title)，\(scope.period.label)"
  }

  private func items() -> DetailTable {
    let columns = layout.columns.map {
      DetailColumn($0, rows: rows, school: scope.school, unknown: .missing)
    }
    let cells = ItemLines(columns: columns, items: rows.items, days: rows.days()).cells()
    return DetailTable(
      id: result.id, number: result.number, title: title, notes: layout.notes,
      columns: zip(columns, cells).map { $0.shown($1) }, sum: cells.first?.numbers.count ?? 0)
  }

  private func groups() throws -> DetailTable {
    let columns = layout.columns.map {
      DetailColumn($0, rows: rows, school: scope.school, unknown: .text("不詳"))
    }
    var keys = LineKeys(rowCount: rows.count)
    for column in columns {
      if let values = column.values { keys.add(values, by: column.position) }
    }
    let heads = try Headcounts(layout, rows: rows, lines: keys.lines(), scope: scope)
    let representatives = heads.representatives()
    return DetailTable(
      id: result.id, number: result.number, title: title,
      notes: layout.notes + heads.notes(value: result.value ?? 0, unit: result.unit),
      columns: columns.map { $0.shown($0.cells(at: representatives)) } + heads.columns(),
      sum: heads.sum)
  }
}
