import Campus

/// `--help` and the manual page in English.
struct EnglishHelpWording: HelpWording {
  let headline = "fourteen internationalisation KPIs from the exports of the campus databases"
  let nameEnd = ": "
  let description =
    "campus-kpi checks the CSV exports of a university's databases, counts the fourteen KPIs of "
    + "the Higher Education Sprout Project (高教深耕計畫 國際重點領域) as the Ministry of Education "
    + "defines them, keeps every result with its evidence, and writes the ministry's tables. The "
    + "definitions, the accepted headers and the code lists are files that an office can change."
  let usage = "usage: "
  let anyCommand = "COMMAND"
  let anyOptions = "[OPTIONS]"
  let more = "'campus-kpi COMMAND --help' explains a command; 'campus-kpi --version' the version."
  let exitCodes = "exit codes:"

  func purpose(_ command: CommandTable.Command) -> String {
    switch command {
    case .run: "extract, transform, count and publish the fourteen KPIs"
    case .check: "everything up to the counts; writes nothing"
    case .explain:
      "the definition of a KPI and what each rule leaves out; with a key, why it counts"
    case .history: "published values by period and revision"
    case .runs: "every run, failed ones too, and how it ended"
    case .diff: "what changed from revision A to B, key by key, and why"
    case .report: "write the reports of a stored run again, byte for byte"
    case .annotate: "give an explanation that the reports of a revision carry"
    case .purge: "delete the evidence of old runs; values and a record of it stay"
    case .lint: "check the definitions in pipelines/"
    case .preview: "what the extract step sees in one file"
    case .completion: "print the completion script for bash or zsh"
    case .manual: "print the manual page, for 'man -l -'"
    }
  }

  func meaning(_ option: CommandOption) -> String {
    switch option {
    case .input: "folder of CSV exports"
    case .database: "SQLite file, created on first use; postgresql://… loads a copy there"
    case .output: "folder of the reports"
    case .pseudonymise: "replace identifiers in the evidence by a keyed HMAC"
    case .pipeline: "the pipeline whose defaults apply (nightly)"
    case .period: "such as 2025-08-01..2025-12-31"
    case .academicYear: "ROC academic year, such as 114"
    case .calendarYear: "such as 2025"
    case .month: "ROC year and month, such as 114-09"
    case .format: "table or json (default: table)"
    case .quiet: "print nothing on success (cron)"
    case .school: "open-data: one school (default: all)"
    case .isPublic: "withhold small numbers on report.html"
    case .pdf: "print report.html to report.pdf as well"
    case .key: "a person, article or project"
    case .before: "runs that began before this day"
    case .all: "print every record"
    case .pipelines: "folder of definitions (default: pipelines)"
    case .language: "zh or en (default: from the locale)"
    case .help: "show this help"
    }
  }

  func meaning(_ status: ExitStatus) -> String {
    switch status {
    case .published: "published, or nothing new"
    case .usage: "wrong usage"
    case .dataStoppedPublication:
      "the data stopped publication (refused file, reject limit, stale correction)"
    case .inputMissing: "the input folder, or every source in it, is missing"
    case .bug: "a bug"
    case .outputCannotBeCreated: "output cannot be created"
    case .readOrWriteFailed: "read or write failed"
    case .lockHeld: "another run holds the lock"
    case .invalidDefinitions: "pipelines/ is invalid"
    }
  }

  func heading(_ section: ManualPage.Section) -> String {
    switch section {
    case .name: "NAME"
    case .synopsis: "SYNOPSIS"
    case .description: "DESCRIPTION"
    case .commands: "COMMANDS"
    case .options: "OPTIONS OF EVERY COMMAND"
    case .exitStatus: "EXIT STATUS"
    case .environment: "ENVIRONMENT"
    case .files: "FILES"
    case .examples: "EXAMPLES"
    }
  }

  let files = [
    (
      name: "pipelines/",
      meaning: "The definitions, in the folder in which the program is called; README.md in it "
        + "says how to change them."
    ),
    (
      name: DefinitionsLocation.installed + "/",
      meaning: "The definitions where the folder of the call has none."
    ),
    (
      name: "corrections.csv",
      meaning: "Corrections beside the exports: source, key, column, old, new, reason, approved_by."
    ),
    (
      name: "kpi.json, report.html",
      meaning: "The results, in a folder of their own for each revision of each period."
    ),
  ]
  let environment =
    "The first of these that is set chooses the language of messages: Chinese where it begins "
    + "with zh, else English."
  let examples = [
    (
      command: "campus-kpi check --input EXPORTS --academic-year 114",
      meaning: "Tell which rows are rejected and why, and which KPIs can be computed."
    ),
    (
      command: "campus-kpi run nightly --input EXPORTS --output REPORTS --quiet",
      meaning: "Count and publish, and say nothing unless something is wrong."
    ),
    (
      command: "campus-kpi explain 4 --key D11201004",
      meaning: "Tell, rule by rule, whether a student counts for KPI 4."
    ),
    (
      command: "source <(campus-kpi completion bash)",
      meaning: "Complete command lines in this shell."
    ),
  ]
}
