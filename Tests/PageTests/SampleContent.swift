import Campus

@testable import Report

/// A made-up run of a made-up university, large enough to fill every part of the page.
struct SampleContent {
  /// What every text of the data holds beside its own words.
  var suffix = ""

  func content() throws -> PageContent {
    let period = try period("2025-08-01..2025-12-31")
    var run = RunResult(
      school: School(code: "9999", name: "示範大學" + suffix), period: period, revision: 2,
      inputs: inputs, kpis: kpis, findings: [FindingRecord]())
    run.restatement = restatement
    run.annotations = [
      Annotation(kpi: 4, text: "本期新增印尼雙聯專班一班。" + suffix, added: "2026-01-05T09:30:00+08:00")
    ]
    return PageContent(
      run: run,
      definitions: Dictionary(
        uniqueKeysWithValues: Self.indicators.map {
          ($0.number, PageContent.Definition(text: $0.text + suffix, source: $0.source))
        }),
      sourceTitles: [
        "students": "在學學生" + suffix, "faculty": "專兼任教師", "publications": "期刊論文",
        "projects": "國際合作計畫", "student_mobility": "學生出國進修交流",
      ],
      history: try history(), findings: findings)
  }

  func period(_ text: String) throws -> ReportingPeriod {
    guard let period = ReportingPeriod(text) else {
      throw Failure(.bug, "not a period: \(text)")
    }
    return period
  }

  private var inputs: [FileSummary] {
    Self.sources.enumerated().map { index, source in
      var file = FileSummary(
        source: source, file: "\(source)\(suffix).csv",
        sha256: String(repeating: padded(index, 2) + "a7f3", count: 11).prefix(64).description,
        encoding: index % 3 == 1 ? "cp950" : "utf-8")
      file.rows = [1_200, 840, 96, 34, 260, 118, 240, 75, 1_480, 60, 44][index]
      file.rejected = [3, 12, 0, 0, 7, 0, 1, 0, 18, 0, 0][index]
      file.duplicates = [1, 0, 0, 0, 0, 2, 0, 0, 9, 0, 0][index]
      return file
    }
  }

  private var findings: [PageContent.FindingCount] {
    [
      .init(
        source: "publications", code: "unmapped-partner-countries", severity: .error, count: 13),
      .init(source: "faculty", code: "invalid-date", severity: .error, count: 12),
      .init(source: "faculty_activities", code: "unknown-person", severity: .error, count: 7),
      .init(source: "publications", code: "missing-identity", severity: .error, count: 5),
      .init(source: "students", code: "unmapped-nationality", severity: .error, count: 3),
      .init(source: "publications", code: "duplicate-row", severity: .warning, count: 9),
      .init(source: "students", code: "dual-degree-unproven", severity: .warning, count: 4),
      .init(source: "students", code: "column-absent" + suffix, severity: .warning, count: 1),
    ]
  }

  private var restatement: Restatement {
    func change(
      _ kpi: Int, _ old: Int, _ new: Int, _ lines: [(Restatement.Direction, Restatement.Cause, Int)]
    ) -> Restatement.Change {
      var change = Restatement.Change(
        kpi: kpi, id: "kpi-" + padded(kpi, 2), title: "", english: "", old: old, new: new,
        oldDefinition: "", newDefinition: "")
      for (direction, cause, count) in lines {
        for index in 0..<count {
          var line = Restatement.Line(
            direction: direction, key: "A12345678\(index)", cause: cause, before: "non-roc",
            after: "counted", location: SourceLocation(file: "students.csv", line: 7))
          if cause == .valueChanged {
            (line.column, line.old, line.new) = ("nationality", "VN", "TW" + suffix)
          }
          if cause == .ruleChanged { line.definition = "kpi-10/2025-08-01" }
          change.lines.append(line)
        }
      }
      return change
    }
    return Restatement(
      oldRevision: 1, newRevision: 2,
      changes: [
        change(4, 128, 132, [(.came, .rowAdded, 5), (.went, .valueChanged, 1)]),
        change(10, 6, 5, [(.went, .ruleChanged, 1)]),
        change(13, 37, 41, [(.came, .noLongerRejected, 4)]),
      ], corrections: [])
  }

  private func history() throws -> [PublishedValue] {
    let years = [
      try period("2021-08-01..2021-12-31"), try period("2022-08-01..2022-12-31"),
      try period("2023-08-01..2023-12-31"), try period("2024-08-01..2024-12-31"),
    ]
    var values: [PublishedValue] = []
    for indicator in Self.indicators where indicator.number != 12 {
      let value = indicator.value
      for (index, year) in years.enumerated() {
        let past = value * (60 + index * 9 + (indicator.number * 7 + index * 5) % 17) / 100
        values.append(
          PublishedValue(
            kpi: indicator.number, period: year, revision: 1,
            value: indicator.number == 2 && index == 1 ? nil : past))
      }
      values.append(
        PublishedValue(
          kpi: indicator.number, period: try period("2024-08-01..2025-07-31"), revision: 3,
          value: value * 2))
      let old = [4: 128, 13: 37, 10: 6][indicator.number] ?? value
      values.append(
        PublishedValue(
          kpi: indicator.number, period: try period("2025-08-01..2025-12-31"), revision: 1,
          value: old))
    }
    return values
  }

  private var kpis: [KPIResult] {
    Self.indicators.map { indicator in
      var kpi = KPIResult(
        number: indicator.number, id: "kpi-" + padded(indicator.number, 2),
        title: indicator.title + suffix, english: indicator.english + suffix,
        dataSource: indicator.dataSource, unit: indicator.unit + suffix,
        definition: "kpi-\(padded(indicator.number, 2))/2020-08-01")
      if indicator.number == 12 {
        kpi.status = .unavailable
        kpi.reason = "books.csv：沒有這個檔案" + suffix
        return kpi
      }
      kpi.value = indicator.value
      kpi.target = indicator.target
      kpi.breakdown = breakdown(indicator)
      kpi.open = indicator.open.map { $0 + suffix }
      kpi.funnel = funnel(indicator)
      kpi.exclusions = exclusions(indicator)
      if indicator.number == 4 || indicator.number == 8 {
        kpi.referenceDate = CalendarDate(iso: "2025-10-15")
        kpi.observations = [
          .init(referenceDate: CalendarDate(dayNumber: 20_527), value: indicator.value - 3)
        ]
      }
      if indicator.number == 8 {
        kpi.figures = [
          .init(key: "dual_degree", label: "雙聯學制學生" + suffix, value: 12),
          .init(key: "foreign", label: "外國學生", value: 80),
        ]
        kpi.warnings = ["column-absent", "dual-degree-unproven", "asked-by-definition" + suffix]
      }
      if indicator.number == 13 {
        kpi.figures = [
          .init(key: "mainland_hk_macau_only", label: "僅與大陸、港澳地區合著", value: 3)
        ]
      }
      return kpi
    }
  }

  private func funnel(_ indicator: Indicator) -> KPIResult.Funnel {
    var funnel = KPIResult.Funnel()
    let file = inputs.first { $0.source == indicator.source }
    funnel.read = file?.rows ?? 0
    funnel.rejected = file?.rejected ?? 0
    funnel.duplicates = file?.duplicates ?? 0
    funnel.counted = indicator.value
    funnel.excluded = funnel.read - funnel.rejected - funnel.duplicates - funnel.counted
    return funnel
  }

  private func exclusions(_ indicator: Indicator) -> [KPIResult.Exclusion] {
    let excluded = funnel(indicator).excluded
    let first = excluded * 62 / 100
    let second = excluded * 29 / 100
    return [
      .init(rule: "period", reason: "不在計算期間" + suffix, rows: first),
      .init(rule: "non-roc", reason: "具中華民國國籍", rows: second),
      .init(rule: "master-or-doctoral", reason: "非碩士班或博士班", rows: excluded - first - second),
      .init(rule: "enrolled", reason: "非在學", rows: 0),
    ]
  }

  private func breakdown(_ indicator: Indicator) -> [KPIResult.BreakdownEntry] {
    indicator.by.flatMap { by in
      let labels = Self.labels[by] ?? ["其他"]
      var left = indicator.value
      var entries: [KPIResult.BreakdownEntry] = []
      for (index, label) in labels.enumerated() where left > 0 {
        let value = index == labels.count - 1 ? left : max(1, left * 3 / 10)
        left -= value
        entries.append(
          .init(by: by, key: "\(by)-\(padded(index, 2))", label: label + suffix, value: value))
      }
      return entries.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    }
  }
}
