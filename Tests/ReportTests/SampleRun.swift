import Campus

/// A result made by hand, with everything a report shows and cells that want to be more than text.
enum SampleRun {
  /// What a spreadsheet, XML, a ZIP package or CSV could take for something else.
  static let hostile = [
    "=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "＝1+1", "＋1", "－1", "＠x", "'=1+1",
    "''=1+1", "'quoted'", "0012", "1E5", "1/2", "TRUE", "2025-08-01", "12.50",
    "9999999999999999999",
    "a\tb", "two\nlines", "\u{FFFD}", "<b>&amp;</b>", "\"quotes\", and commas",
    "_x0041_ is no A", "  two blanks  inside  ", "{=A1}", "#REF!", "http://example.com/",
    "mailto:a@example.com", "internal:Sheet1!A1", "𠮷野家", "e\u{0301}", "\u{202E}mirrored",
    "=HYPERLINK(\"http://example.com\",\"x\")", "%s%n", "&P &N &D",
    String(repeating: "長", count: 300),
  ]

  static func run(texts: [String] = hostile) -> RunResult {
    var kpi = KPIResult(
      number: 4, id: "kpi-04", title: "=碩博士學位國際學生人數", english: "@International students",
      dataSource: "校庫匯入", unit: "人", definition: "kpi-04/2020-08-01")
    kpi.text = "「碩博士學位國際學生」排除中華民國國籍、學士班、碩士在職專班。"
    kpi.value = 132
    kpi.target = 150
    kpi.referenceDate = CalendarDate(iso: "2025-10-15")
    kpi.figures = [.init(key: "dual_degree", label: "雙聯學制學生", value: 12)]
    kpi.observations =
      CalendarDate(iso: "2026-03-15").map { [.init(referenceDate: $0, value: 129)] } ?? []
    kpi.breakdown = texts.enumerated().map {
      .init(by: "college", key: $1, label: $1, value: $0 + 1)
    }
    var funnel = KPIResult.Funnel()
    funnel.read = 1_200
    funnel.rejected = 3
    funnel.duplicates = 1
    funnel.excluded = 1_064
    funnel.counted = 132
    kpi.funnel = funnel
    kpi.exclusions = [.init(rule: "non-roc", reason: "具中華民國國籍", rows: 1_064)]
    kpi.warnings = ["column-absent"]
    kpi.open = texts
    var unavailable = KPIResult(
      number: 5, id: "kpi-05", title: "交換教師人數（出國）", english: "Exchange teachers",
      dataSource: "校庫匯入", unit: "人", definition: "kpi-05/2020-08-01")
    unavailable.status = .unavailable
    unavailable.reason = "缺少來源檔案 faculty.csv"
    var file = FileSummary(
      source: "students", file: "students.csv", sha256: "00", encoding: "utf-8")
    file.rows = 1_200
    file.rejected = 3
    file.duplicates = 1
    let table = DetailTable(
      id: "kpi-04", number: 4, title: "KPI 4 碩博士學位國際學生人數", notes: ["性別不詳 1 人僅列於小計"],
      columns: [
        .init(
          heading: "學校代碼", kind: .text, cells: DetailCells(texts.map { _ in .text("0019") })),
        .init(heading: "學院", kind: .text, cells: DetailCells(texts.map { .text($0) })),
        .init(
          heading: "核定金額", kind: .number,
          cells: DetailCells(
            texts.indices.map { $0 % 2 == 0 ? .decimal("4099839.5") : .missing })),
        .init(
          heading: "人數小計", kind: .number,
          cells: DetailCells(texts.indices.map { .integer($0) })),
      ], sum: 3)
    guard let period = ReportingPeriod("2025-08-01..2025-12-31") else {
      preconditionFailure("the sample's period is one")
    }
    var run = RunResult(
      school: School(code: "0019", name: "示範大學 & Co."), period: period, revision: 2,
      inputs: [file], kpis: [kpi, unavailable], findings: [FindingRecord]())
    run.details = [table]
    return run
  }
}
