/// Every command there is. Parsing, `--help`, completion and the manual page come from this one
/// table.
enum CommandTable {
  enum Command: String, CaseIterable {
    case run, check, explain, history, runs, diff, report, annotate, purge, lint, preview
    case completion, manual

    /// The word that calls it.
    var name: String { rawValue }
  }

  struct Operand {
    let name: String
    var required = true
    var offer = Offer.nothing
  }

  /// What a shell can offer for an operand or a value.
  enum Offer: Hashable {
    case nothing, folders, files
    /// The pipelines of the folder of definitions, by name.
    case pipelines
    case words([String])
  }

  /// What every command takes.
  static let common: [CommandOption] = [.pipelines, .language, .help]

  private static let periods: [CommandOption] = [
    .period, .academicYear, .calendarYear, .month,
  ]
  private static let revision = Offer.words(["latest"])
  private static let kpi = Offer.words((1...14).map { String($0) })
}

extension CommandTable.Command {
  var operands: [CommandTable.Operand] {
    switch self {
    case .run, .check:
      [CommandTable.Operand(name: "PIPELINE", required: false, offer: .pipelines)]
    case .explain: [CommandTable.Operand(name: "KPI", offer: CommandTable.kpi)]
    case .history:
      [CommandTable.Operand(name: "KPI", required: false, offer: CommandTable.kpi)]
    case .diff:
      ["A", "B"].map { CommandTable.Operand(name: $0, offer: CommandTable.revision) }
    case .report: [CommandTable.Operand(name: "RUN", offer: CommandTable.revision)]
    case .annotate:
      [
        CommandTable.Operand(name: "REVISION", offer: CommandTable.revision),
        CommandTable.Operand(name: "KPI", offer: CommandTable.kpi),
        CommandTable.Operand(name: "TEXT"),
      ]
    case .preview: [CommandTable.Operand(name: "FILE", offer: .files)]
    case .completion:
      [CommandTable.Operand(name: "SHELL", offer: .words(Shell.allCases.map(\.rawValue)))]
    case .runs, .purge, .lint, .manual: []
    }
  }

  /// Its own options, before those that every command takes.
  var options: [CommandOption] {
    let periods = CommandTable.periods
    return switch self {
    case .run:
      [.input, .database, .output] + periods
        + [.format, .quiet, .school, .pseudonymise, .isPublic, .pdf]
    case .check: [.input] + periods + [.quiet]
    case .explain: [.key, .input, .database, .output, .pipeline] + periods
    case .history, .runs: [.database, .output, .pipeline, .format]
    case .diff: [.database, .output, .pipeline] + periods + [.format]
    case .report: [.database, .output, .pipeline] + periods + [.pseudonymise, .quiet]
    case .annotate: [.database, .output, .pipeline] + periods + [.quiet]
    case .purge: [.before, .database, .output, .pipeline, .quiet]
    case .preview: [.all, .format]
    case .lint, .completion, .manual: []
    }
  }

  var allOptions: [CommandOption] { options + CommandTable.common }
}
