import Campus

/// The words of a command line, checked against the table of commands.
struct Arguments {
  let command: CommandTable.Command
  private(set) var operands: [String] = []
  private var values: [String: String] = [:]

  /// - Parameter words: what follows the program's name and the command's.
  init(command: CommandTable.Command, words: [String]) throws {
    self.command = command
    let options = command.allOptions
    var rest = words[...]
    var optionsEnded = false
    while let word = rest.popFirst() {
      guard word.hasPrefix("--"), !optionsEnded else {
        operands.append(word)
        continue
      }
      if word == "--" {
        optionsEnded = true
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard let option = options.first(where: { $0.name == name }) else {
        throw Arguments.unknown("option", name, among: options.map(\.name), command.name)
      }
      guard values[name] == nil else {
        throw Failure(.usage, "option \(name) is given twice")
      }
      if option.value == nil {
        guard parts.count == 1 else { throw Failure(.usage, "option \(name) takes no value") }
        values[name] = ""
      } else if parts.count == 2 {
        values[name] = String(parts[1])
      } else if let value = rest.popFirst() {
        values[name] = value
      } else {
        throw Failure(.usage, "option \(name) needs a value: \(name) \(option.value ?? "")")
      }
    }
    guard values["--help"] == nil else { return }
    guard operands.count <= command.operands.count else {
      throw Failure(
        .usage, "unexpected argument '\(operands[command.operands.count])'",
        help: "see 'campus-kpi \(command.name) --help'")
    }
    if let missing = command.operands.dropFirst(operands.count).first(where: \.required) {
      throw Failure(
        .usage, "'\(command.name)' needs \(missing.name)",
        help: "see 'campus-kpi \(command.name) --help'")
    }
  }

  subscript(option: String) -> String? { values[option] }

  func has(_ option: String) -> Bool { values[option] != nil }

  static func unknown(_ what: String, _ word: String, among known: [String], _ command: String?)
    -> Failure
  {
    let nearest = NearestWord.to(word, among: known)
    let help = nearest.map { "did you mean '\($0)'? " } ?? ""
    let page = command.map { "campus-kpi \($0) --help" } ?? "campus-kpi --help"
    return Failure(.usage, "unknown \(what) '\(word)'", help: help + "see '\(page)'")
  }
}
