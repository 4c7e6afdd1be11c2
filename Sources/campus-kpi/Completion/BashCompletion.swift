/// The completion of bash, which needs no other package.
///
/// The script looks at the words before the cursor as ``Arguments`` does, and then offers what the
/// table of commands says for that place.
enum BashCompletion {
  static var text: String {
    """
    # Completion of campus-kpi for bash, printed by 'campus-kpi completion bash'.

    # Names of pipelines; a name that the shell would read as anything else is not offered.
    _campus_kpi_pipelines() {
      local folder=$1 word=$2 file name
      if [[ -z $folder ]]; then
        folder=pipelines
        [[ -d $folder ]] || folder=\(DefinitionsLocation.installed)
      fi
      for file in "$folder"/*.yaml; do
        name=${file##*/} name=${name%.yaml}
        if [[ $name =~ ^[A-Za-z0-9._-]+$ && $name == "$word"* ]]; then COMPREPLY+=("$name"); fi
      done
    }

    _campus_kpi_paths() {
      local IFS=$'\\n'
      compopt -o filenames 2>/dev/null
      COMPREPLY=($(compgen "$1" -- "$2"))
    }

    _campus_kpi() {
      local command= option= folder= word index operands=0 ended=
      COMPREPLY=()
      # 1. What the words before the cursor mean. Bash splits a word at '='.
      for ((index = 1; index < COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        if [[ $word == "=" && -n $option ]]; then continue; fi
        if [[ -n $option ]]; then
          if [[ $option == \(CommandOption.pipelines.name) ]]; then folder=$word; fi
          option=
        elif [[ -z $command ]]; then command=$word
        elif [[ $word == -- ]]; then ended=yes
        elif [[ $word == --* && -z $ended ]]; then
          case $word in
            \(valued.map(\.name).joined(separator: "|"))) option=$word ;;
          esac
        else ((++operands))
        fi
      done
      word=${COMP_WORDS[COMP_CWORD]}
      if [[ $word == "=" ]]; then word=; fi
      # 2. The value of an option.
      if [[ -n $option ]]; then
        case $option in
    \(values)
        esac
        return
      fi
      # 3. The command, its options and its operands.
      if [[ -z $command ]]; then
        COMPREPLY=($(compgen -W '\(beginnings)' -- "$word"))
        return
      fi
      if [[ $word == -* && -z $ended ]]; then
        case $command in
    \(options)
        esac
        return
      fi
      case $command:$operands in
    \(operands)
      esac
    }

    complete -F _campus_kpi campus-kpi

    """
  }

  private static var valued: [CommandOption] { CommandOption.allCases.filter { $0.value != nil } }

  private static var beginnings: String {
    (CommandTable.Command.allCases.map(\.name) + ["--help", "--version"]).joined(separator: " ")
  }

  private static var values: String {
    valued.compactMap { option in
      offer(option.offer).map { "      \(option.name)) \($0) ;;" }
    }.joined(separator: "\n")
  }

  private static var options: String {
    CommandTable.Command.allCases.map { command in
      let names = command.allOptions.map(\.name).joined(separator: " ")
      return "      \(command.name)) COMPREPLY=($(compgen -W '\(names)' -- \"$word\")) ;;"
    }.joined(separator: "\n")
  }

  private static var operands: String {
    CommandTable.Command.allCases.flatMap { command in
      command.operands.enumerated().compactMap { index, operand in
        offer(operand.offer).map { "    \(command.name):\(index)) \($0) ;;" }
      }
    }.joined(separator: "\n")
  }

  private static func offer(_ offer: CommandTable.Offer) -> String? {
    switch offer {
    case .nothing: nil
    case .folders: "_campus_kpi_paths -d \"$word\""
    case .files: "_campus_kpi_paths -f \"$word\""
    case .pipelines: "_campus_kpi_pipelines \"$folder\" \"$word\""
    case .words(let words):
      "COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$word\"))"
    }
  }
}
