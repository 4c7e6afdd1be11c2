import Campus
import Report
import Store

/// `report RUN`: writes the reports of a stored run again, byte for byte, into their place below the
/// output folder.
struct ReportCommand {
  private let arguments: Arguments
  private let console: Console

  init(_ arguments: Arguments, _ console: Console) {
    self.arguments = arguments
    self.console = console
  }

  func run() throws -> ExitStatus {
    let pseudonyms = try arguments["--pseudonymise"].map { try Pseudonyms(keyFile: $0) }
    let location = StoreLocation(arguments)
    let store = try Store.open(
      database: try location.database(), output: try location.output(), creating: false)
    let run = try location.run(arguments.operands[0], in: store)
    let options = Set(run.options.compactMap(RunReports.Option.init))
    if options.contains(.pseudonymise), pseudonyms == nil {
      throw UsageProblem.pseudonymsNeeded(run: run.run)
    }
    // In the language and with the options of the run, or the bytes would differ.
    let reports = RunReports(language: run.language, options: options, pseudonyms: pseudonyms)
    let (_, path) = try store.restore(run: run.run, reports.rendering())
    if !arguments.has("--quiet") { try console.out(path + "\n") }
    return .published
  }
}
