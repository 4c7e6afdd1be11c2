import Campus

/// The sheet of one KPI: definition text, figures, breakdown, and where every row that was read went.
enum KPISheet {
  private static let widths: [Double] = [17, 23, 43, 14]

  static func sheet(_ kpi: KPIResult, run: RunResult, notes: KPINotes) -> Sheet {
    let rows =
      head(kpi, run) + definition(kpi) + figures(kpi) + observations(kpi) + breakdown(kpi)
      + funnel(kpi)
      + sentences("說明註記", run.annotations.filter { $0.kpi == kpi.number }.map(\.text))
      + sentences("尚待確認之解讀", kpi.open)
      + sentences("數值之提示", notes.warnings(kpi))
    return Sheet(
      name: "KPI \(kpi.number)", orientation: .portrait, columnWidths: widths,
      rows: rows.map { SheetLayout.row($0.cells, widths: widths) },
      frozenRows: 2, repeatedRows: 0..<1, footer: KPISummarySheet.footer(run))
  }

  private static func head(_ kpi: KPIResult, _ run: RunResult) -> [Sheet.Row] {
    func fact(_ name: String, _ cell: SheetCell) -> Sheet.Row {
      Sheet.Row([.text(name, .label), cell])
    }
    func text(_ value: String) -> SheetCell { .text(value, .text, span: 3) }
    let percent = kpi.achievementPercent.map { SheetCell.Value.decimal($0) } ?? .blank
    var rows = [
      Sheet.Row([.text("KPI \(kpi.number)　\(kpi.title)", .title, span: 4)]),
      Sheet.Row([.text(kpi.english, .subtitle, span: 4)]),
      Sheet.Row([]),
      fact("達成值", KPISummarySheet.value(kpi, .result.leftAligned, span: 3)),
      fact("預計達成目標", .integer(kpi.target, .integer.leftAligned, span: 3)),
      fact("達成率(%)", SheetCell(percent, .percent.leftAligned, span: 3)),
      fact("單位", text(kpi.unit)),
      fact("KPI資料來源", text(kpi.dataSource)),
      fact("學校", text("\(run.school.code) \(run.school.name)")),
      fact("期間", text("\(run.period.label)（\(run.period.from) 至 \(run.period.to)）")),
    ]
    if let date = kpi.referenceDate { rows.append(fact("基準日", text(date.description))) }
    if let reason = kpi.reason { rows.append(fact("無法計算之原因", text(reason))) }
    return rows
  }

  private static func section(_ name: String) -> [Sheet.Row] {
    [Sheet.Row([]), Sheet.Row([.text(name, .section, span: 4)])]
  }

  private static func definition(_ kpi: KPIResult) -> [Sheet.Row] {
    section("定義") + [
      Sheet.Row([.text(kpi.text, .text, span: 4)]),
      Sheet.Row([
        .text("定義檔", .label), .text("kpis/\(kpi.definition).yaml", .text, span: 3),
      ]),
    ]
  }

  private static func table(_ name: String, _ headings: [String], _ rows: [[SheetCell]])
    -> [Sheet.Row]
  {
    guard !rows.isEmpty else { return [] }
    return section(name) + [Sheet.Row(headings.map { .text($0, .heading) })]
      + rows.map { Sheet.Row($0) }
  }

  private static func figures(_ kpi: KPIResult) -> [Sheet.Row] {
    table(
      "數據", ["項目", "代碼", "名稱", "數值"],
      kpi.figures.map {
        [.text("數據"), .text($0.key), .text($0.label), .integer($0.value)]
      })
  }

  private static func observations(_ kpi: KPIResult) -> [Sheet.Row] {
    table(
      "其他基準日", ["項目", "基準日", "說明", "數值"],
      kpi.observations.map {
        [
          .text("觀察值"), .text($0.referenceDate.description),
          .text("該基準日之人數，不計入達成值"), .integer($0.value),
        ]
      })
  }

  private static func breakdown(_ kpi: KPIResult) -> [Sheet.Row] {
    table(
      "分項統計", ["分項", "代碼", "名稱", "數值"],
      kpi.breakdown.map {
        [.text(DimensionName.chinese($0.by)), .text($0.key), .text($0.label), .integer($0.value)]
      })
  }

  private static func funnel(_ kpi: KPIResult) -> [Sheet.Row] {
    guard let funnel = kpi.funnel else { return [] }
    func step(_ name: String, _ rule: String, _ reason: String, _ rows: Int) -> [SheetCell] {
      [.text(name), .text(rule), .text(reason), .integer(rows)]
    }
    return table(
      "自讀取至列計", ["步驟", "規則", "原因", "筆數"],
      [
        step("讀取", "", "來源檔案之資料列", funnel.read),
        step("剔除", "", "資料有誤，詳見 findings.csv", funnel.rejected),
        step("合併", "", "鍵值與內容皆相同之重複列", funnel.duplicates),
      ] + kpi.exclusions.map { step("不列計", $0.rule, $0.reason, $0.rows) } + [
        step("不列計合計", "", "", funnel.excluded), step("列計", "", "", funnel.counted),
      ])
  }

  private static func sentences(_ name: String, _ sentences: [String]) -> [Sheet.Row] {
    guard !sentences.isEmpty else { return [] }
    return section(name) + sentences.map { Sheet.Row([.text($0, .text, span: 4)]) }
  }
}
