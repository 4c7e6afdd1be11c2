import Campus

/// 績效指標達成情形表 (reports.md, section 2) as one sheet; the CSV shows the same cells.
enum KPISummarySheet {
  static let title = "高等教育深耕計畫 國際重點領域 績效指標達成情形表"
  private static let headings = [
    "序號", "KPI項目", "KPI資料來源", "單位", "預計達成目標", "達成值", "達成率(%)", "說明",
  ]
  private static let widths: [Double] = [8, 46, 15, 8, 15, 11, 12, 44]

  static func sheet(_ run: RunResult, notes kpiNotes: KPINotes) -> Sheet {
    let head = head(run)
    let table = [Sheet.Row(headings.map { .text($0, .heading) })] + run.kpis.map(row)
    let notes = annotations(run) + openReadings(run) + warnings(run, kpiNotes) + inputs(run)
    let rows = (head + table + notes).map { SheetLayout.row($0.cells, widths: widths) }
    return Sheet(
      name: "達成情形表", orientation: .landscape, columnWidths: widths, rows: rows,
      frozenRows: head.count + 1, repeatedRows: head.count..<(head.count + 1),
      footer: footer(run))
  }

  static func footer(_ run: RunResult) -> String {
    "\(run.school.name)　\(run.period.label)　第 \(run.revision) 版"
  }

  private static func head(_ run: RunResult) -> [Sheet.Row] {
    let dates = Set(run.kpis.compactMap(\.referenceDate)).sorted().map(\.description)
    func fact(_ name: String, _ value: String) -> Sheet.Row {
      Sheet.Row([.text(name, .subtitle), .text(value, .subtitle, span: widths.count - 1)])
    }
    return [
      Sheet.Row([.text(title, .title, span: widths.count)]),
      fact("學校", "\(run.school.code) \(run.school.name)"),
      fact("期間", "\(run.period.label)（\(run.period.from) 至 \(run.period.to)）"),
      fact("基準日", dates.isEmpty ? "無" : dates.joined(separator: "、")),
      fact("版次", String(run.revision)),
      Sheet.Row([]),
    ]
  }

  private static func row(_ kpi: KPIResult) -> Sheet.Row {
    Sheet.Row([
      .integer(kpi.number, number), .text(kpi.title), .text(kpi.dataSource, .centered),
      .text(kpi.unit, .centered), .integer(kpi.target), value(kpi, .result),
      SheetCell(kpi.achievementPercent.map { .decimal($0) } ?? .blank, .percent),
      .text(KPINotes.remark(kpi)),
    ])
  }

  /// A KPI that cannot be computed says so: 0 would be a claim.
  static func value(_ kpi: KPIResult, _ style: CellStyle, span: Int = 1) -> SheetCell {
    guard let value = kpi.value else { return .text("無法計算", .centered, span: span) }
    return .integer(value, style, span: span)
  }

  private static let number = CellStyle(
    border: true, alignment: .center, wrap: false, numberFormat: .integer)

  private static func section(_ name: String) -> [Sheet.Row] {
    [Sheet.Row([]), Sheet.Row([.text(name, .section, span: widths.count)])]
  }

  private static func annotations(_ run: RunResult) -> [Sheet.Row] {
    let rows = run.annotations.map { note($0.kpi, $0.text) }
    return rows.isEmpty ? [] : section("說明註記") + rows
  }

  private static func openReadings(_ run: RunResult) -> [Sheet.Row] {
    let rows = run.kpis.flatMap { kpi in
      kpi.open.map { note(kpi.number, $0) }
    }
    return rows.isEmpty ? [] : section("尚待確認之解讀") + rows
  }

  private static func warnings(_ run: RunResult, _ notes: KPINotes) -> [Sheet.Row] {
    let rows = run.kpis.flatMap { kpi in
      notes.warnings(kpi).map { note(kpi.number, $0) }
    }
    return rows.isEmpty ? [] : section("數值之提示") + rows
  }

  private static func note(_ kpi: Int?, _ text: String) -> Sheet.Row {
    Sheet.Row([.integer(kpi, number), .text(text, .text, span: widths.count - 1)])
  }

  private static func inputs(_ run: RunResult) -> [Sheet.Row] {
    let rows = run.inputs.map { file in
      note(
        nil,
        "\(file.file)（\(file.encoding)）：讀取 \(file.rows) 筆，剔除 \(file.rejected) 筆，"
          + "合併重複 \(file.duplicates) 筆")
    }
    return rows.isEmpty ? [] : section("資料說明") + rows
  }
}
