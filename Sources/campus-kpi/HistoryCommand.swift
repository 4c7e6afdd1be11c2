import Campus
import Report
import Store

/// `history [KPI]`: published values by period and revision.
struct HistoryCommand {
  private let arguments: Arguments
  private let console: Console

  init(_ arguments: Arguments, _ console: Console) {
    self.arguments = arguments
    self.console = console
  }

  func run() throws -> ExitStatus {
    let json = try OutputFormat(arguments) == .json
    let kpi = try arguments.operands.first.map(StoreLocation.kpi)
    let store = try Store.openForReading(database: try StoreLocation(arguments).database())
    let entries = try store.history(kpi: kpi)
    try console.out(json ? HistoryCommand.json(entries) : table(entries))
    return .published
  }

  private func table(_ entries: [HistoryEntry]) -> String {
    let tables = console.language.tables
    let rows = entries.map { entry in
      [
        entry.pipeline, entry.period.description, String(entry.revision), String(entry.kpi),
        tables.name(entry.title, english: entry.english),
        entry.value.map { String($0) } ?? tables.unavailable,
        entry.target.map { String($0) } ?? "", entry.unit, entry.started,
      ]
    }
    let head = console.language.commands.historyHead
    return AlignedTable.lines(head: head, rows: rows, right: [2, 3, 5, 6])
      .joined(separator: "\n") + "\n"
  }

  private static func json(_ entries: [HistoryEntry]) -> String {
    JSONValue.array(
      entries.map { entry in
        .object([
          ("run", .integer(entry.run)), ("pipeline", .string(entry.pipeline)),
          ("period", .string(entry.period.description)), ("revision", .integer(entry.revision)),
          ("kpi", .string(entry.id)), ("title", .string(entry.title)),
          ("value", .optional(entry.value)), ("target", .optional(entry.target)),
          ("unit", .string(entry.unit)), ("started", .string(entry.started)),
        ])
      }
    ).text() + "\n"
  }
}
