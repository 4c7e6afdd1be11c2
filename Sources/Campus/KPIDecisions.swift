/// What one run decided on the rows of one KPI, free of the tables it was decided on: kept by the
/// store, shown as evidence, compared with another run's.
package struct KPIDecisions: Sendable {
  package struct Column: Sendable {
    package enum Role: String, Sendable {
      /// Names what is counted.
      case item
      /// Looked at by a rule or a breakdown.
      case value
      /// Only part of the key of the row.
      case event
      /// The key of the person's row that was looked up, its parts joined by `|`.
      case lookupKey
    }

    package let role: Role
    /// The looked-up source, or nil for the row itself.
    package let lookup: String?
    package let name: String
    package let personal: Bool
    package let decides: Bool
    package let cells: WordColumn

    package init(
      role: Role, lookup: String?, name: String, personal: Bool, decides: Bool, cells: WordColumn
    ) {
      self.role = role
      self.lookup = lookup
      self.name = name
      self.personal = personal
      self.decides = decides
      self.cells = cells
    }

    /// The name in the evidence: `students.programme` for a looked-up column.
    package var title: String { lookup.map { $0 + "." + name } ?? name }
  }

  package let kpi: Int
  package let source: String
  package let countsRows: Bool
  package let rules: [String]
  /// The source's key; empty when it has none.
  package let eventColumns: [String]
  package let columns: [Column]
  package let files: WordColumn
  package let lines: [Int32]
  package let verdicts: [UInt8]
  /// The columns that name what is counted.
  package let itemColumns: [Column]

  package init(
    kpi: Int, source: String, countsRows: Bool, rules: [String], eventColumns: [String],
    columns: [Column], files: WordColumn, lines: [Int32], verdicts: [UInt8]
  ) {
    self.kpi = kpi
    self.source = source
    self.countsRows = countsRows
    self.rules = rules
    self.eventColumns = eventColumns
    self.columns = columns
    self.files = files
    self.lines = lines
    self.verdicts = verdicts
    itemColumns = columns.filter { $0.role == .item }
  }

  package var rowCount: Int { lines.count }

  /// The columns that stand in the evidence beside the key.
  package var valueColumns: [Column] { columns.filter { $0.role == .value } }

  /// The verdict in words: the id of a rule, `counted` or `unknown-person`.
  package func verdict(_ row: Int) -> String {
    switch verdicts[row] {
    case KPIEvidence.counted: "counted"
    case KPIEvidence.unknownPerson: "unknown-person"
    case let rule: Int(rule) < rules.count ? rules[Int(rule)] : "rule \(rule)"
    }
  }

  /// What a row counts for, the parts joined by `|`; a missing part is empty.
  package func key(_ row: Int) -> String {
    if itemColumns.count == 1 { return itemColumns[0].cells.text(row) ?? "" }
    return itemColumns.map { $0.cells.text(row) ?? "" }.joined(separator: "|")
  }

  package func location(_ row: Int) -> SourceLocation {
    SourceLocation(file: files.text(row) ?? "", line: Int(lines[row]))
  }
}

extension KPIDecisions {
  /// Takes the decided rows out of the tables of a run; a column that is in no table has no values.
  package init(_ evidence: KPIEvidence, from decided: inout DecidedColumns) throws {
    let table = decided.table(evidence.source)
    let rows = evidence.decided
    var wanted: [DecidedColumns.Wanted] = []
    var columns: [(WordColumn) -> Column] = []
    func add(
      _ role: Column.Role, _ name: String, of lookup: String? = nil, personal: Bool,
      decides: Bool = false, _ cells: DecidedColumns.Wanted
    ) {
      wanted.append(cells)
      columns.append {
        Column(
          role: role, lookup: lookup, name: name, personal: personal, decides: decides, cells: $0)
      }
    }
    func own(_ name: String) -> DecidedColumns.Wanted {
      DecidedColumns.Wanted(source: evidence.source, name: name, rows: rows) {
        table.columns[name].map { WordColumn($0, rows: rows) }
          ?? WordColumn(words: [], numbers: rows.map { _ in WordColumn.missing })
      }
    }
    func namesPerson(_ name: String) -> Bool { evidence.personalColumns?.contains(name) ?? true }
    for name in evidence.keyColumns { add(.item, name, personal: namesPerson(name), own(name)) }
    for column in evidence.columns where column.lookup == nil {
      add(
        .value, column.name, personal: column.personal, decides: column.decides,
        own(column.name))
    }
    var shown = Set(wanted.map(\.name))
    for name in evidence.eventColumns where shown.insert(name).inserted {
      add(.event, name, personal: namesPerson(name), own(name))
    }
    for lookup in evidence.lookups {
      let other = decided.table(lookup.source)
      // No column is named so.
      let key = "|" + lookup.keyColumns.joined(separator: "|")
      add(
        .lookupKey, "", of: lookup.source, personal: true,
        DecidedColumns.Wanted(source: lookup.source, name: key, rows: lookup.rows) {
          KPIDecisions.keys(of: lookup, in: other)
        })
      for column in evidence.columns where column.lookup == lookup.source {
        guard let values = other.columns[column.name] else { continue }
        add(
          .value, column.name, of: lookup.source, personal: column.personal,
          decides: column.decides,
          DecidedColumns.Wanted(source: lookup.source, name: column.name, rows: lookup.rows) {
            WordColumn(values, rows: lookup.rows)
          })
      }
    }
    let cells = try decided.cells(wanted)
    self.init(
      kpi: evidence.kpi, source: evidence.source, countsRows: evidence.countsRows,
      rules: evidence.rules, eventColumns: evidence.eventColumns,
      columns: zip(columns, cells).map { $0($1) },
      files: WordColumn(
        words: table.files.map(\.file), numbers: rows.map { Int32(table.fileIndexes[Int($0)]) }),
      lines: rows.map { table.lines[Int($0)] },
      verdicts: rows.map { evidence.verdicts[Int($0)] })
  }

  /// The key of each looked-up row; a row that several rows look up is worded once.
  private static func keys(of lookup: KPIEvidence.Lookup, in table: Table) -> WordColumn {
    // Where nobody was found there is no key.
    let rows = NumberedValues(lookup.rows, leavingOut: -1)
    return WordColumn(
      joining: lookup.keyColumns.map { name in
        table.columns[name].map { WordColumn($0, rows: rows.distinct) }
      }, by: UInt8(ascii: "|"), numbers: rows.numbers)
  }
}
