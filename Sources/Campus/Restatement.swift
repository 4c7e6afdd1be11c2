/// What changed between two runs, key by key, and why (reports.md, section 7).
package struct Restatement: Hashable, Sendable {
  package enum Direction: String, Sendable {
    case came, went
  }

  package enum Cause: String, Sendable {
    case rowAdded = "row-added"
    case rowRemoved = "row-removed"
    case valueChanged = "value-changed"
    case newlyRejected = "newly-rejected"
    case noLongerRejected = "no-longer-rejected"
    case ruleChanged = "rule-changed"
    /// Rows and definitions are the same: another version of the program judged otherwise.
    case programChanged = "program-changed"
  }

  /// One cause for which a key came or went.
  package struct Line: Hashable, Sendable {
    package let direction: Direction
    /// What is counted, the parts joined by `|`.
    package let key: String
    package let cause: Cause
    /// The looked-up source that the cause lies in, or nil for the row itself.
    package var lookup: String?
    /// The column whose value changed, with its codes; no values of a personal column.
    package var column: String?
    package var old: String?
    package var new: String?
    /// The verdict before and after: a rule's id, `counted`, `unknown-person`, `absent`, or
    /// the code of the finding that rejected the row.
    package var before: String
    package var after: String
    /// The definition files that changed, or the finding's code.
    package var definition: String?
    package var location: SourceLocation
    /// The correction that explains the cause: its reason and who approved it.
    package var correction: String?

    package init(
      direction: Direction, key: String, cause: Cause, before: String, after: String,
      location: SourceLocation
    ) {
      self.direction = direction
      self.key = key
      self.cause = cause
      self.before = before
      self.after = after
      self.location = location
    }
  }

  /// One KPI whose value, status or keys changed.
  package struct Change: Hashable, Sendable {
    package let kpi: Int
    package let id: String
    package let title: String
    package let english: String
    /// Nil when the KPI was unavailable.
    package let old: Int?
    package let new: Int?
    package var oldDefinition: String
    package var newDefinition: String
    /// Why there are no lines although the value may have changed: unavailable or purged.
    package var note: String?
    /// By direction, then by key.
    package var lines: [Line] = []

    package init(
      kpi: Int, id: String, title: String, english: String, old: Int?, new: Int?,
      oldDefinition: String, newDefinition: String
    ) {
      self.kpi = kpi
      self.id = id
      self.title = title
      self.english = english
      self.old = old
      self.new = new
      self.oldDefinition = oldDefinition
      self.newDefinition = newDefinition
    }
  }

  package let oldRevision: Int
  package let newRevision: Int
  /// In order of number; a KPI of which nothing changed is not here.
  package let changes: [Change]
  package let corrections: [AppliedCorrection]

  package init(
    oldRevision: Int, newRevision: Int, changes: [Change], corrections: [AppliedCorrection]
  ) {
    self.oldRevision = oldRevision
    self.newRevision = newRevision
    self.changes = changes
    self.corrections = corrections
  }
}
