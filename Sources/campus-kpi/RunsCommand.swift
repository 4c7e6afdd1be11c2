import Campus
import Report
import Store

/// `runs`: every run, failed ones too, with its revision and how it ended.
struct RunsCommand {
  private let arguments: Arguments
  private let console: Console

  init(_ arguments: Arguments, _ console: Console) {
    self.arguments = arguments
    self.console = console
  }

  func run() throws -> ExitStatus {
    let json = try OutputFormat(arguments) == .json
    let store = try Store.openForReading(database: try StoreLocation(arguments).database())
    let runs = try store.runs()
    try console.out(json ? RunsCommand.json(runs) : table(runs))
    return .published
  }

  private func table(_ runs: [StoredRun]) -> String {
    let wording = console.language.commands
    let rows = runs.map { run in
      let purged = run.purged.map(wording.evidencePurged)
      return [
        "run-\(run.run)", run.pipeline, run.period.description,
        run.revision.map { String($0) } ?? "", run.started, run.ended, String(run.exitCode),
        run.program, run.message ?? purged ?? "",
      ]
    }
    return AlignedTable.lines(head: wording.runsHead, rows: rows, right: [3, 6])
      .joined(separator: "\n") + "\n"
  }

  private static func json(_ runs: [StoredRun]) -> String {
    JSONValue.array(
      runs.map { run in
        .object([
          ("run", .integer(run.run)), ("pipeline", .string(run.pipeline)),
          ("period", .string(run.period.description)), ("revision", .optional(run.revision)),
          ("started", .string(run.started)), ("ended", .string(run.ended)),
          ("exit_code", .integer(run.exitCode)), ("message", .optional(run.message)),
          ("program", .string(run.program)), ("purged", .optional(run.purged)),
        ])
      }
    ).text() + "\n"
  }
}
