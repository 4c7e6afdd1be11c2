import Campus

/// Writes what was decided on the rows of a KPI: packed columns for differences, and a line for
/// each counted row that a person can read.
struct DecisionsWriter {
  private let database: Database
  private let run: Int
  private let columns: PackedColumns

  init(_ database: Database, run: Int, columns: PackedColumns) {
    self.database = database
    self.run = run
    self.columns = columns
  }

  func write(_ decisions: KPIDecisions) throws {
    try database.run(
      "INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?)", .integer(run), .integer(decisions.kpi),
      .text(decisions.source), .integer(decisions.countsRows ? 1 : 0),
      .text(decisions.rules.joined(separator: "\n")),
      .text(decisions.eventColumns.joined(separator: "\n")))
    let kept: [(role: String, column: KPIDecisions.Column?, cells: WordColumn)] =
      [
        ("file", nil, decisions.files),
        ("line", nil, WordColumn(words: [], numbers: decisions.lines)),
        ("verdict", nil, WordColumn(words: [], numbers: decisions.verdicts.map { Int32($0) })),
      ] + decisions.columns.map { ($0.role.rawValue, $0, $0.cells) }
    // They are packed while the evidence is written.
    let pending = columns.begin(kept.map(\.cells))
    try writeEvidence(decisions)
    let packed = try columns.store(pending)
    let insert = try database.prepare(
      "INSERT INTO decision_columns VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (position, (role, column, _)) in kept.enumerated() {
      try insert.run([
        .integer(run), .integer(decisions.kpi), .integer(position), .text(role),
        .optional(column?.lookup), .text(column?.name ?? ""),
        .integer(column?.personal ?? false ? 1 : 0), .integer(column?.decides ?? false ? 1 : 0),
        .integer(packed[position]),
      ])
    }
  }

  private func writeEvidence(_ decisions: KPIDecisions) throws {
    let insert = try database.prepare("INSERT INTO evidence_blocks VALUES (?, ?, ?, ?, ?, ?)")
    try EvidenceText(decisions).forEachBlock { block in
      try insert.bind([
        .integer(run), .integer(decisions.kpi), .integer(block.first), .integer(block.rowCount),
        .text(block.file),
      ])
      try insert.bind(unownedText: block.text, at: 6)
      _ = try insert.step()
      try insert.reset()
    }
  }

  func write(_ rejected: RejectedRows) throws {
    let insert = try database.prepare("INSERT INTO rejected_columns VALUES (?, ?, ?, ?, ?, ?)")
    var position = 0
    func write(_ role: String, _ name: String, _ cells: WordColumn) throws {
      try insert.run([
        .integer(run), .text(rejected.source), .integer(position), .text(role), .text(name),
        .integer(try columns.store(cells)),
      ])
      position += 1
    }
    try write("file", "", WordColumn(rejected.rows.map(\.location.file)))
    try write(
      "line", "",
      WordColumn(words: [], numbers: rejected.rows.map { Int32(clamping: $0.location.line) }))
    try write("code", "", WordColumn(rejected.rows.map(\.code)))
    for (index, name) in rejected.columns.enumerated() {
      try write(
        "identifier", name,
        WordColumn(
          rejected.rows.map { $0.identifiers.indices.contains(index) ? $0.identifiers[index] : nil }
        ))
    }
  }
}
