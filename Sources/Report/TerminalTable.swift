import Campus

/// The fourteen values on the terminal, then the data notes (reports.md, section 6).
package enum TerminalTable {
  package static func text(_ run: RunResult, language: Language) -> String {
    let wording = language.tables
    let rows = run.kpis.map { kpi in
      [
        String(kpi.number), wording.name(kpi.title, english: kpi.english), kpi.unit,
        kpi.value.map { String($0) } ?? wording.unavailable,
        kpi.target.map { String($0) } ?? "", kpi.achievementPercent ?? "",
      ]
    }
    var lines = ["\(run.school.code) \(run.school.name)　\(run.period.label)", ""]
    lines += AlignedTable.lines(head: wording.valuesHead, rows: rows, right: [0, 3, 4, 5])
    let notes = run.kpis.flatMap(TerminalTable.notes)
    if !notes.isEmpty { lines += ["", wording.dataNotes] + notes }
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
