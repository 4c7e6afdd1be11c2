import Campus

extension Store {
  /// The latest published run of a pipeline and period.
  package func latestRevision(pipeline: String, period: ReportingPeriod) throws -> StoredRun? {
    try runs(
      where: "pipeline = ? AND period_from = ? AND period_to = ? AND revision IS NOT NULL "
        + "ORDER BY revision DESC LIMIT 1",
      .text(pipeline), .text(period.from.description), .text(period.to.description)
    ).first
  }

  /// The latest revision when it was made of just these inputs and definitions; nil when there is
  /// something new to publish. The order of the files does not matter, and they are read only
  /// where there is a revision to compare them with.
  package func unchangedRevision(
    pipeline: String, period: ReportingPeriod, inputs: @autoclosure () throws -> [UsedFile],
    definitions: [UsedFile]
  ) throws -> StoredRun? {
    guard let latest = try latestRevision(pipeline: pipeline, period: period), latest.purged == nil
    else { return nil }
    let reader = RunReader(database, run: latest.run)
    guard try reader.definitions().sorted() == definitions.sorted() else { return nil }
    let known = try database.rows(
      "SELECT file, sha256 FROM inputs WHERE run = ?", .integer(latest.run)
    ) { UsedFile(name: $0.word(0), sha256: $0.word(1)) }
    return try known.sorted() == inputs().sorted() ? latest : nil
  }

  /// Records a run that published nothing: failed, or with nothing new (exit code 0).
  package func recordFailure(
    _ record: RunRecord, inputs: [FileSummary] = [], definitions: [UsedFile] = [],
    exitCode: Int, message: String?, ended: String
  ) throws {
    try database.transaction {
      let writer = try RunWriter(
        database, record, revision: nil, previous: nil, ended: ended, exitCode: exitCode,
        message: message)
      try writer.write(inputs: inputs, definitions: definitions)
    }
    try bringCopyUpToDate()
  }

  /// Publishes the next revision: reports written beside their place, synchronised, renamed,
  /// committed, linked to. What fails leaves the state of before. `StoreCopy` says how a copy takes
  /// part in it.
  /// - Parameters:
  ///   - workers: those that write reports, and help here when they have nothing to do.
  ///   - clock: gives the time at which the run ends.
  /// - Returns: the result as the reports show it, with its revision and restatement.
  package func publish(
    _ record: RunRecord, _ draft: RunDraft, rendering: Rendering, workers: Workers = Workers(),
    clock: () -> String
  ) throws -> (run: Int, result: RunResult) {
    try DatabaseFile.check(database)
    let previous = try latestRevision(pipeline: record.pipeline, period: record.period)
    let revision = (previous?.revision ?? 0) + 1
    guard let folder = try periodFolder(record.period, of: record.pipeline, making: true) else {
      throw Failure(.bug, "a store without an output folder cannot publish")
    }
    let published: (run: Int, result: RunResult)
    do {
      let files = try folder.begin(revision, identity: identity)
      // All that is written belongs to the run, whose row is written first.
      published = try database.transaction(checkingReferences: false) {
        let result = try load(
          record, draft, revision: revision, previous: previous, files: files,
          rendering: rendering, workers: workers, ended: clock)
        try folder.place(revision)
        try copy?.prepare(copiedTables, renewing: result.run)
        return result
      }
    } catch {
      copy?.rollBack()
      takeBack(revision, from: folder, record)
      throw error
    }
    do {
      try copy?.commit()
      try folder.reveal(revision)
    } catch {
      copy?.rollBack()
      takeBack(revision, from: folder, record)
      // The copy may have committed, even where it could not say so.
      try? bringCopyUpToDate()
      throw error
    }
    return published
  }

  /// Undoes what was done of a revision, committed or not: a commit whose last synchronisation
  /// failed says that it failed and stands nevertheless. Where undoing fails as well, or nobody can
  /// tell, the mark in the folder lets the next run heal it either way.
  private func takeBack(_ revision: Int, from folder: PeriodFolder, _ record: RunRecord) {
    do {
      let committed = try runs(
        where: "pipeline = ? AND period_from = ? AND period_to = ? AND revision = ?",
        .text(record.pipeline), .text(record.period.from.description),
        .text(record.period.to.description), .integer(revision)
      ).first
      if let committed {
        try withdraw(committed.run, from: folder, record)
      } else {
        try folder.withdraw(revision, identity: identity)
      }
    } catch {
      // What failed first is what the person must know.
    }
  }

  /// Whether the reports of a published run are in their place: somebody may have removed them.
  package func isInPlace(_ run: StoredRun) throws -> Bool {
    guard let revision = run.revision,
      let folder = try periodFolder(run.period, of: run.pipeline, making: false)
    else { return false }
    return folder.folder.kind(of: PeriodFolder.revisionName(revision)) == .folder
  }

  /// Takes back a committed revision whose link could not be switched.
  private func withdraw(_ run: Int, from folder: PeriodFolder, _ record: RunRecord) throws {
    let revision = try database.integer("SELECT revision FROM runs WHERE run = ?", .integer(run))
    guard let revision else { return }
    // The mark comes first: without it the folder could not be told from a published one.
    let placed = try folder.folder.folder(PeriodFolder.revisionName(revision))
    if placed.kind(of: PeriodFolder.uncommittedName) == .nothing {
      try RevisionFolder(placed).write(identity + "\n", to: PeriodFolder.uncommittedName)
      try placed.seal()
    }
    try database.transaction {
      try database.run("DELETE FROM runs WHERE run = ?", .integer(run))
      try removeUnusedColumns()
    }
    let committed = try database.rows(
      """
      SELECT revision FROM runs
      WHERE pipeline = ? AND period_from = ? AND period_to = ? AND revision IS NOT NULL
      """, .text(record.pipeline), .text(record.period.from.description),
      .text(record.period.to.description)
    ) { $0.number(0) }
    try folder.heal(committed: Set(committed), purged: [], identity: identity)
  }

  /// Writes the run into the tables and its reports into the folder.
  private func load(
    _ record: RunRecord, _ draft: RunDraft, revision: Int, previous: StoredRun?,
    files: RevisionFolder, rendering: Rendering, workers: Workers, ended: () -> String
  ) throws -> (run: Int, result: RunResult) {
    var result = RunResult(
      school: record.school, period: record.period, revision: revision, inputs: draft.inputs,
      kpis: draft.kpis, findings: draft.findings)
    result.details = draft.details
    result.corrections = draft.corrections
    let begun = rendering.begin(result, files)
    let writer = try RunWriter(
      database, record, revision: revision, previous: previous?.run, ended: record.started,
      exitCode: 0, message: nil)
    try writer.write(inputs: draft.inputs, definitions: draft.definitions)
    try writer.write(draft.kpis)
    try writer.write(draft.findings)
    try writer.write(draft.corrections)
    let columns = try PackedColumns(database, workers: workers)
    let decisionsWriter = DecisionsWriter(database, run: writer.run, columns: columns)
    let rejected = draft.allRejected
    for rows in rejected { try decisionsWriter.write(rows) }
    try DetailTables(database, run: writer.run, columns: columns).write(draft.details)

    let comparison = try previous.map { previous in
      RunComparison(
        old: try compared(previous),
        new: ComparedRun(
          revision: revision, kpis: draft.kpis, definitions: draft.definitions,
          rejected: rejected, corrections: draft.corrections, isPurged: false))
    }
    let oldReader = previous.map { DecisionsReader(database, run: $0.run, columns: columns) }
    var decided = DecidedColumns(draft.tables, workers: workers)
    var changes: [Restatement.Change] = []
    let known = Set(draft.kpis.map(\.number)).union(comparison?.kpis ?? [])
    let evidence = Dictionary(
      draft.evidence.map { ($0.kpi, $0) }, uniquingKeysWith: { first, _ in first })
    // Those of one source follow one another: they share columns.
    let order = known.sorted {
      (evidence[$0]?.source ?? "", $0) < (evidence[$1]?.source ?? "", $1)
    }
    var source: String?
    for kpi in order {
      if evidence[kpi]?.source != source {
        source = evidence[kpi]?.source
        decided.forget()
        columns.forget()
      }
      let decisions = try evidence[kpi].map { try KPIDecisions($0, from: &decided) }
      if let decisions {
        // The file beside the rows of the database.
        let file = try rendering.evidence(decisions, files)
        try decisionsWriter.write(decisions)
        try file?.value()
      }
      if let comparison, let oldReader,
        let change = comparison.change(
          of: kpi, oldDecisions: try oldReader.decisions(kpi: kpi), newDecisions: decisions)
      {
        try writer.write(change)
        changes.append(change)
      }
    }
    changes.sort { $0.kpi < $1.kpi }
    result.history = try publishedValues(record.pipeline, upToRun: writer.run)
    if let previous, let old = previous.revision {
      result.restatement = Restatement(
        oldRevision: old, newRevision: revision, changes: changes,
        corrections: draft.corrections)
    }
    try begun?.value()
    try rendering.reports(result, files)
    try database.run(
      "UPDATE runs SET ended = ? WHERE run = ?", .text(ended()), .integer(writer.run))
    return (writer.run, result)
  }

  func removeUnusedColumns() throws {
    try database.execute(
      """
      DELETE FROM packed_columns WHERE NOT EXISTS (
        SELECT 1 FROM decision_columns AS d WHERE d.packed = packed_columns.packed)
      AND NOT EXISTS (
        SELECT 1 FROM rejected_columns AS r WHERE r.packed = packed_columns.packed)
      AND NOT EXISTS (
        SELECT 1 FROM detail_columns AS t WHERE t.packed = packed_columns.packed)
      """)
  }

  func compared(_ run: StoredRun) throws -> ComparedRun {
    let reader = RunReader(database, run: run.run)
    return ComparedRun(
      revision: run.revision ?? 0, kpis: try reader.kpis(), definitions: try reader.definitions(),
      rejected: try DecisionsReader(
        database, run: run.run, columns: PackedColumns(database)
      ).rejected(),
      corrections: try reader.corrections(), isPurged: run.purged != nil)
  }
}

extension RunDraft {
  /// The rejected rows by source: those the tables name, and without identifiers what only the
  /// findings tell, such as rows that contradict each other.
  var allRejected: [RejectedRows] {
    var named: [String: RejectedRows] = [:]
    for rows in tables.compactMap(\.rejected) + rejected { named[rows.source] = rows }
    var others: [String: [SourceLocation: String]] = [:]
    let known = named.mapValues { Set($0.rows.map(\.location)) }
    for finding in findings
    where finding.severity == .error && finding.location.line > 0
      && finding.code != "unknown-person" && !finding.source.isEmpty
      && !(known[finding.source]?.contains(finding.location) ?? false)
    {
      others[finding.source, default: [:]][finding.location] = finding.code
    }
    return Set(named.keys).union(others.keys).sorted().compactMap { source in
      let found = (others[source] ?? [:]).sorted { $0.key < $1.key }.map {
        RejectedRows.Row(location: $0.key, code: $0.value)
      }
      let rows = (named[source]?.rows ?? []) + found
      return rows.isEmpty
        ? nil
        : RejectedRows(source: source, columns: named[source]?.columns ?? [], rows: rows)
    }
  }
}
