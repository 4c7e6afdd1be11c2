import Campus

/// `completion SHELL`: the script that completes command lines in a shell.
struct CompletionCommand {
  private let shell: Shell
  private let console: Console

  init(_ arguments: Arguments, _ console: Console) throws {
    let word = arguments.operands[0]
    guard let shell = Shell(rawValue: word) else {
      throw UsageProblem.unknown(
        .shell, word, among: Shell.allCases.map(\.rawValue), command: arguments.command.name)
    }
    self.shell = shell
    self.console = console
  }

  func run() throws -> ExitStatus {
    switch shell {
    case .bash: try console.out(BashCompletion.text)
    case .zsh: try console.out(ZshCompletion(console.language.help).text)
    }
    return .published
  }
}
