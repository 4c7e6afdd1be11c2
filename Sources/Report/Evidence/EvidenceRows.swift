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
  /// - Parameters:
  ///   - tables: the evidence's own source and those that were looked up in.
  ///   - isPersonal: whether a column of a source names a person.
  package init(
    _ evidence: KPIEvidence, tables: [String: Table],
    isPersonal: (_ source: String, _ column: String) -> Bool
  ) {
    let table = tables[evidence.source] ?? Table(source: evidence.source)
    var columns = evidence.keyColumns.map { name in
      Column(
        title: name, personal: isPersonal(evidence.source, name), table.columns[name],
        rows: evidence.rows)
    }
    for column in evidence.columns {
      let source = column.lookup ?? evidence.source
      let rows = column.lookup.map { evidence.lookedUp[$0] ?? [] } ?? evidence.rows
      columns.append(
        Column(
          title: column.lookup.map { $0 + "." + column.name } ?? column.name,
          personal: isPersonal(source, column.name), tables[source]?.columns[column.name],
          rows: rows, count: evidence.rows.count))
    }
    columns.append(
      Column(
        title: "file", personal: false, words: table.files.map(\.file),
        numbers: evidence.rows.map { Int32(table.fileIndexes[Int($0)]) }))
    self.init(columns: columns, lines: evidence.rows.map { table.lines[Int($0)] })
  }
}

extension EvidenceRows.Column {
  /// The words of a table's column in some of its rows; a row below 0 has none.
  fileprivate init(
    title: String, personal: Bool, _ column: TableColumn?, rows: [Int32], count: Int? = nil
  ) {
    var words: [String] = []
    var numbers = [Int32](repeating: -1, count: count ?? rows.count)
    if let column {
      var known: [Int32: Int32] = [:]
      for (index, row) in rows.enumerated() where row >= 0 {
        let value = column.values[Int(row)]
        if let number = known[value] {
          numbers[index] = number
        } else if let word = column.text(Int(row)) {
          known[value] = Int32(words.count)
          numbers[index] = Int32(words.count)
          words.append(word)
        }
      }
    }
    self.init(title: title, personal: personal, words: words, numbers: numbers)
  }
}
