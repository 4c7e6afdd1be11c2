import Campus
import Report

/// `--help`, for the program and for each command.
struct HelpText {
  private let wording: any HelpWording

  init(_ language: Language) { wording = language.help }

  var program: String {
    var lines = [
      "campus-kpi\(wording.nameEnd)\(wording.headline)", "",
      "\(wording.usage)campus-kpi \(wording.anyCommand) \(wording.anyOptions)", "",
    ]
    lines += HelpText.table(
      CommandTable.Command.allCases.map { ($0.name, wording.purpose($0)) })
    lines += ["", wording.more, "", wording.exitCodes]
    lines += HelpText.table(
      ExitStatus.allCases.map { (String($0.rawValue), wording.meaning($0)) })
    return lines.joined(separator: "\n") + "\n"
  }

  func command(_ command: CommandTable.Command) -> String {
    var lines = [
      "\(wording.usage)campus-kpi \(command.synopsis) \(wording.anyOptions)",
      "", wording.purpose(command), "",
    ]
    lines += HelpText.table(
      command.allOptions.map { ($0.synopsis, wording.meaning($0)) })
    return lines.joined(separator: "\n") + "\n"
  }

  private static func table(_ rows: [(String, String)]) -> [String] {
    let width = rows.map { DisplayWidth.of($0.0) }.max() ?? 0
    return rows.map { "  " + DisplayWidth.padded($0.0, to: width) + "  " + $0.1 }
  }
}

extension CommandTable.Command {
  /// The command with its operands: `run [PIPELINE]`.
  var synopsis: String {
    ([name] + operands.map { $0.required ? $0.name : "[\($0.name)]" }).joined(separator: " ")
  }
}

extension CommandOption {
  /// The option with its value: `--input DIR`.
  var synopsis: String { name + (value.map { " " + $0 } ?? "") }
}
