import Campus

/// The manual page, in the macros of man(7).
struct ManualPage {
  enum Section: CaseIterable {
    case name, synopsis, description, commands, options, exitStatus, environment, files, examples
  }

  private let wording: any HelpWording

  init(_ language: Language) { wording = language.help }

  var text: String {
    var lines = [
      ".\\\" Printed by 'campus-kpi manual'.",
      ".TH CAMPUS\\-KPI 1 \(CommandLineTool.released) \"campus\\-kpi \(CommandLineTool.version)\"",
      // Lines of wide characters have no blanks that could be stretched.
      ".ad l",
    ]
    for section in Section.allCases {
      lines.append(".SH " + ManualPage.argument(wording.heading(section)))
      lines += self.lines(of: section)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of section: Section) -> [String] {
    switch section {
    case .name: ["campus\\-kpi \\- " + ManualPage.plain(wording.headline)]
    case .synopsis:
      [".B campus\\-kpi", ManualPage.plain("\(wording.anyCommand) \(wording.anyOptions)")]
    case .description: [ManualPage.line(wording.description)]
    case .commands: CommandTable.Command.allCases.flatMap(lines)
    case .options: CommandTable.common.flatMap(lines)
    case .exitStatus:
      ExitStatus.allCases.flatMap { item("\($0.rawValue)", wording.meaning($0)) }
    case .environment:
      item(Console.localeVariables.joined(separator: ", "), wording.environment)
    case .files: wording.files.flatMap { item($0.name, $0.meaning) }
    case .examples: wording.examples.flatMap { item($0.command, $0.meaning) }
    }
  }

  private func lines(of command: CommandTable.Command) -> [String] {
    [
      ".SS " + ManualPage.argument("\(command.synopsis) \(wording.anyOptions)"),
      ManualPage.line(wording.purpose(command)),
    ] + command.options.flatMap(lines)
  }

  private func lines(of option: CommandOption) -> [String] {
    let value = option.value.map { " \\fI\(ManualPage.plain($0))\\fR" } ?? ""
    return [
      ".TP", "\\fB\(ManualPage.plain(option.name))\\fR" + value,
      ManualPage.line(wording.meaning(option)),
    ]
  }

  private func item(_ term: String, _ meaning: String) -> [String] {
    [".TP", "\\fB\(ManualPage.plain(term))\\fR", ManualPage.line(meaning)]
  }

  /// A text in which every character stands for itself, also a hyphen that must be copied as one.
  private static func plain(_ text: String) -> String {
    text.reduce(into: "") {
      switch $1 {
      case "\\": $0 += "\\(rs"
      case "-": $0 += "\\-"
      case "'": $0 += "\\(aq"
      case "`": $0 += "\\(ga"
      case "\"": $0 += "\\(dq"
      case "~": $0 += "\\(ti"
      case "^": $0 += "\\(ha"
      default: $0.append($1)
      }
    }
  }

  /// A line of text. None begins with a full stop, which would make it a request; Chinese may be
  /// broken anywhere but before a punctuation mark.
  private static func line(_ text: String) -> String {
    var line = text.hasPrefix(".") ? "\\&" : ""
    for (character, next) in zip(text, text.dropFirst() + " ") {
      line += plain(String(character))
      if isChinese(character), isIdeograph(next) || next.isASCII, next != " " { line += "\\:" }
    }
    return line
  }

  private static func isIdeograph(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy(\.properties.isIdeographic)
  }

  /// Also a full-width punctuation mark.
  private static func isChinese(_ character: Character) -> Bool {
    isIdeograph(character) || character.isPunctuation && !character.isASCII
  }

  private static func argument(_ text: String) -> String { "\"\(plain(text))\"" }
}
