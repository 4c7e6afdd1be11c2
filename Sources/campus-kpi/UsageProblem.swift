import Campus

/// What is wrong with a command line; it ends the program with the exit status of wrong usage.
enum UsageProblem: Error, Hashable {
  /// What a word was taken for.
  enum Kind { case command, option, shell, format, language }

  case unknown(Kind, word: String, nearest: String?, command: String?)
  case givenTwice(option: String)
  case takesNoValue(option: String)
  case needsValue(option: String, value: String)
  case unexpectedArgument(String, command: String)
  case missingArgument(String, command: String)
  case missingOption(CommandOption, command: String)
  case onlyOne(of: [String])
  case invalidValue(String, option: String, example: String)
  case noPeriod
  case notGiven(CommandOption)
  case noDefinition(of: [String], on: CalendarDate, earliest: CalendarDate)
  case noKPI(String)
  case noRevision(String)
  case invalidRevision(String)
  case emptyExplanation
  case pseudonymsNeeded(run: Int)
  case openDataPeriod(option: String)
  case invalidAcademicYear(String)
  case invalidSchool(String)
  case noSchool(code: Int)

  /// The problem of a word that is none of the known ones.
  static func unknown(_ kind: Kind, _ word: String, among known: [String], command: String? = nil)
    -> UsageProblem
  {
    .unknown(kind, word: word, nearest: NearestWord.to(word, among: known), command: command)
  }
}
