/// A line of `corrections.csv` that a run applied to a row (product.md, "Corrections"). A line that
/// was applied to several rows of one key gives one for each.
package struct AppliedCorrection: Hashable, Sendable {
  /// The name under which `corrections.csv` stands among a run's inputs.
  package static let inputName = "corrections"
  /// The columns of `corrections.csv`.
  package static let columns = [
    "source", "key", "column", "old", "new", "reason", "approved_by",
  ]

  package let source: String
  /// The values of the source's key columns as the reports write them, joined by `|`. Of a row whose
  /// key was corrected it is the export's.
  package let key: String
  /// `*` removes the row.
  package let column: String
  package let old: String
  package let new: String
  package let reason: String
  package let approvedBy: String
  /// The row in the export.
  package let location: SourceLocation

  package init(
    source: String, key: String, column: String, old: String, new: String, reason: String,
    approvedBy: String, location: SourceLocation
  ) {
    self.source = source
    self.key = key
    self.column = column
    self.old = old
    self.new = new
    self.reason = reason
    self.approvedBy = approvedBy
    self.location = location
  }
}
