/// The completion of zsh, with what each command and option does.
struct ZshCompletion {
  private let wording: any HelpWording

  init(_ wording: any HelpWording) { self.wording = wording }

  var text: String {
    """
    #compdef campus-kpi
    # Completion of campus-kpi for zsh, printed by 'campus-kpi completion zsh'.

    _campus_kpi_pipelines() {
      local folder=${(Q)opt_args[\(CommandOption.pipelines.name)]}
      if [[ -z $folder ]]; then
        folder=pipelines
        [[ -d $folder ]] || folder=\(DefinitionsLocation.installed)
      fi
      local -a names
      names=($folder/*.yaml(N:t:r))
      compadd -a names
    }

    _campus_kpi() {
      local curcontext=$curcontext state line ret=1
      local -a commands
      typeset -A opt_args
      _arguments -C '(- *)--help\(bracketed(wording.meaning(.help)))' '(- *)--version' \\
        '1: :->command' '*:: :->rest' && ret=0
      case $state in
        command)
          commands=(
    \(commands)
          )
          _describe -t commands command commands && ret=0
          ;;
        rest)
          case $words[1] in
    \(rest)
          esac
          ;;
      esac
      return ret
    }

    # As a file of $fpath it is called when it is first needed; sourced, it registers itself.
    if [[ $funcstack[1] == (_campus_kpi|_campus-kpi) ]]; then
      _campus_kpi "$@"
    else
      compdef _campus_kpi campus-kpi
    fi

    """
  }

  private var commands: String {
    CommandTable.Command.allCases.map { command in
      "        " + quoted("\(command.name):\(wording.purpose(command))")
    }.joined(separator: "\n")
  }

  private var rest: String {
    CommandTable.Command.allCases.map { command in
      let specifications =
        command.allOptions.map(specification) + command.operands.map(specification)
      return (["        \(command.name)) _arguments -S"] + specifications.map(quoted))
        .joined(separator: " \\\n            ") + " && ret=0 ;;"
    }.joined(separator: "\n")
  }

  private func specification(_ option: CommandOption) -> String {
    let meaning = bracketed(wording.meaning(option))
    guard let value = option.value else { return option.name + meaning }
    return "\(option.name)=\(meaning):\(escaped(value)):\(action(option.offer))"
  }

  private func specification(_ operand: CommandTable.Operand) -> String {
    "\(operand.required ? ":" : "::")\(escaped(operand.name)):\(action(operand.offer))"
  }

  private func action(_ offer: CommandTable.Offer) -> String {
    switch offer {
    case .nothing: " "
    case .folders: "_files -/"
    case .files: "_files"
    case .pipelines: "_campus_kpi_pipelines"
    case .words(let words): "(\(words.joined(separator: " ")))"
    }
  }

  private func bracketed(_ text: String) -> String { "[\(escaped(text))]" }

  /// A text in which nothing is a sign of `_arguments`.
  private func escaped(_ text: String) -> String {
    text.reduce(into: "") {
      if "\\[]:".contains($1) { $0 += "\\" }
      $0.append($1)
    }
  }

  private func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
