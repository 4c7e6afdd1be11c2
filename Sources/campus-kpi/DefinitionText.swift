import Campus
import Definitions
import Report

/// A definition for people: the ministry's text, the rules and how many rows each leaves out.
enum DefinitionText {
  static func text(_ definition: KPIDefinition, _ result: KPIResult, language: Language) -> String {
    let wording = language.commands
    var lines = [
      "\(definition.number) · \(definition.title) · \(definition.unit) · \(definition.dataSource)",
      definition.english, "pipelines/kpis/\(definition.name).yaml", "", definition.text, "",
    ]
    if let reason = result.reason {
      return (lines + [reason]).joined(separator: "\n") + "\n"
    }
    if let funnel = result.funnel {
      let left = Dictionary(uniqueKeysWithValues: result.exclusions.map { ($0.rule, $0.rows) })
      var rows: [[String]] = [
        [wording.read, "", String(funnel.read)],
        [wording.rejected, "", String(-funnel.rejected)],
        [wording.duplicates, "", String(-funnel.duplicates)],
      ]
      rows += definition.rules.map { [$0.id, $0.reason, String(-(left[$0.id] ?? 0))] }
      rows.append([wording.counted, "", String(funnel.counted)])
      lines += AlignedTable.lines(head: wording.rulesHead, rows: rows, right: [2])
    }
    lines += ["", wording.value(result.value ?? 0, unit: definition.unit)]
    lines += result.figures.map { "  \($0.label): \($0.value)" }
    lines += result.observations.map { "  \($0.referenceDate): \($0.value)" }
    if !definition.open.isEmpty {
      lines += ["", wording.openReadings]
      lines += definition.open.map { "  - " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
