import Foundation
import Testing

/// Exports in which something is wrong, and every word that the program must say about it.
struct FindingCase: Sendable, CustomTestStringConvertible {
  /// One finding as it must stand on standard error and in findings.csv.
  struct Expected: Sendable {
    var severity = "error"
    let code: String
    let source: String
    let file: String
    /// 0 when the whole file is meant.
    var line = 0
    var column = ""
    let english: String
    let help: String
    let chinese: String
    let chineseHelp: String
  }

  /// The cases of `Problem` that appear.
  let problems: [String]
  var arguments: [String] = []
  let status: Int32
  let expected: [Expected]
  /// What follows when there are more than five of a kind.
  var more = ""
  var chineseMore = ""
  let prepare: @Sendable (TemporaryFolder) throws -> Void

  var testDescription: String {
    problems.joined(separator: "+") + (arguments.first.map { " " + $0 } ?? "")
  }

  /// A case that changes the small university and leaves the writing to this.
  static func change(
    _ problems: String..., status: Int32 = 0, expecting expected: [Expected],
    by change: @escaping @Sendable (inout University) -> Void
  ) -> FindingCase {
    FindingCase(problems: problems, status: status, expected: expected) { folder in
      var university = University()
      change(&university)
      try university.write(to: folder)
    }
  }

  /// A case that adds or replaces files of the small university.
  static func files(
    _ problems: String..., status: Int32, expecting expected: [Expected],
    by change: @escaping @Sendable (TemporaryFolder, University) throws -> Void
  ) -> FindingCase {
    FindingCase(problems: problems, status: status, expected: expected) { folder in
      let university = University()
      try university.write(to: folder)
      try change(folder, university)
    }
  }

  /// The first five of each kind.
  private var shown: [Expected] {
    var counts: [String: Int] = [:]
    return expected.filter {
      counts[$0.code, default: 0] += 1
      return counts[$0.code, default: 0] <= 5
    }
  }

  /// Standard error in one of the two languages.
  func text(chinese: Bool) -> String {
    shown.map { finding in
      let word =
        chinese
        ? (finding.severity == "error" ? "錯誤" : "注意") : finding.severity
      let line = finding.line == 0 ? "" : ":\(finding.line)"
      let message = chinese ? finding.chinese : finding.english
      return "\(finding.file)\(line): \(word): \(message) [\(finding.code)]\n"
        + "help: \(chinese ? finding.chineseHelp : finding.help)\n"
    }.joined() + (chinese ? chineseMore : more)
  }

  /// evidence/findings.csv in one of the two languages.
  func csv(chinese: Bool) -> String {
    let rows = expected.map { finding in
      [
        finding.severity, finding.code, finding.source, finding.file,
        finding.line == 0 ? "" : String(finding.line), finding.column,
        chinese ? finding.chinese : finding.english,
      ]
    }
    let head = ["severity", "code", "source", "file", "line", "column", "message"]
    return "\u{FEFF}" + ([head] + rows).map { FindingCase.line($0) }.joined()
  }

  /// As spreadsheets need it: a cell with a blank is quoted too.
  private static func line(_ cells: [String]) -> String {
    cells.map { $0.contains { ", \"".contains($0) } ? "\"\($0)\"" : $0 }.joined(separator: ",")
      + "\r\n"
  }
}
