import Campus

/// `--format`: a table for people, JSON for programs.
enum OutputFormat: String {
  case table, json

  init(_ arguments: Arguments) throws {
    guard let word = arguments["--format"] else {
      self = .table
      return
    }
    guard let format = OutputFormat(rawValue: word) else {
      throw UsageProblem.unknown(.format, word, among: [])
    }
    self = format
  }
}
