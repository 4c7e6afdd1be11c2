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
        throw UsageProblem.unknown(
          .option, name, among: options.map(\.name), command: command.name)
      }
      guard values[name] == nil else {
        throw UsageProblem.givenTwice(option: name)
      }
      if option.value == nil {
        guard parts.count == 1 else { throw UsageProblem.takesNoValue(option: name) }
        values[name] = ""
      } else if parts.count == 2 {
        values[name] = String(parts[1])
      } else if let value = rest.popFirst() {
        values[name] = value
      } else {
        throw UsageProblem.needsValue(option: name, value: option.value ?? "")
      }
    }
    guard values["--help"] == nil else { return }
    guard operands.count <= command.operands.count else {
      throw UsageProblem.unexpectedArgument(
        operands[command.operands.count], command: command.name)
    }
    if let missing = command.operands.dropFirst(operands.count).first(where: \.required) {
      throw UsageProblem.missingArgument(missing.name, command: command.name)
    }
  }

  subscript(option: String) -> String? { values[option] }

  func has(_ option: String) -> Bool { values[option] != nil }
}
