import Campus

/// What changed between two revisions, for the terminal.
package struct RestatementText {
  private let restatement: Restatement
  private let isChinese: Bool
  /// Whether the keys are named: never where the output may go into a mail or a log.
  private let namesKeys: Bool

  package init(_ restatement: Restatement, language: Language, namesKeys: Bool) {
    self.restatement = restatement
    self.isChinese = language == .traditionalChinese
    self.namesKeys = namesKeys
  }

  package var text: String {
    let (old, new) = (restatement.oldRevision, restatement.newRevision)
    let title = word("revision \(old) to revision \(new)", "第 \(old) 版與第 \(new) 版之差異")
    guard !restatement.changes.isEmpty else {
      return title + word(": no value and no counted key changed\n", "：數值與計入項目均無異動\n")
    }
    var lines = [title + word(":", "："), ""]
    let head =
      isChinese
      ? ["指標", "原值", "新值", "增減", "新增項目", "移除項目", "原因"]
      : ["KPI", "old", "new", "change", "came", "went", "causes"]
    lines += AlignedTable.lines(
      head: head, rows: restatement.changes.map(summary), right: [1, 2, 3, 4, 5])
    if namesKeys {
      for change in restatement.changes where !change.lines.isEmpty {
        lines += ["", "\(change.id) \(isChinese ? change.title : change.english)"]
        lines += change.lines.map { "  " + RestatementText.line($0, word: word) }
      }
    }
    if !restatement.corrections.isEmpty {
      let count = restatement.corrections.count
      lines += [
        "", word("corrections applied: \(count)", "已套用更正：\(count) 筆"),
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func summary(_ change: Restatement.Change) -> [String] {
    var difference = ""
    if let old = change.old, let new = change.new {
      difference = new > old ? "+\(new - old)" : String(new - old)
    }
    func keys(_ direction: Restatement.Direction) -> String {
      String(Set(change.lines.filter { $0.direction == direction }.map(\.key)).count)
    }
    var counts: [String: Int] = [:]
    for line in change.lines { counts[line.cause.rawValue, default: 0] += 1 }
    var causes = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    if let note = change.note { causes.append(note) }
    if change.oldDefinition != change.newDefinition {
      causes.append("\(change.oldDefinition) → \(change.newDefinition)")
    }
    let none = word("none", "無")
    return [
      change.id, change.old.map { String($0) } ?? none, change.new.map { String($0) } ?? none,
      difference, keys(.came), keys(.went), causes.joined(separator: ", "),
    ]
  }

  private static func line(
    _ line: Restatement.Line, word: (_ english: String, _ chinese: String) -> String
  ) -> String {
    var text = "\(line.direction == .came ? "+" : "-") \(line.key)  \(line.cause.rawValue)"
    if let lookup = line.lookup { text += " \(lookup)" }
    if let column = line.column {
      text += " \(column)"
      if let old = line.old, let new = line.new {
        let none = word("(none)", "（無）")
        text += " \(old.isEmpty ? none : old) → \(new.isEmpty ? none : new)"
      }
    } else if let definition = line.definition {
      text += " \(definition)"
    }
    text += "  \(line.before) → \(line.after)  \(line.location)"
    if let correction = line.correction { text += "  \(word("correction", "更正")): \(correction)" }
    return text
  }

  private func word(_ english: String, _ chinese: String) -> String {
    isChinese ? chinese : english
  }
}
