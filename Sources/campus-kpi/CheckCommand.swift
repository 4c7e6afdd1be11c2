import Campus
import Report

/// `check`: everything up to the counts, and nothing is written.
struct CheckCommand {
  private let arguments: Arguments
  private let console: Console

  init(_ arguments: Arguments, _ console: Console) {
    self.arguments = arguments
    self.console = console
  }

  func run() throws -> ExitStatus {
    let settings = try RunSettings(arguments, pipeline: arguments.operands.first)
    let quiet = arguments.has("--quiet")
    let progress = Progress(
      steps: settings.pipeline.sources.count, quiet: quiet, console: console)
    let computation = try Computation(settings, progress: progress)
    FindingPrinter(console: console).print(computation.staleness + computation.findings)
    if !quiet {
      try console.out(
        CheckTable.text(
          files: computation.files, kpis: computation.outcomes.map(\.result),
          language: console.language))
    }
    return computation.stopsPublication ? .dataStoppedPublication : .published
  }
}
