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
  package static var counted: UInt8 { 255 }
  package static var unknownPerson: UInt8 { 254 }

  package let kpi: Int
  package let source: String
  /// The columns that name what is counted: the item's, or the key of an event.
  package let keyColumns: [String]
  /// Those of the source's columns that name a person; nil stands for all.
  package let personalColumns: Set<String>?
  package let columns: [Column]
  /// One verdict for each row of the table.
  package let verdicts: [UInt8]
  /// The rule that leaves out the rows of other semesters, which a change of their other columns
  /// cannot bring in: nobody remembers that it did.
  package let forgottenRule: UInt8?
  /// The ids of the rules, which verdicts name by their index.
  package let rules: [String]
  /// Whether the KPI counts rows and not distinct items.
  package let countsRows: Bool
  /// The source's key, which tells that two runs saw the same row; empty when it has none.
  package let eventColumns: [String]
  package let lookups: [Lookup]

  package init(
    kpi: Int, source: String, keyColumns: [String], columns: [Column], verdicts: [UInt8],
    forgottenRule: UInt8? = nil, rules: [String] = [], countsRows: Bool = false,
    eventColumns: [String] = [], lookups: [Lookup] = [],
    personalColumns: Set<String>? = nil
  ) {
    self.kpi = kpi
    self.source = source
    self.keyColumns = keyColumns
    self.columns = columns
    self.verdicts = verdicts
    self.forgottenRule = forgottenRule
    self.rules = rules
    self.countsRows = countsRows
    self.eventColumns = eventColumns
    self.lookups = lookups
    self.personalColumns = personalColumns
  }

  /// The counted rows, ascending.
  package var rows: [Int32] { KPIEvidence.rows(of: KPIEvidence.counted, in: verdicts) }

  /// The rows whose verdict is remembered, ascending, the counted ones among them.
  package var decided: [Int32] {
    guard let forgottenRule else { return Array(0..<Int32(verdicts.count)) }
    return KPIEvidence.rows(in: verdicts) { $0 != forgottenRule }
  }

  /// The rows of one verdict, ascending.
  package static func rows(of verdict: UInt8, in verdicts: [UInt8]) -> [Int32] {
    rows(in: verdicts) { $0 == verdict }
  }

  private static func rows(in verdicts: [UInt8], where isWanted: (UInt8) -> Bool) -> [Int32] {
    var rows: [Int32] = []
    for (row, verdict) in verdicts.enumerated() where isWanted(verdict) { rows.append(Int32(row)) }
    return rows
  }
}
