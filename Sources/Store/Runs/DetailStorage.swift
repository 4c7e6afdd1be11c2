import Campus

/// Writes and reads the detail tables of one run.
struct DetailStorage {
  private let database: Database
  private let run: Int
  private let columns: PackedColumns

  init(_ database: Database, run: Int, columns: PackedColumns) {
    self.database = database
    self.run = run
    self.columns = columns
  }

  func write(_ table: DetailTable) throws {
    try database.run(
      "INSERT INTO detail_tables VALUES (?, ?, ?, ?, ?, ?, ?)", .integer(run),
      .integer(table.number), .text(table.id), .text(table.title),
      .text(table.notes.joined(separator: "\n")), .integer(table.rows.count),
      .integer(table.sum))
    for (position, column) in table.columns.enumerated() {
      let cells = WordColumn(
        table.rows.map { $0[position] == .missing ? nil : $0[position].text })
      try database.run(
        "INSERT INTO detail_columns VALUES (?, ?, ?, ?, ?, ?)", .integer(run),
        .integer(table.number), .integer(position), .text(column.heading),
        .text(column.kind.rawValue), .integer(try columns.store(cells)))
    }
  }

  /// The tables in order of number.
  func tables() throws -> [DetailTable] {
    try database.rows(
      "SELECT kpi, id, title, notes, lines, lines_sum FROM detail_tables WHERE run = ? ORDER BY kpi",
      .integer(run)
    ) { row in
      (
        kpi: row.number(0), id: row.word(1), title: row.word(2), notes: row.word(3),
        lines: row.number(4), sum: row.number(5)
      )
    }.map { head in
      let parts = try self.columns(kpi: head.kpi, lines: head.lines)
      return DetailTable(
        id: head.id, number: head.kpi, title: head.title,
        notes: head.notes.split(separator: "\n").map(String.init), columns: parts.map(\.column),
        rows: (0..<head.lines).map { line in
          parts.map { DetailTable.Cell($0.cells.text(line), kind: $0.column.kind) }
        }, sum: head.sum)
    }
  }

  private func columns(kpi: Int, lines: Int) throws -> [(
    column: DetailTable.Column, cells: WordColumn
  )] {
    try database.rows(
      """
      SELECT heading, kind, packed FROM detail_columns WHERE run = ? AND kpi = ?
      ORDER BY position
      """, .integer(run), .integer(kpi)
    ) { ($0.word(0), $0.word(1), $0.number(2)) }.map { heading, kind, packed in
      let cells = try columns.column(packed)
      guard cells.rowCount == lines, let kind = DetailTable.Column.Kind(rawValue: kind) else {
        throw DatabaseError.corrupt(database.path, "the detail table of run \(run) does not fit")
      }
      return (DetailTable.Column(heading: heading, kind: kind), cells)
    }
  }
}
