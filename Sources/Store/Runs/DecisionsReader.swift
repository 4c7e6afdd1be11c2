import Campus

/// Reads the decisions and the rejected rows of a stored run.
struct DecisionsReader {
  private let database: Database
  private let run: Int
  private let columns: PackedColumns

  init(_ database: Database, run: Int, columns: PackedColumns) {
    self.database = database
    self.run = run
    self.columns = columns
  }

  /// The KPIs of which decisions are kept, in order.
  func kpis() throws -> [Int] {
    try database.rows("SELECT kpi FROM decisions WHERE run = ? ORDER BY kpi", .integer(run)) {
      $0.number(0)
    }
  }

  /// Nil when the run kept none for the KPI: it was unavailable, or purged.
  func decisions(kpi: Int) throws -> KPIDecisions? {
    let heads = try database.rows(
      "SELECT source, counts_rows, rules, event_columns FROM decisions WHERE run = ? AND kpi = ?",
      .integer(run), .integer(kpi)
    ) { ($0.word(0), $0.number(1) == 1, lines($0.word(2)), lines($0.word(3))) }
    guard let (source, countsRows, rules, eventColumns) = heads.first else { return nil }
    let stored = try database.rows(
      """
      SELECT role, lookup, name, personal, decides, packed FROM decision_columns
      WHERE run = ? AND kpi = ? ORDER BY position
      """, .integer(run), .integer(kpi)
    ) { row in
      (
        role: row.word(0), lookup: row.text(1), name: row.word(2), personal: row.number(3) == 1,
        decides: row.number(4) == 1, packed: row.number(5)
      )
    }
    var found: [KPIDecisions.Column] = []
    var places: [String: WordColumn] = [:]
    for entry in stored {
      let cells = try columns.column(entry.packed)
      if let role = KPIDecisions.Column.Role(rawValue: entry.role) {
        found.append(
          .init(
            role: role, lookup: entry.lookup, name: entry.name, personal: entry.personal,
            decides: entry.decides, cells: cells))
      } else {
        places[entry.role] = cells
      }
    }
    guard let files = places["file"], let fileLines = places["line"]?.numbers.array,
      let verdicts = places["verdict"]?.numbers,
      (found.map(\.cells.rowCount) + [files.rowCount, verdicts.count]).allSatisfy({
        $0 == fileLines.count
      })
    else { throw database.damaged("the decisions of run \(run) do not fit") }
    return KPIDecisions(
      kpi: kpi, source: source, countsRows: countsRows, rules: rules, eventColumns: eventColumns,
      columns: found, files: files, lines: fileLines,
      verdicts: verdicts.map { UInt8(truncatingIfNeeded: $0) })
  }

  func rejected() throws -> [RejectedRows] {
    let stored = try database.rows(
      """
      SELECT source, role, name, packed FROM rejected_columns
      WHERE run = ? ORDER BY source, position
      """, .integer(run)
    ) { (source: $0.word(0), role: $0.word(1), name: $0.word(2), packed: $0.number(3)) }
    return try Dictionary(grouping: stored, by: \.source).sorted { $0.key < $1.key }.map {
      source, entries in
      func column(_ role: String) throws -> WordColumn {
        guard let entry = entries.first(where: { $0.role == role }) else { return WordColumn() }
        return try columns.column(entry.packed)
      }
      let files = try column("file")
      let numbers = try column("line").numbers
      let codes = try column("code")
      let identifiers = entries.filter { $0.role == "identifier" }
      let cells = try identifiers.map { try columns.column($0.packed) }
      guard
        (cells.map(\.rowCount) + [files.rowCount, codes.rowCount]).allSatisfy({
          $0 == numbers.count
        })
      else {
        throw database.damaged("the rejected rows of run \(run) do not fit")
      }
      return RejectedRows(
        source: source, columns: identifiers.map(\.name),
        rows: numbers.indices.map { row in
          RejectedRows.Row(
            location: SourceLocation(file: files.text(row) ?? "", line: Int(numbers[row])),
            code: codes.text(row) ?? "", identifiers: cells.map { $0.text(row) })
        })
    }
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }
}
