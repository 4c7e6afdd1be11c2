import Campus
import Store

/// `purge --before DATE`: deletes the evidence of old runs and keeps their values.
struct PurgeCommand {
  private let arguments: Arguments
  private let console: Console

  init(_ arguments: Arguments, _ console: Console) {
    self.arguments = arguments
    self.console = console
  }

  func run() throws -> ExitStatus {
    guard let word = arguments["--before"] else {
      throw UsageProblem.missingOption(.before, command: arguments.command.name)
    }
    guard let day = CalendarDate(iso: word) else {
      throw UsageProblem.invalidValue(
        word, option: CommandOption.before.name, example: "2024-08-01")
    }
    let location = StoreLocation(arguments)
    let store = try Store.open(
      database: try location.database(), output: try location.output(), creating: false,
      copy: try location.databaseCopy())
    let record = try store.purge(before: day, now: Clock.now())
    if !arguments.has("--quiet") {
      try console.out(console.language.commands.purged(record, before: day) + "\n")
    }
    return .published
  }
}
