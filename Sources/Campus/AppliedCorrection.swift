/// A line of `corrections.csv` that a run applied (product.md, "Corrections").
package struct AppliedCorrection: Hashable, Sendable {
  package let source: String
  /// The source's key columns joined by `|`.
  package let key: String
  /// `*` removes the row.
  package let column: String
  package let old: String
  package let new: String
  package let reason: String
  package let approvedBy: String

  package init(
    source: String, key: String, column: String, old: String, new: String, reason: String,
    approvedBy: String
  ) {
    self.source = source
    self.key = key
    self.column = column
    self.old = old
    self.new = new
    self.reason = reason
    self.approvedBy = approvedBy
  }
}

/// An explanation that someone gave for a KPI of a revision; the reports carry it.
package struct Annotation: Hashable, Sendable {
  package let kpi: Int
  package let text: String
  /// When it was given, as a time of day with its zone.
  package let added: String

  package init(kpi: Int, text: String, added: String) {
    self.kpi = kpi
    self.text = text
    self.added = added
  }
}
