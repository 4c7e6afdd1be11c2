import Campus
import Count
import Definitions
import Report

/// `run`: extract, transform, count and publish.
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
    let json = try OutputFormat(arguments) == .json
    // 1. What to do.
    let settings = try RunSettings(arguments, pipeline: name)
    guard let output = settings.output else {
      throw Failure(.usage, "no output folder is given", help: "use --output DIR")
    }
    // 2. Exports to counts.
    let quiet = arguments.has("--quiet")
    let progress = Progress(
      steps: settings.pipeline.sources.count, quiet: quiet, console: console)
    let computation = try Computation(settings, progress: progress)
    // 3. What the office must know.
    if !quiet || computation.stopsPublication {
      FindingPrinter(console: console).print(computation.staleness + computation.findings)
    }
    guard !computation.stopsPublication else { return .dataStoppedPublication }
    // 4. Publish.
    let result = computation.result(settings, revision: 1)
    try FolderPublication(path: output).publish(reports(result))
    // 5. Show.
    if json {
      try console.out(KPIJSON.text(result))
    } else if !quiet {
      try console.out(TerminalTable.text(result, language: console.language))
    }
    return .published
  }

  private func reports(_ result: RunResult) -> [ReportFile] {
    [
      ReportFile("kpi.json", KPIJSON.text(result)),
      ReportFile("kpi-summary.csv", KPISummaryCSV.text(result)),
      ReportFile(
        "evidence/findings.csv", FindingsCSV.text(result.findings, wording: console.wording),
        restricted: true),
    ]
  }
}
