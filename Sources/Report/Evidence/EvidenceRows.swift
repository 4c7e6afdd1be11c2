import Campus

/// The counted rows of one KPI as words: what `evidence/kpi-NN.csv` shows, free of the tables.
package struct EvidenceRows: Sendable {
  /// One column: its distinct words, and for each row the number of its word.
  package struct Column: Sendable {
    /// `nationality`, or `students.nationality` for a person's row that was looked up.
    package let title: String
    /// Names a person: replaced when identifiers are pseudonymised.
    package let personal: Bool
    package let words: [String]
    /// Negative where the value is missing.
    package let numbers: [Int32]

    package init(title: String, personal: Bool, words: [String], numbers: [Int32]) {
      self.title = title
      self.personal = personal
      self.words = words
      self.numbers = numbers
    }
  }

  /// The key first, then what the rules looked at, then `file`.
  package let columns: [Column]
  package let lines: [Int32]

  package init(columns: [Column], lines: [Int32]) {
    self.columns = columns
    self.lines = lines
  }
}

extension EvidenceRows {
  /// The counted rows of what a run decided.
  package init(_ decisions: KPIDecisions) {
    let counted = decisions.verdicts.indices.filter {
      decisions.verdicts[$0] == KPIEvidence.counted
    }
    var columns = (decisions.itemColumns + decisions.valueColumns).map { column in
      Column(
        title: column.title, personal: column.personal, words: column.cells.words,
        numbers: counted.map { column.cells.numbers[$0] })
    }
    columns.append(
      Column(
        title: "file", personal: false, words: decisions.files.words,
        numbers: counted.map { decisions.files.numbers[$0] }))
    self.init(columns: columns, lines: counted.map { decisions.lines[$0] })
  }
}
