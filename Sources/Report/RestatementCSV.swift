import Campus

/// `restatement.csv`: what changed since the revision before, key by key (reports.md, section 7).
/// Restricted: it names persons.
///
/// A line without a direction gives a KPI's old and new value; the lines below it the keys.
package enum RestatementCSV {
  package static func bytes(_ restatement: Restatement, pseudonyms: Pseudonyms? = nil)
    -> [UInt8]
  {
    var csv = CSVText()
    csv.row([
      "kpi", "old_value", "new_value", "direction", "key", "cause", "source", "column", "old",
      "new", "before", "after", "definition", "file", "line", "correction",
    ])
    for change in restatement.changes {
      let definitions =
        change.oldDefinition == change.newDefinition
        ? [change.newDefinition] : [change.oldDefinition, change.newDefinition]
      csv.row(
        [change.id, number(change.old), number(change.new), "", "", change.note ?? ""]
          + ["", "", "", "", "", ""] + [definitions.filter { !$0.isEmpty }.joined(separator: ";")]
          + ["", "", ""])
      for line in change.lines {
        csv.row([
          change.id, "", "", line.direction.rawValue,
          pseudonyms.map { key(line.key, $0) } ?? line.key, line.cause.rawValue,
          line.lookup ?? "", line.column ?? "", line.old ?? "", line.new ?? "", line.before,
          line.after, line.definition ?? "", line.location.file,
          line.location.line == 0 ? "" : String(line.location.line), line.correction ?? "",
        ])
      }
    }
    return csv.bytes
  }

  /// Each part of a key has the pseudonym it has in the evidence.
  private static func key(_ key: String, _ pseudonyms: Pseudonyms) -> String {
    key.split(separator: "|", omittingEmptySubsequences: false).map {
      $0.isEmpty ? "" : pseudonyms.pseudonym(of: String($0))
    }.joined(separator: "|")
  }

  private static func number(_ value: Int?) -> String { value.map { String($0) } ?? "" }
}
