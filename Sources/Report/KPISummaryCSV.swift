import Campus

/// `kpi-summary.csv`: 績效指標達成情形表 (reports.md, section 2).
package enum KPISummaryCSV {
  package static func text(_ run: RunResult) -> String {
    var csv = CSVText()
    csv.row(["高等教育深耕計畫 國際重點領域 績效指標達成情形表"])
    csv.row(["學校", run.school.code, run.school.name])
    csv.row(["期間", run.period.label, "\(run.period.from) 至 \(run.period.to)"])
    csv.row(["版次", String(run.revision)])
    let referenceDates = Set(run.kpis.compactMap(\.referenceDate)).sorted()
    csv.row(["基準日"] + referenceDates.map(\.description))
    csv.row([])
    csv.row([
      "序號", "KPI項目", "KPI資料來源", "單位", "預計達成目標", "達成值", "達成率(%)", "說明",
    ])
    for kpi in run.kpis {
      csv.row([
        String(kpi.number), kpi.title, kpi.dataSource, kpi.unit,
        kpi.target.map { String($0) } ?? "", kpi.value.map { String($0) } ?? "無法計算",
        kpi.achievementPercent ?? "", note(kpi),
      ])
    }
    csv.row([])
    csv.row(["尚待確認之解讀"])
    for kpi in run.kpis {
      for reading in kpi.open { csv.row([String(kpi.number), reading]) }
    }
    csv.row([])
    csv.row(["資料說明"])
    for file in run.inputs {
      csv.row([
        file.file, "讀取 \(file.rows) 筆", "剔除 \(file.rejected) 筆", "合併重複 \(file.duplicates) 筆",
      ])
    }
    return csv.text
  }

  /// The figures, the reference date and what bears on the number.
  private static func note(_ kpi: KPIResult) -> String {
    if let reason = kpi.reason { return reason }
    var parts: [String] = []
    if let date = kpi.referenceDate { parts.append("基準日 \(date)") }
    parts += kpi.figures.map { "\($0.label) \($0.value)" }
    parts += kpi.observations.map { "\($0.referenceDate)：\($0.value)" }
    parts += kpi.warnings.map { "注意 [\($0)]" }
    return parts.joined(separator: "；")
  }
}
