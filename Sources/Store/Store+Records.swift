import Campus

extension Store {
  /// Every run, in the order in which they were recorded.
  package func runs() throws -> [StoredRun] { try runs(where: "1 ORDER BY run") }

  func runs(where condition: String, _ values: Statement.Value...) throws -> [StoredRun] {
    let statement = try database.prepare(
      """
      SELECT run, pipeline, period_from, period_to, revision, started, ended, exit_code, message,
        program, purged, language, options
      FROM runs WHERE \(condition)
      """)
    try statement.bind(values)
    var runs: [StoredRun] = []
    while try statement.step() {
      guard let period = ReportingPeriod(statement.word(2) + ".." + statement.word(3)) else {
        throw database.damaged("a stored period is no period")
      }
      runs.append(
        StoredRun(
          run: statement.number(0), pipeline: statement.word(1), period: period,
          revision: statement.integer(4), started: statement.word(5), ended: statement.word(6),
          exitCode: statement.number(7), message: statement.text(8), program: statement.word(9),
          language: Language(rawValue: statement.word(11)) ?? .english,
          options: statement.word(12).split(separator: " ").map(String.init),
          purged: statement.text(10)))
    }
    return runs
  }

  /// Published values by pipeline, period, KPI and revision.
  /// - Parameters:
  ///   - kpi: one KPI, or nil for all.
  ///   - run: only what was published up to this run, so that its reports are the same later.
  package func history(kpi: Int? = nil, upToRun run: Int? = nil) throws -> [HistoryEntry] {
    try database.rows(
      """
      SELECT r.run, r.pipeline, r.period_from, r.period_to, r.revision, r.started, v.kpi, v.id,
        v.title, v.english, v.unit, v.value, v.target
      FROM runs r JOIN kpi_values v USING (run)
      WHERE r.revision IS NOT NULL AND (?1 IS NULL OR v.kpi = ?1) AND (?2 IS NULL OR r.run <= ?2)
      ORDER BY r.pipeline, r.period_from, r.period_to, v.kpi, r.revision
      """, .optional(kpi), .optional(run)
    ) { row in
      guard let period = ReportingPeriod(row.word(2) + ".." + row.word(3)) else {
        throw database.damaged("a stored period is no period")
      }
      return HistoryEntry(
        run: row.number(0), pipeline: row.word(1), period: period, revision: row.number(4),
        started: row.word(5), kpi: row.number(6), id: row.word(7), title: row.word(8),
        english: row.word(9), unit: row.word(10), value: row.integer(11), target: row.integer(12))
    }
  }

  /// The result of a stored run, as it was published and with the annotations given since.
  package func result(ofRun run: Int) throws -> RunResult {
    var result = try RunReader(database, run: run).result()
    if let stored = try runs(where: "run = ?", .integer(run)).first {
      result.history = try publishedValues(stored.pipeline, upToRun: run)
    }
    return result
  }

  /// The values of a stored run, as `kpi.json` has them, and nothing else of it.
  package func values(ofRun run: Int) throws -> RunResult {
    try RunReader(database, run: run).values()
  }

  func publishedValues(_ pipeline: String, upToRun run: Int) throws -> [PublishedValue] {
    try history(upToRun: run).filter { $0.pipeline == pipeline }.map {
      PublishedValue(kpi: $0.kpi, period: $0.period, revision: $0.revision, value: $0.value)
    }
  }

  /// What a stored run decided on the rows of a KPI; nil when it was unavailable or purged.
  package func decisions(ofRun run: Int, kpi: Int) throws -> KPIDecisions? {
    try DecisionsReader(database, run: run, columns: PackedColumns(database)).decisions(kpi: kpi)
  }

  /// Writes the reports of a stored run again into their place below the output folder, the same
  /// bytes as when this program published it but for annotations given since.
  /// - Returns: the result, and the folder of the revision.
  package func restore(run: Int, _ rendering: Rendering) throws -> (result: RunResult, path: String)
  {
    let result = try result(ofRun: run)
    guard let stored = try runs(where: "run = ?", .integer(run)).first,
      let folder = try periodFolder(stored.period, of: stored.pipeline, making: true)
    else { throw Failure(.bug, "a store without an output folder cannot write reports") }
    do {
      let files = try folder.beginAgain(result.revision)
      let begun = rendering.begin(result, files)
      let columns = try PackedColumns(database)
      let reader = DecisionsReader(database, run: run, columns: columns)
      for kpi in try reader.kpis() {
        if let decisions = try reader.decisions(kpi: kpi) {
          try rendering.evidence(decisions, files)?.value()
        }
        columns.forget()
      }
      try begun?.value()
      try rendering.reports(result, files)
      try folder.replace(result.revision)
    } catch {
      try? folder.withdraw(result.revision, identity: identity)
      throw error
    }
    try heal()
    return (
      result, folder.folder.path + "/" + PeriodFolder.revisionName(result.revision)
    )
  }

  /// What changed from one published run to another, key by key, and why.
  package func diff(_ old: Int, _ new: Int) throws -> Restatement {
    let sides = try [old, new].map { run in
      guard let found = try runs(where: "run = ?", .integer(run)).first, found.revision != nil
      else {
        throw Failure(.usage, "run \(run) published nothing", help: "see 'campus-kpi runs'")
      }
      return found
    }
    let comparison = RunComparison(old: try compared(sides[0]), new: try compared(sides[1]))
    let columns = try PackedColumns(database)
    let readers = sides.map { DecisionsReader(database, run: $0.run, columns: columns) }
    var changes: [Restatement.Change] = []
    for kpi in comparison.kpis {
      if let change = comparison.change(
        of: kpi, oldDecisions: try readers[0].decisions(kpi: kpi),
        newDecisions: try readers[1].decisions(kpi: kpi))
      {
        changes.append(change)
      }
      columns.forget()
    }
    return Restatement(
      oldRevision: sides[0].revision ?? 0, newRevision: sides[1].revision ?? 0, changes: changes,
      corrections: try RunReader(database, run: new).corrections())
  }

  /// Adds an explanation to a KPI of a published run; the reports of the run carry it.
  package func annotate(run: Int, kpi: Int, text: String, added: String) throws {
    let known = try database.integer(
      "SELECT 1 FROM runs JOIN kpi_values USING (run) WHERE run = ? AND kpi = ? "
        + "AND revision IS NOT NULL", .integer(run), .integer(kpi))
    guard known != nil else {
      throw Failure(
        .usage, "run \(run) published no KPI \(kpi)", help: "see 'campus-kpi history'")
    }
    try database.transaction {
      try database.run(
        "INSERT INTO annotations (run, kpi, note, added) VALUES (?, ?, ?, ?)", .integer(run),
        .integer(kpi), .text(text), .text(added))
    }
    try bringCopyUpToDate()
  }
}
