/// Which rows of a source one KPI counted, and what its rules looked at.
package struct KPIEvidence: Sendable {
  /// A column of the row or of the person's row that was looked up.
  package struct Column: Hashable, Sendable {
    /// The looked-up source, or nil for the row itself.
    package let lookup: String?
    package let name: String
    /// Whether its values never stand in a message.
    package let personal: Bool
    /// Whether a rule reads it, so that it can be why a row is counted; a breakdown alone cannot.
    package let decides: Bool

    package init(lookup: String?, name: String, personal: Bool = false, decides: Bool = true) {
      self.lookup = lookup
      self.name = name
      self.personal = personal
      self.decides = decides
    }
  }

  /// The rows of another source in which the rules look the person up.
  package struct Lookup: Sendable {
    package let source: String
    /// The columns that name a row of that source.
    package let keyColumns: [String]
    /// The person's row for each decided row; -1 for none.
    package let rows: [Int32]

    package init(source: String, keyColumns: [String], rows: [Int32]) {
      self.source = source
      self.keyColumns = keyColumns
      self.rows = rows
    }
  }

  /// What the rules said of a row: below these two the index of the rule that left it out.
  package static let counted: UInt8 = 255
  package static let unknownPerson: UInt8 = 254

  package let kpi: Int
  package let source: String
  /// The columns that name what is counted: the item's, or the key of an event.
  package let keyColumns: [String]
  /// Those of the source's columns that name a person; nil stands for all.
  package let personalColumns: Set<String>?
  package let columns: [Column]
  /// One verdict for each row of the table.
  package let verdicts: [UInt8]
  /// The counted rows, ascending.
  package let rows: [Int32]
  /// The ids of the rules, which verdicts name by their index.
  package let rules: [String]
  /// Whether the KPI counts rows and not distinct items.
  package let countsRows: Bool
  /// The source's key, which tells that two runs saw the same row; empty when it has none.
  package let eventColumns: [String]
  /// The rows whose verdict is remembered, ascending, the counted ones among them: all but those
  /// that belong to another semester, which a change of their other columns cannot bring in.
  package let decided: [Int32]
  package let lookups: [Lookup]

  package init(
    kpi: Int, source: String, keyColumns: [String], columns: [Column], verdicts: [UInt8],
    rows: [Int32], rules: [String] = [], countsRows: Bool = false,
    eventColumns: [String] = [], decided: [Int32]? = nil, lookups: [Lookup] = [],
    personalColumns: Set<String>? = nil
  ) {
    self.kpi = kpi
    self.source = source
    self.keyColumns = keyColumns
    self.columns = columns
    self.verdicts = verdicts
    self.rows = rows
    self.rules = rules
    self.countsRows = countsRows
    self.eventColumns = eventColumns
    self.decided = decided ?? rows
    self.lookups = lookups
    self.personalColumns = personalColumns
  }
}
