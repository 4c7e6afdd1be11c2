import Campus
import Count
import Report

/// The verdict on a key for people: each of its rows, rule by rule, with file and line.
enum ExplanationText {
  static func text(
    _ explanation: Explanation?, _ result: KPIResult, key: String, language: Language
  ) -> String {
    let chinese = language == .traditionalChinese
    guard let explanation else { return (result.reason ?? "") + "\n" }
    guard !explanation.rows.isEmpty else {
      return chinese
        ? "\(result.id)：來源中沒有代碼 \(key) 的有效資料；若該列被剔除，請執行 campus-kpi check\n"
        : "\(result.id): no accepted row has the key \(key); if its row was rejected, "
          + "'campus-kpi check' says why\n"
    }
    let counted = explanation.rows.contains { $0.counted }
    var lines = [
      "\(result.id) \(result.title)", "\(key): \(verdict(counted, chinese))", "",
    ]
    for row in explanation.rows {
      lines.append("\(row.location): \(verdict(row.counted, chinese))")
      lines.append(
        "  " + row.values.map { "\($0.column)=\($0.value)" }.joined(separator: "  "))
      lines += AlignedTable.lines(
        head: chinese ? ["規則", "結果", "查對"] : ["rule", "verdict", "looked up"],
        rows: row.steps.map { step in
          [step.rule, outcome(step, chinese), step.lookedUp?.description ?? ""]
        }
      ).map { "  " + $0 }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  /// What the latest revision says of the key, after what the exports say now.
  static func text(_ published: PublishedVerdict, language: Language) -> String {
    let chinese = language == .traditionalChinese
    let head =
      chinese
      ? "已發布之第 \(published.revision) 版：" : "published in revision \(published.revision):"
    guard !published.rows.isEmpty else {
      return head + (chinese ? "沒有此代碼\n" : " nothing was decided on this key\n")
    }
    let lines = published.rows.map { row in
      let values = row.values.map { "\($0.column)=\($0.value)" }.joined(separator: "  ")
      return "  \(row.location): \(row.verdict)  \(values)"
    }
    return ([head] + lines).joined(separator: "\n") + "\n"
  }

  private static func verdict(_ counted: Bool, _ chinese: Bool) -> String {
    switch (counted, chinese) {
    case (true, false): "counted"
    case (false, false): "not counted"
    case (true, true): "計入"
    case (false, true): "不計入"
    }
  }

  private static func outcome(_ step: Explanation.Step, _ chinese: Bool) -> String {
    switch step.outcome {
    case .holds: chinese ? "符合" : "holds"
    case .fails: (chinese ? "排除：" : "left out: ") + step.reason
    case .notConcerned: chinese ? "不適用" : "does not apply"
    case .unknownPerson: chinese ? "查無此人" : "no row for the person"
    case .notReached: chinese ? "未檢查" : "not reached"
    }
  }
}
