import Foundation
import Testing

/// The manual page, read by the programs that show it.
@Suite struct ManualTests {
  @Test(
    arguments: ["en", "zh"],
    ["groff -man -ww -k -Tutf8 -z", "mandoc -T lint -W warning"])
  func formatsWithoutWarnings(language: String, formatter: String) throws {
    if try CompletionTests.isMissing(String(formatter.prefix { $0 != " " })) { return }
    let outcome = try Program.shell(
      "campus-kpi manual --language \(language) | \(formatter) 2>&1",
      environment: ["LC_ALL": "C.UTF-8"])
    #expect(outcome.output.isEmpty && outcome.status == 0, "\(outcome.output)")
  }

  @Test(arguments: ["en", "zh"])
  func namesEveryCommandOptionAndExitCode(language: String) throws {
    let page = try Program.campusKPI(["manual", "--language", language]).output
      .replacingOccurrences(of: "\\-", with: "-")
    for word in try CompletionTests.listed(["--help"]) {
      if Int(word) != nil {
        #expect(page.contains("\n\\fB\(word)\\fR\n"), "exit code \(word)")
        continue
      }
      #expect(page.contains("\n.SH") && page.contains("\n.SS \"\(word) "), "\(word)")
      for option in try CompletionTests.listed([word, "--help"]) {
        #expect(page.contains("\n\\fB\(option)\\fR"), "\(word) \(option)")
      }
    }
  }

  @Test func theManIndexFindsTheName() throws {
    if try CompletionTests.isMissing("lexgrog") { return }
    let outcome = try Program.shell("campus-kpi manual > page; lexgrog page", in: folder.url)
    #expect(outcome.output.contains("campus-kpi - fourteen"), "\(outcome.output)")
  }

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }
}
