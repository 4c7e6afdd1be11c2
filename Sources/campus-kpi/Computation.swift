import Campus
import Count
import Definitions
import Extract
import Store

/// The main path up to the counts: exports in, typed tables, fourteen results, findings out.
struct Computation {
  let tables: [Table]
  let outcomes: [KPICounter.Outcome]
  /// Those of the sources, and `corrections.csv` after them.
  let files: [FileSummary]
  /// What of `corrections.csv` was applied, in its order.
  let corrections: [AppliedCorrection]
  /// In the order of sources, files and lines; those of `corrections.csv` after the sources.
  let findings: [Finding]

  /// Exports that are too old. Told to people, and in no report: the clock is no input.
  let staleness: [Finding]

  /// Finds the exports of the settings' input folder first.
  init(_ settings: RunSettings, progress: Progress) throws {
    var findings: [Finding] = []
    let folder = try InputFolder(
      path: settings.input, sources: settings.pipeline.sources.map(\.name)
    ) { findings.append($0) }
    try self.init(settings, folder, folderFindings: findings, progress: progress)
  }

  /// Whether a refused file, a reject limit or a correction stops the publication.
  var stopsPublication: Bool {
    findings.contains(where: \.problem.stopsPublication)
      || staleness.contains(where: \.problem.stopsPublication)
  }

  init(
    _ settings: RunSettings, _ folder: InputFolder, folderFindings: [Finding], progress: Progress
  ) throws {
    let pipeline = settings.pipeline
    let scope = CountScope(pipeline: pipeline, period: settings.period)
    let definitions = pipeline.kpisInForce(on: settings.period.from)
    let uses = definitions.map { ColumnUse(of: $0, in: scope) }
    var findings = folderFindings
    let report: (Finding) -> Void = { findings.append($0) }

    // 1. The exports.
    let manifest = try folder.manifest(report: report)
    staleness = Freshness(pipeline: pipeline, now: settings.now).findings(folder)
    var (corrections, correctionFiles) = try CorrectionReading(contracts: pipeline.sources)
      .sheet(of: folder, manifest: manifest, report: report)
    // 2. Extract, correct and transform, the largest sources first.
    let workers = Workers()
    let readings = try SourceJobs(of: pipeline.sources, in: folder) { [corrections] contract in
      progress.begin(contract.name)
      let kept = uses.reduce(into: Set<String>()) {
        $0.formUnion($1.columns(of: contract.name))
      }
      return try SourceReading(contract: contract, keep: kept).read(
        folder.files(of: contract.name), manifest: manifest,
        corrections: corrections[contract.name], workers: workers)
    }.run(workers)
    progress.end()
    let tables = readings.map(\.table)
    for reading in readings {
      findings += reading.findings
      corrections[reading.table.source] = reading.corrections
    }
    let refused = findings.filter(\.problem.refusesFile).map(\.source)
    let corrected = corrections.outcome(refused: Set(refused))
    findings += corrected.findings
    // 3. Count, unless a file is missing from the numbers.
    var outcomes: [KPICounter.Outcome] = []
    if !findings.contains(where: \.problem.refusesFile) {
      let tableSet = TableSet(tables)
      outcomes = try workers.run(
        definitions.map { definition in
          { try KPICounter(definition, scope: scope).count(tableSet) }
        })
      findings += outcomes.flatMap(\.findings)
      findings += Computation.absentColumnFindings(outcomes, tables)
    }
    self.tables = tables
    self.outcomes = outcomes
    self.files = tables.flatMap(\.files) + correctionFiles
    self.corrections = corrected.applied
    self.findings = findings
  }

  /// One warning for each absent column, naming the KPIs it bears on.
  private static func absentColumnFindings(_ outcomes: [KPICounter.Outcome], _ tables: [Table])
    -> [Finding]
  {
    tables.flatMap { table in
      table.absentColumns.sorted().compactMap { column -> Finding? in
        let kpis = outcomes.filter {
          $0.absentColumns.contains { $0.source == table.source && $0.column == column }
        }.map(\.result.id)
        guard !kpis.isEmpty else { return nil }
        let file = table.files.first { !$0.columns.contains(column) }?.file ?? table.source
        return Finding(
          .columnAbsent(kpis: kpis), source: table.source, location: SourceLocation(file: file),
          column: column)
      }
    }
  }
}

extension Computation {
  /// The results with the targets set for this very period.
  func results(_ settings: RunSettings) -> [KPIResult] {
    outcomes.map { outcome in
      var kpi = outcome.result
      kpi.target =
        settings.pipeline.targets.first {
          $0.kpi == kpi.id && $0.from == settings.period.from && $0.to == settings.period.to
        }?.value
      return kpi
    }
  }

  /// The files that were read, as they were then.
  var usedFiles: [UsedFile] { files.map { UsedFile(name: $0.file, sha256: $0.sha256) } }

  /// What the store keeps and publishes.
  func draft(_ settings: RunSettings, _ inputs: RunInputs) -> RunDraft {
    var draft = RunDraft()
    draft.inputs = files
    draft.definitions = inputs.definitions
    draft.kpis = results(settings)
    draft.findings = findings.map(FindingRecord.init)
    draft.details = outcomes.compactMap(\.detail)
    draft.evidence = outcomes.compactMap(\.evidence)
    draft.tables = tables
    draft.corrections = corrections
    return draft
  }

  /// Why nothing was published, for the run history: the first finding that stops it.
  var stoppingMessage: String? {
    (staleness + findings).first { $0.problem.stopsPublication }.map {
      "\($0.location): \(Language.english.wording.message($0)) [\($0.code)]"
    }
  }
}
