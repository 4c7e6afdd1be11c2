import Campus
import Definitions
import Extract
import Report
import Store

/// `run`: extract, transform, count, store and publish.
struct RunCommand {
  private let arguments: Arguments
  private let console: Console

  init(_ arguments: Arguments, _ console: Console) {
    self.arguments = arguments
    self.console = console
  }

  func run() throws -> ExitStatus {
    let name = arguments.operands.first
    if name == OpenDataCommand.pipelineName {
      return try OpenDataCommand(arguments, console).run()
    }
    // 1. What to do.
    let json = try OutputFormat(arguments) == .json
    let pseudonyms = try arguments["--pseudonymise"].map { try Pseudonyms(keyFile: $0) }
    let settings = try RunSettings(arguments, pipeline: name)
    var folderFindings: [Finding] = []
    let folder = try InputFolder(
      path: settings.input, sources: settings.pipeline.sources.map(\.name)
    ) { folderFindings.append($0) }
    let database = try settings.database()
    let inputs = RunInputs(settings.pipeline, in: folder, database: database)
    // 2. Alone, from here to the end.
    let store = try Store.open(
      database: database, output: try settings.output(), copy: try settings.databaseCopy())
    let record = try settings.record(started: Clock.now())
    do {
      // 3. Nothing new?
      let staleness = Freshness(pipeline: settings.pipeline, now: settings.now).findings(folder)
      // A manifest may disagree with exports that have not changed: they are read first.
      if !staleness.contains(where: \.problem.stopsPublication), !folder.hasManifest,
        let published = try store.unchangedRevision(
          pipeline: record.pipeline, period: record.period, inputs: inputs.exports(),
          definitions: inputs.definitions)
      {
        if !isQuiet { FindingPrinter(console: console).print(staleness) }
        return try endWithNothingNew(
          store, published, record, inputs, pseudonyms: pseudonyms, json: json)
      }
      // 4. Exports to counts, and what the office must know.
      let progress = Progress(
        steps: settings.pipeline.sources.count, quiet: isQuiet, console: console)
      let computation = try Computation(
        settings, folder, folderFindings: folderFindings, progress: progress)
      if !isQuiet || computation.stopsPublication {
        FindingPrinter(console: console).print(
          computation.staleness + computation.findings, stored: !computation.stopsPublication)
      }
      guard !computation.stopsPublication else {
        try store.recordFailure(
          record, inputs: computation.files, definitions: inputs.definitions,
          exitCode: Int(ExitStatus.dataStoppedPublication.rawValue),
          message: computation.stoppingMessage, ended: Clock.now())
        return .dataStoppedPublication
      }
      if folder.hasManifest,
        let published = try store.unchangedRevision(
          pipeline: record.pipeline, period: record.period, inputs: computation.usedFiles,
          definitions: inputs.definitions)
      {
        return try endWithNothingNew(
          store, published, record, inputs, pseudonyms: pseudonyms, json: json)
      }
      // 5. Store, show and publish: what cannot be shown is not published.
      let reports = RunReports(
        language: record.language, options: Set(settings.reportOptions), pseudonyms: pseudonyms)
      let workers = Workers()
      let rendering = reports.rendering(on: workers) { try show($0, json: json) }
      _ = try store.publish(
        record, computation.draft(settings, inputs), rendering: rendering, workers: workers,
        clock: Clock.now)
      return .published
    } catch let failure as Failure {
      // The failure itself is what matters; a store that cannot note it says so by its own.
      try? store.recordFailure(
        record, exitCode: Int(failure.status.rawValue), message: failure.message,
        ended: Clock.now())
      throw failure
    }
  }

  private var isQuiet: Bool { arguments.has("--quiet") }

  private func show(_ result: RunResult, json: Bool) throws {
    if json {
      try console.out(KPIJSON.text(result))
    } else if !isQuiet {
      try console.out(TerminalTable.text(result, language: console.language))
      if let restatement = result.restatement {
        let changes = RestatementText(
          restatement, language: console.language, namesKeys: false)
        try console.out("\n" + changes.text)
      }
    }
  }

  private func endWithNothingNew(
    _ store: Store, _ published: StoredRun, _ record: RunRecord, _ inputs: RunInputs,
    pseudonyms: Pseudonyms?, json: Bool
  ) throws -> ExitStatus {
    if try !store.isInPlace(published) {
      // Somebody removed the reports: what the database says is published is there again.
      let reports = try RunReports(of: published, pseudonyms: pseudonyms)
      _ = try store.restore(run: published.run, reports.rendering())
    }
    try store.recordFailure(
      record, definitions: inputs.definitions, exitCode: Int(ExitStatus.published.rawValue),
      message: "nothing new", ended: Clock.now())
    let revision = published.revision ?? 0
    if json {
      try console.out(KPIJSON.text(try store.values(ofRun: published.run)))
    } else if !isQuiet {
      let wording = console.language.commands
      try console.out(wording.nothingNew(record.period, revision: revision) + "\n")
    }
    return .published
  }
}
