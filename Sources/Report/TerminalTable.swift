import Campus

/// The fourteen values on the terminal, then the data notes (reports.md, section 6).
package enum TerminalTable {
  package static func text(_ run: RunResult, language: Language) -> String {
    let chinese = language == .traditionalChinese
    let head =
      chinese
      ? ["序號", "KPI項目", "單位", "達成值", "目標", "達成率(%)"]
      : ["no.", "KPI", "unit", "value", "target", "%"]
    let rows = run.kpis.map { kpi in
      [
        String(kpi.number), chinese || kpi.english.isEmpty ? kpi.title : kpi.english, kpi.unit,
        kpi.value.map { String($0) } ?? (chinese ? "無法計算" : "unavailable"),
        kpi.target.map { String($0) } ?? "", kpi.achievementPercent ?? "",
      ]
    }
    var lines = ["\(run.school.code) \(run.school.name)　\(run.period.label)", ""]
    lines += AlignedTable.lines(head: head, rows: rows, right: [0, 3, 4, 5])
    let notes = run.kpis.flatMap(TerminalTable.notes)
    if !notes.isEmpty { lines += ["", chinese ? "資料說明：" : "data notes:"] + notes }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func notes(_ kpi: KPIResult) -> [String] {
    var notes: [String] = []
    if let reason = kpi.reason { notes.append("  \(kpi.id): \(reason)") }
    if !kpi.warnings.isEmpty {
      notes.append("  \(kpi.id): \(kpi.warnings.joined(separator: ", "))")
    }
    return notes
  }
}
