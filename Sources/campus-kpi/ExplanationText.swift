import Campus
import Count
import Report

/// The verdict on a key for people: each of its rows, rule by rule, with file and line.
enum ExplanationText {
  static func text(
    _ explanation: Explanation?, _ result: KPIResult, key: String, language: Language
  ) -> String {
    let wording = language.commands
    guard let explanation else { return (result.reason ?? "") + "\n" }
    guard !explanation.rows.isEmpty else {
      return wording.noRow(kpi: result.id, key: key) + "\n"
    }
    let counted = explanation.rows.contains { $0.counted }
    var lines = [
      "\(result.id) \(result.title)", "\(key): \(wording.verdict(counted: counted))", "",
    ]
    for row in explanation.rows {
      lines.append("\(row.location): \(wording.verdict(counted: row.counted))")
      lines.append(
        "  " + row.values.map { "\($0.column)=\($0.value)" }.joined(separator: "  "))
      lines += AlignedTable.lines(
        head: wording.stepsHead,
        rows: row.steps.map { step in
          [step.rule, wording.outcome(step), step.lookedUp?.description ?? ""]
        }
      ).map { "  " + $0 }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  /// What the latest revision says of the key, after what the exports say now.
  static func text(_ published: PublishedVerdict, language: Language) -> String {
    let wording = language.commands
    guard !published.rows.isEmpty else {
      return wording.publishedNothing(revision: published.revision) + "\n"
    }
    let lines = published.rows.map { row in
      let values = row.values.map { "\($0.column)=\($0.value)" }.joined(separator: "  ")
      return "  \(row.location): \(row.verdict)  \(values)"
    }
    return ([wording.published(revision: published.revision)] + lines).joined(separator: "\n")
      + "\n"
  }
}
