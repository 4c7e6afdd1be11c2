import Campus

/// What changed between two revisions, for the terminal.
package struct RestatementText {
  private let restatement: Restatement
  private let wording: any TableWording
  /// Whether the keys are named: never where the output may go into a mail or a log.
  private let namesKeys: Bool

  package init(_ restatement: Restatement, language: Language, namesKeys: Bool) {
    self.restatement = restatement
    self.wording = language.tables
    self.namesKeys = namesKeys
  }

  package var text: String {
    let (old, new) = (restatement.oldRevision, restatement.newRevision)
    guard !restatement.changes.isEmpty else {
      return wording.noDifference(from: old, to: new) + "\n"
    }
    var lines = [wording.difference(from: old, to: new), ""]
    lines += AlignedTable.lines(
      head: wording.changesHead, rows: restatement.changes.map(summary), right: [1, 2, 3, 4, 5])
    if namesKeys {
      for change in restatement.changes where !change.lines.isEmpty {
        lines += ["", "\(change.id) \(wording.name(change.title, english: change.english))"]
        lines += change.lines.map { "  " + line($0) }
      }
    }
    if !restatement.corrections.isEmpty {
      lines += ["", wording.correctionsApplied(restatement.corrections.count)]
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
    return [
      change.id, change.old.map { String($0) } ?? wording.none,
      change.new.map { String($0) } ?? wording.none,
      difference, keys(.came), keys(.went), causes.joined(separator: ", "),
    ]
  }

  private func line(_ line: Restatement.Line) -> String {
    var text = "\(line.direction == .came ? "+" : "-") \(line.key)  \(line.cause.rawValue)"
    if let lookup = line.lookup { text += " \(lookup)" }
    if let column = line.column {
      text += " \(column)"
      if let old = line.old, let new = line.new {
        let none = wording.noValue
        text += " \(old.isEmpty ? none : old) → \(new.isEmpty ? none : new)"
      }
    } else if let definition = line.definition {
      text += " \(definition)"
    }
    text += "  \(line.before) → \(line.after)  \(line.location)"
    if let correction = line.correction { text += "  " + wording.correction(correction) }
    return text
  }
}
