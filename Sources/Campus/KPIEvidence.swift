/// Which rows of a source one KPI counted, and what its rules looked at.
package struct KPIEvidence: Sendable {
  /// A column of the row or of the person's row that was looked up.
  package struct Column: Hashable, Sendable {
    /// The looked-up source, or nil for the row itself.
    package let lookup: String?
    package let name: String

    package init(lookup: String?, name: String) {
      self.lookup = lookup
      self.name = name
    }
  }

  /// What the rules said of a row: below these two the index of the rule that left it out.
  package static let counted: UInt8 = 255
  package static let unknownPerson: UInt8 = 254

  package let kpi: Int
  package let source: String
  /// The columns that name what is counted: the item's, or the key of an event.
  package let keyColumns: [String]
  package let columns: [Column]
  /// One verdict for each row of the table.
  package let verdicts: [UInt8]
  /// The counted rows, ascending.
  package let rows: [Int32]
  /// For each looked-up source, the person's row for each counted row; -1 for none.
  package let lookedUp: [String: [Int32]]

  package init(
    kpi: Int, source: String, keyColumns: [String], columns: [Column], verdicts: [UInt8],
    rows: [Int32], lookedUp: [String: [Int32]]
  ) {
    self.kpi = kpi
    self.source = source
    self.keyColumns = keyColumns
    self.columns = columns
    self.verdicts = verdicts
    self.rows = rows
    self.lookedUp = lookedUp
  }
}
