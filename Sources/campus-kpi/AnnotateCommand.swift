import Campus
import Store

/// `annotate REVISION KPI TEXT`: an explanation that the reports of the revision then carry.
struct AnnotateCommand {
  private let arguments: Arguments
  private let console: Console

  init(_ arguments: Arguments, _ console: Console) {
    self.arguments = arguments
    self.console = console
  }

  func run() throws -> ExitStatus {
    let text = WordFolding.trimmed(arguments.operands[2])
    guard !text.isEmpty else { throw Failure(.usage, "the explanation is empty") }
    let kpi = try StoreLocation.kpi(arguments.operands[1])
    let location = StoreLocation(arguments)
    let store = try Store.openForChange(
      database: try location.database(), copy: try location.databaseCopy())
    let run = try location.run(arguments.operands[0], in: store)
    try store.annotate(run: run.run, kpi: kpi, text: text, added: Clock.now())
    if !arguments.has("--quiet") {
      try console.out(
        console.language == .english
          ? "noted; 'campus-kpi report run-\(run.run)' writes the reports again with it\n"
          : "已註記；執行 'campus-kpi report run-\(run.run)' 可將其寫入報表\n")
    }
    return .published
  }
}
