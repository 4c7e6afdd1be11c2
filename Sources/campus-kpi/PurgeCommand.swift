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
      throw Failure(.usage, "'purge' needs --before DATE", help: "such as --before 2024-08-01")
    }
    guard let day = CalendarDate(iso: word) else {
      throw Failure(.usage, "'\(word)' is not a day", help: "write it as 2024-08-01")
    }
    let location = StoreLocation(arguments)
    let store = try Store.open(
      database: try location.database(), output: try location.output(), creating: false,
      copy: try location.databaseCopy())
    let record = try store.purge(before: day, now: Clock.now())
    if !arguments.has("--quiet") {
      try console.out(
        console.language == .english
          ? "purged: \(record.runs) runs before \(day), \(record.evidenceRows) rows of evidence, "
            + "\(record.findings) findings; the values and a record of this stay\n"
          : "已清除：\(day) 之前的 \(record.runs) 次執行，佐證 \(record.evidenceRows) 筆、"
            + "檢核訊息 \(record.findings) 筆；數值與本次清除之紀錄保留\n")
    }
    return .published
  }
}
