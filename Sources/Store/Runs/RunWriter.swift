import Campus

/// Writes one run into the tables, within a transaction of the caller.
struct RunWriter {
  private let database: Database
  let run: Int

  /// Inserts the run itself.
  init(
    _ database: Database, _ record: RunRecord, revision: Int?, previous: Int?, ended: String,
    exitCode: Int, message: String?
  ) throws {
    self.database = database
    try database.run(
      """
      INSERT INTO runs (pipeline, period_from, period_to, revision, school_code, school_name,
        school_establishment, school_category, started, ended, exit_code, message, program,
        language, options, previous_run)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      .text(record.pipeline), .text(record.period.from.description),
      .text(record.period.to.description), .optional(revision), .text(record.school.code),
      .text(record.school.name), .optional(record.school.establishment),
      .optional(record.school.category), .text(record.started), .text(ended),
      .integer(exitCode), .optional(message), .text(record.program),
      .text(record.language.rawValue), .text(record.options.joined(separator: " ")),
      .optional(previous))
    run = database.lastInsertedRow
  }

  func write(inputs: [FileSummary], definitions: [UsedFile]) throws {
    try insert("inputs", 9, inputs) { position, input in
      [
        .integer(position), .text(input.source), .text(input.file), .text(input.sha256),
        .text(input.encoding), .integer(input.rows), .integer(input.rejected),
        .integer(input.duplicates),
      ]
    }
    try insert("definitions_used", 3, definitions) { _, file in
      [.text(file.name), .text(file.sha256)]
    }
  }

  func write(_ kpis: [KPIResult]) throws {
    try insert("kpi_values", 19, kpis) { _, kpi in
      [
        .integer(kpi.number), .text(kpi.id), .text(kpi.title), .text(kpi.english),
        .text(kpi.dataSource), .text(kpi.unit), .text(kpi.definition), .text(kpi.text),
        .text(kpi.status.rawValue), .optional(kpi.reason), .optional(kpi.value),
        .optional(kpi.target), .optional(kpi.referenceDate?.description),
        .optional(kpi.funnel?.read), .optional(kpi.funnel?.rejected),
        .optional(kpi.funnel?.duplicates), .optional(kpi.funnel?.excluded),
        .optional(kpi.funnel?.counted),
      ]
    }
    for kpi in kpis { try writeParts(of: kpi) }
  }

  private func writeParts(of kpi: KPIResult) throws {
    let number = Statement.Value.integer(kpi.number)
    try insert("figures", 6, kpi.figures) { position, figure in
      [number, .integer(position), .text(figure.key), .text(figure.label), .integer(figure.value)]
    }
    try insert("observations", 5, kpi.observations) { position, observation in
      [
        number, .integer(position), .text(observation.referenceDate.description),
        .integer(observation.value),
      ]
    }
    try insert("breakdowns", 7, kpi.breakdown) { position, entry in
      [
        number, .integer(position), .text(entry.by), .text(entry.key), .text(entry.label),
        .integer(entry.value),
      ]
    }
    try insert("exclusions", 6, kpi.exclusions) { position, exclusion in
      [
        number, .integer(position), .text(exclusion.rule), .text(exclusion.reason),
        .integer(exclusion.rows),
      ]
    }
    try insert("kpi_warnings", 4, kpi.warnings) { position, code in
      [number, .integer(position), .text(code)]
    }
    try insert("open_readings", 4, kpi.open) { position, reading in
      [number, .integer(position), .text(reading)]
    }
  }

  func write(_ findings: [FindingRecord]) throws {
    try insert("findings", 10, findings) { position, finding in
      [
        .integer(position), .text(finding.severity.rawValue), .text(finding.code),
        .text(finding.source), .text(finding.location.file), .integer(finding.location.line),
        .text(finding.column), .text(finding.english), .text(finding.chinese),
      ]
    }
  }

  func write(_ corrections: [AppliedCorrection]) throws {
    try insert("corrections", 11, corrections) { position, correction in
      [
        .integer(position), .text(correction.source), .text(correction.key),
        .text(correction.column), .text(correction.old), .text(correction.new),
        .text(correction.reason), .text(correction.approvedBy),
        .text(correction.location.file), .integer(correction.location.line),
      ]
    }
  }

  func write(_ change: Restatement.Change) throws {
    try database.run(
      "INSERT INTO restatements VALUES (?, ?, ?, ?, ?, ?, ?)", .integer(run),
      .integer(change.kpi), .optional(change.old), .optional(change.new),
      .text(change.oldDefinition), .text(change.newDefinition), .optional(change.note))
    try insert("restatement_causes", 16, change.lines) { position, line in
      [
        .integer(change.kpi), .integer(position), .text(line.direction.rawValue),
        .text(line.key), .text(line.cause.rawValue), .optional(line.lookup),
        .optional(line.column), .optional(line.old), .optional(line.new), .text(line.before),
        .text(line.after), .optional(line.definition), .text(line.location.file),
        .integer(line.location.line), .optional(line.correction),
      ]
    }
  }

  /// Inserts a line for each element: the run, then what the closure gives for it and its position.
  private func insert<Element>(
    _ table: String, _ columns: Int, _ elements: [Element],
    values: (Int, Element) -> [Statement.Value]
  ) throws {
    guard !elements.isEmpty else { return }
    let marks = Array(repeating: "?", count: columns).joined(separator: ", ")
    let statement = try database.prepare("INSERT INTO \(table) VALUES (\(marks))")
    for (position, element) in elements.enumerated() {
      try statement.run([.integer(run)] + values(position, element))
    }
  }
}
