import Campus

/// Reads one stored run back as the reports need it.
struct RunReader {
  private let database: Database
  private let run: Int

  init(_ database: Database, run: Int) {
    self.database = database
    self.run = run
  }

  /// Everything but the restatement's lines of older runs: a run that published.
  func result() throws -> RunResult {
    var result = try values()
    result.findings = try findings()
    result.restatement = try restatement(revision: result.revision)
    result.details = try DetailTables(
      database, run: run, columns: PackedColumns(database)
    ).read()
    result.corrections = try corrections()
    return result
  }

  /// What `kpi.json` shows of it: no findings, of which there may be very many, no tables, no
  /// restatement and no corrections.
  func values() throws -> RunResult {
    let heads = try database.rows(
      """
      SELECT school_code, school_name, period_from, period_to, revision, purged,
        school_establishment, school_category
      FROM runs WHERE run = ?
      """, .integer(run)
    ) { row in
      (
        school: School(
          code: row.word(0), name: row.word(1), establishment: row.text(6), category: row.text(7)),
        period: try period(row.word(2), row.word(3)), revision: row.integer(4),
        purged: row.text(5)
      )
    }
    guard let head = heads.first, let revision = head.revision else {
      throw Failure(.usage, "run \(run) published nothing", help: "see 'campus-kpi runs'")
    }
    if let purged = head.purged {
      throw Failure(
        .inputMissing, "the evidence of run \(run) was purged on \(purged)",
        help: "its values are in 'campus-kpi history'; its published reports are as they were")
    }
    var result = RunResult(
      school: head.school, period: head.period, revision: revision, inputs: try inputs(),
      kpis: try kpis(), findings: [FindingRecord]())
    result.annotations = try annotations()
    return result
  }

  func inputs() throws -> [FileSummary] {
    try database.rows("SELECT * FROM inputs WHERE run = ? ORDER BY position", .integer(run)) {
      var file = FileSummary(
        source: $0.word(2), file: $0.word(3), sha256: $0.word(4), encoding: $0.word(5))
      file.rows = $0.number(6)
      file.rejected = $0.number(7)
      file.duplicates = $0.number(8)
      return file
    }
  }

  func definitions() throws -> [UsedFile] {
    try database.rows(
      "SELECT path, sha256 FROM definitions_used WHERE run = ? ORDER BY path", .integer(run)
    ) { UsedFile(name: $0.word(0), sha256: $0.word(1)) }
  }

  func kpis() throws -> [KPIResult] {
    let figures = try parts("figures") {
      KPIResult.Figure(key: $0.word(3), label: $0.word(4), value: $0.number(5))
    }
    let observations = try parts("observations") {
      KPIResult.Observation(referenceDate: try day($0.word(3)), value: $0.number(4))
    }
    let breakdown = try parts("breakdowns") {
      KPIResult.BreakdownEntry(
        by: $0.word(3), key: $0.word(4), label: $0.word(5), value: $0.number(6))
    }
    let exclusions = try parts("exclusions") {
      KPIResult.Exclusion(rule: $0.word(3), reason: $0.word(4), rows: $0.number(5))
    }
    let warnings = try parts("kpi_warnings") { $0.word(3) }
    let open = try parts("open_readings") { $0.word(3) }
    return try database.rows(
      "SELECT * FROM kpi_values WHERE run = ? ORDER BY kpi", .integer(run)
    ) { row in
      let number = row.number(1)
      var kpi = KPIResult(
        number: number, id: row.word(2), title: row.word(3), english: row.word(4),
        dataSource: row.word(5), unit: row.word(6), definition: row.word(7))
      kpi.text = row.word(8)
      kpi.status = KPIResult.Status(rawValue: row.word(9)) ?? .unavailable
      kpi.reason = row.text(10)
      kpi.value = row.integer(11)
      kpi.target = row.integer(12)
      kpi.referenceDate = try row.text(13).map(day)
      if let read = row.integer(14) {
        var funnel = KPIResult.Funnel()
        funnel.read = read
        funnel.rejected = row.number(15)
        funnel.duplicates = row.number(16)
        funnel.excluded = row.number(17)
        funnel.counted = row.number(18)
        kpi.funnel = funnel
      }
      kpi.figures = figures[number] ?? []
      kpi.observations = observations[number] ?? []
      kpi.breakdown = breakdown[number] ?? []
      kpi.exclusions = exclusions[number] ?? []
      kpi.warnings = warnings[number] ?? []
      kpi.open = open[number] ?? []
      return kpi
    }
  }

  /// The lines of a table by KPI: column 1 is the KPI, 2 the position.
  private func parts<Part>(_ table: String, _ read: (Statement) throws -> Part) throws
    -> [Int: [Part]]
  {
    var parts: [Int: [Part]] = [:]
    let rows = try database.rows(
      "SELECT * FROM \(table) WHERE run = ? ORDER BY kpi, position", .integer(run)
    ) { ($0.number(1), try read($0)) }
    for (kpi, part) in rows { parts[kpi, default: []].append(part) }
    return parts
  }

  private func findings() throws -> [FindingRecord] {
    try database.rows("SELECT * FROM findings WHERE run = ? ORDER BY position", .integer(run)) {
      FindingRecord(
        severity: Finding.Severity(rawValue: $0.word(2)) ?? .error, code: $0.word(3),
        source: $0.word(4), location: SourceLocation(file: $0.word(5), line: $0.number(6)),
        column: $0.word(7), english: $0.word(8), chinese: $0.word(9))
    }
  }

  func corrections() throws -> [AppliedCorrection] {
    try database.rows("SELECT * FROM corrections WHERE run = ? ORDER BY position", .integer(run)) {
      AppliedCorrection(
        source: $0.word(2), key: $0.word(3), column: $0.word(4), old: $0.word(5), new: $0.word(6),
        reason: $0.word(7), approvedBy: $0.word(8),
        location: SourceLocation(file: $0.word(9), line: $0.number(10)))
    }
  }

  private func annotations() throws -> [Annotation] {
    try database.rows(
      "SELECT kpi, note, added FROM annotations WHERE run = ? ORDER BY annotation", .integer(run)
    ) { Annotation(kpi: $0.number(0), text: $0.word(1), added: $0.word(2)) }
  }

  private func restatement(revision: Int) throws -> Restatement? {
    guard
      let old = try database.integer(
        "SELECT p.revision FROM runs r JOIN runs p ON p.run = r.previous_run WHERE r.run = ?",
        .integer(run))
    else { return nil }
    let lines = try parts("restatement_causes") { row in
      var line = Restatement.Line(
        direction: .init(rawValue: row.word(3)) ?? .came, key: row.word(4),
        cause: .init(rawValue: row.word(5)) ?? .programChanged, before: row.word(10),
        after: row.word(11), location: SourceLocation(file: row.word(13), line: row.number(14)))
      line.lookup = row.text(6)
      line.column = row.text(7)
      line.old = row.text(8)
      line.new = row.text(9)
      line.definition = row.text(12)
      line.correction = row.text(15)
      return line
    }
    let changes = try database.rows(
      """
      SELECT s.kpi, v.id, v.title, v.english, s.old, s.new, s.old_definition, s.new_definition,
        s.note
      FROM restatements s JOIN kpi_values v ON v.run = s.run AND v.kpi = s.kpi
      WHERE s.run = ? ORDER BY s.kpi
      """, .integer(run)
    ) { row in
      var change = Restatement.Change(
        kpi: row.number(0), id: row.word(1), title: row.word(2), english: row.word(3),
        old: row.integer(4), new: row.integer(5), oldDefinition: row.word(6),
        newDefinition: row.word(7))
      change.note = row.text(8)
      change.lines = lines[row.number(0)] ?? []
      return change
    }
    return Restatement(
      oldRevision: old, newRevision: revision, changes: changes, corrections: try corrections())
  }

  private func day(_ text: String) throws -> CalendarDate {
    guard let day = CalendarDate(iso: text) else {
      throw database.damaged("a stored day is no day")
    }
    return day
  }

  private func period(_ from: String, _ to: String) throws -> ReportingPeriod {
    guard let period = ReportingPeriod(from: try day(from), to: try day(to)) else {
      throw database.damaged("a stored period is no period")
    }
    return period
  }
}
