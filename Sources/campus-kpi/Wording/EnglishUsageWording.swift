/// What is wrong with a command line, in English.
struct EnglishUsageWording: UsageWording {
  func message(_ problem: UsageProblem) -> String {
    switch problem {
    case .unknown(let kind, let word, _, _): "unknown \(name(kind)) '\(word)'"
    case .givenTwice(let option): "option \(option) is given twice"
    case .takesNoValue(let option): "option \(option) takes no value"
    case .needsValue(let option, let value): "option \(option) needs a value: \(option) \(value)"
    case .unexpectedArgument(let word, _): "unexpected argument '\(word)'"
    case .missingArgument(let name, let command): "'\(command)' needs \(name)"
    case .missingOption(let option, let command): "'\(command)' needs \(option.synopsis)"
    case .onlyOne(let options): "only one of \(options.joined(separator: ", ")) is allowed"
    case .invalidValue(let word, let option, _): "'\(word)' is not a value of \(option)"
    case .noPeriod: "no period is given"
    case .notGiven(.input): "no input folder is given"
    case .notGiven(.output): "no output folder is given"
    case .notGiven(.database): "no database is given"
    case .notGiven(let option): "\(option.name) is not given"
    case .noDefinition(let kpis, let day, _):
      "no definition of \(kpis.joined(separator: ", ")) is in force on \(day)"
    case .noKPI(let word): "no KPI is called '\(word)'"
    case .noRevision(let word): "no published revision is called '\(word)'"
    case .invalidRevision(let word): "'\(word)' names no revision"
    case .emptyExplanation: "the explanation is empty"
    case .pseudonymsNeeded(let run): "the evidence of run-\(run) was written with pseudonyms"
    case .openDataPeriod(let option): "open data go by --academic-year, not \(option)"
    case .invalidAcademicYear(let word): "'\(word)' is not an academic year"
    case .invalidSchool(let word): "'\(word)' is not the code of a school"
    case .noSchool(let code): "no table names a school with the code \(code)"
    }
  }

  func help(_ problem: UsageProblem) -> String? {
    switch problem {
    case .unknown(.format, _, _, _): "use table or json"
    case .unknown(.language, _, _, _): "use zh or en"
    case .unknown(_, _, let nearest, let command):
      (nearest.map { "did you mean '\($0)'? " } ?? "") + see(command)
    case .unexpectedArgument(_, let command), .missingArgument(_, let command): see(command)
    case .givenTwice, .takesNoValue, .needsValue, .onlyOne, .openDataPeriod, .emptyExplanation: nil
    case .missingOption(let option, _):
      option == .before ? "such as --before 2024-08-01" : "use \(option.synopsis)"
    case .invalidValue(_, _, let example): "such as \(example)"
    case .noPeriod: "use --period 2025-08-01..2025-12-31 or --academic-year"
    case .notGiven(let option): "use \(option.synopsis)"
    case .noDefinition(_, _, let earliest):
      "begin the period on \(earliest) or later, or add definitions to pipelines/kpis/"
    case .noKPI: "the KPIs are 1 to 14, such as 4 or kpi-04"
    case .noRevision:
      "see 'campus-kpi runs'; another period's is named 2025-08-01..2025-12-31/2"
    case .invalidRevision: "such as 2, 2025-08-01..2025-12-31/2, run-17 or latest"
    case .pseudonymsNeeded: "give --pseudonymise KEYFILE with the same key"
    case .invalidAcademicYear: "such as 106"
    case .invalidSchool: "such as 1019"
    case .noSchool: "run without --school to see all codes"
    }
  }

  private func see(_ command: String?) -> String {
    "see '\((["campus-kpi", command, "--help"] as [String?]).compactMap { $0 }.joined(separator: " "))'"
  }

  private func name(_ kind: UsageProblem.Kind) -> String {
    switch kind {
    case .command: "command"
    case .option: "option"
    case .shell: "shell"
    case .format: "format"
    case .language: "language"
    }
  }
}
