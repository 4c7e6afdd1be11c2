import Campus
import Definitions
import Glibc

/// The program: chooses the command and turns every outcome into an exit status.
enum CommandLineTool {
  static let version = "0.1.0"
  /// The day of the version, for the manual page.
  static let released = "2026-11-20"

  static func run(_ words: [String]) -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    StandardStreams.occupy()
    CoreDump.forbid()
    let environment = { (name: String) in getenv(name).map { String(cString: $0) } }
    var console = Console(language: Console.language(ofLocale: environment))
    do {
      // Swift reads them from there, and goes on without any when it cannot.
      guard !words.isEmpty else {
        throw Failure(.readOrWriteFailed, "cannot read the words of the call from /proc/self/maps")
      }
      console = Console(
        language: try Console.language(
          option: languageOption(in: words), environment: environment))
      return try perform(Array(words.dropFirst()), console).rawValue
    } catch let failure as Failure {
      console.fail(failure)
      return failure.status.rawValue
    } catch let problem as UsageProblem {
      console.fail(problem)
      return ExitStatus.usage.rawValue
    } catch let invalid as InvalidDefinitions {
      for problem in invalid.problems { console.err(problem.text(in: console.language) + "\n") }
      return ExitStatus.invalidDefinitions.rawValue
    } catch {
      console.err("campus-kpi: \(console.wording.error): \(error)\n")
      return ExitStatus.bug.rawValue
    }
  }

  private static func perform(_ words: [String], _ console: Console) throws -> ExitStatus {
    guard let first = words.first else {
      console.err(HelpText(console.language).program)
      return .usage
    }
    switch first {
    case "--help", "help":
      try console.out(HelpText(console.language).program)
      return .published
    case "--version":
      try console.out("campus-kpi \(version)\n")
      return .published
    default: break
    }
    guard let command = CommandTable.Command(rawValue: first) else {
      throw UsageProblem.unknown(
        .command, first, among: CommandTable.Command.allCases.map(\.name))
    }
    let arguments = try Arguments(command: command, words: Array(words.dropFirst()))
    if arguments.has("--help") {
      try console.out(HelpText(console.language).command(command))
      return .published
    }
    switch command {
    case .run: return try RunCommand(arguments, console).run()
    case .check: return try CheckCommand(arguments, console).run()
    case .explain: return try ExplainCommand(arguments, console).run()
    case .lint: return try LintCommand(arguments, console).run()
    case .history: return try HistoryCommand(arguments, console).run()
    case .runs: return try RunsCommand(arguments, console).run()
    case .diff: return try DiffCommand(arguments, console).run()
    case .report: return try ReportCommand(arguments, console).run()
    case .annotate: return try AnnotateCommand(arguments, console).run()
    case .purge: return try PurgeCommand(arguments, console).run()
    case .preview: return try PreviewCommand(arguments, console).run()
    case .completion: return try CompletionCommand(arguments, console).run()
    case .manual:
      try console.out(ManualPage(console.language).text)
      return .published
    }
  }

  /// The language of messages about the command line itself must be known before it is parsed.
  private static func languageOption(in words: [String]) -> String? {
    for (index, word) in words.enumerated() {
      if word.hasPrefix("--language=") { return String(word.dropFirst("--language=".count)) }
      if word == "--language", index + 1 < words.count { return words[index + 1] }
    }
    return nil
  }
}
