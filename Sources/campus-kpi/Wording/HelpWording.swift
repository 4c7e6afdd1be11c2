import Campus

/// What `--help`, completion and the manual page say, in one language. One file implements it for
/// each language, and the switches over commands and options have no default: the compiler finds
/// what a language lacks.
protocol HelpWording: Sendable {
  /// What the program does, in one line and without its name.
  var headline: String { get }
  /// What stands between the program's name and the headline.
  var nameEnd: String { get }
  /// What it does, for whom, in a few sentences.
  var description: String { get }
  var usage: String { get }
  /// The words that stand for a command and for its options in a usage line.
  var anyCommand: String { get }
  var anyOptions: String { get }
  /// How to learn more, under the list of commands.
  var more: String { get }
  var exitCodes: String { get }
  func purpose(_ command: CommandTable.Command) -> String
  func meaning(_ option: CommandOption) -> String
  func meaning(_ status: ExitStatus) -> String
  /// The headings of the manual page.
  func heading(_ section: ManualPage.Section) -> String
  /// The files that the program reads and writes.
  var files: [(name: String, meaning: String)] { get }
  /// What the variables of the locale do.
  var environment: String { get }
  /// Command lines and what they are for.
  var examples: [(command: String, meaning: String)] { get }
}

extension Language {
  var help: any HelpWording {
    switch self {
    case .english: EnglishHelpWording()
    case .traditionalChinese: TraditionalChineseHelpWording()
    }
  }
}
