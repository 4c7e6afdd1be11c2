import Campus
import Report
import Store

/// `diff A B`: what changed from one revision to another, key by key, and why.
///
/// The person who asks sees the keys, as `explain --key` shows them; `run` prints only their number.
struct DiffCommand {
  private let arguments: Arguments
  private let console: Console

  init(_ arguments: Arguments, _ console: Console) {
    self.arguments = arguments
    self.console = console
  }

  func run() throws -> ExitStatus {
    let json = try OutputFormat(arguments) == .json
    let location = StoreLocation(arguments)
    let store = try Store.openForReading(database: try location.database())
    let runs = try arguments.operands.map { try location.run($0, in: store).run }
    let restatement = try store.diff(runs[0], runs[1])
    try console.out(
      json
        ? RestatementJSON.text(restatement)
        : RestatementText(restatement, language: console.language, namesKeys: true).text)
    return .published
  }
}
