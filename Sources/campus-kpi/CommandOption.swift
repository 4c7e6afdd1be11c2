/// Every option of the command line.
enum CommandOption: String, CaseIterable {
  case input, database, output, pseudonymise, pipeline, period
  case academicYear = "academic-year"
  case calendarYear = "calendar-year"
  case month, format, quiet, school
  case isPublic = "public"
  case pdf, key, before, all, pipelines, language, help

  /// As it is written: `--input`.
  var name: String { "--" + rawValue }

  /// What the value is called in the help, such as `DIR`; nil for a switch.
  var value: String? {
    switch self {
    case .input, .output, .pipelines: "DIR"
    case .database: "FILE"
    case .pseudonymise: "KEYFILE"
    case .pipeline: "NAME"
    case .period: "FROM..TO"
    case .academicYear, .calendarYear: "YEAR"
    case .month: "MONTH"
    case .format: "FORMAT"
    case .school: "CODE"
    case .key: "KEY"
    case .before: "DATE"
    case .language: "LANG"
    case .quiet, .isPublic, .pdf, .all, .help: nil
    }
  }

  /// What may stand as the value, as far as a shell can offer it.
  var offer: CommandTable.Offer {
    switch self {
    case .input, .output, .pipelines: .folders
    case .database, .pseudonymise: .files
    case .pipeline: .pipelines
    case .format: .words(["table", "json"])
    case .language: .words(["zh", "en"])
    case .period, .academicYear, .calendarYear, .month, .school, .key, .before, .quiet, .isPublic,
      .pdf, .all, .help:
      .nothing
    }
  }
}
