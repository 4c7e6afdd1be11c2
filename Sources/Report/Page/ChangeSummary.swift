import Campus

/// What a correction changed in one KPI (reports.md, section 7), without the keys, which name persons.
package struct ChangeSummary: Hashable, Sendable {
  /// Why keys came or went, and how many did.
  package struct Cause: Hashable, Sendable {
    package let cause: Restatement.Cause
    /// A column and its codes, a finding's code or a definition file; empty when there is none.
    package let detail: String
    package let came: Int
    package let went: Int
  }

  package let kpi: Int
  package let old: Int?
  package let new: Int?
  /// The most frequent first.
  package let causes: [Cause]
  /// Why there are no causes although the value may have changed; nil when there are.
  package let note: String?

  /// What the page may say; the public page neither counts nor names single cases.
  package init(_ change: Restatement.Change, isPublic: Bool) {
    self.kpi = change.kpi
    self.old = change.old
    self.new = change.new
    self.note = isPublic ? nil : change.note
    self.causes = isPublic ? [] : ChangeSummary.causes(change.lines)
  }

  /// Nil when either revision has no value.
  package var difference: Int? {
    guard let old, let new else { return nil }
    return new - old
  }

  private struct Kind: Hashable {
    let cause: Restatement.Cause
    let detail: String
  }

  private static func causes(_ lines: [Restatement.Line]) -> [Cause] {
    let kinds = Dictionary(grouping: lines) { Kind(cause: $0.cause, detail: detail($0)) }
    func keys(_ lines: [Restatement.Line], _ direction: Restatement.Direction) -> Int {
      Set(lines.lazy.filter { $0.direction == direction }.map(\.key)).count
    }
    return kinds.map { kind, lines in
      Cause(
        cause: kind.cause, detail: kind.detail, came: keys(lines, .came), went: keys(lines, .went))
    }.sorted {
      (-$0.came - $0.went, $0.cause.rawValue, $0.detail)
        < (-$1.came - $1.went, $1.cause.rawValue, $1.detail)
    }
  }

  /// `students.nationality: VN → TW`, or the definition file.
  private static func detail(_ line: Restatement.Line) -> String {
    guard let column = line.column else { return line.definition ?? "" }
    let name = line.lookup.map { $0 + "." + column } ?? column
    guard line.old != nil || line.new != nil else { return name }
    return "\(name): \(line.old ?? "") → \(line.new ?? "")"
  }
}
