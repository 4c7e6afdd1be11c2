import Campus

/// `run open-data`: KPI 9 and KPI 4 of any school from the ministry's published tables.
struct OpenDataCommand {
  static let pipelineName = "open-data"

  private let arguments: Arguments
  private let console: Console

  init(_ arguments: Arguments, _ console: Console) {
    self.arguments = arguments
    self.console = console
  }

  func run() throws -> ExitStatus { .published }
}
