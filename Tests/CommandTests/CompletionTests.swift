import Foundation
import Testing

/// The completion scripts, asked by real shells.
@Suite struct CompletionTests {
  /// What bash offers for each of the lines; the last word of a line is the one at the cursor.
  private static func bash(_ lines: [[String]], in folder: URL = Program.root) throws -> [[String]]
  {
    var script = """
      source /dev/stdin <<< "$(campus-kpi completion bash)"
      offer() {
        COMP_WORDS=(campus-kpi "$@") COMP_CWORD=$# COMPREPLY=()
        _campus_kpi
        echo "${COMPREPLY[*]}"
      }

      """
    for line in lines {
      script += "offer " + line.map { "'\($0)'" }.joined(separator: " ") + "\n"
    }
    let outcome = try Program.shell("bash", in: folder, input: script)
    try #require(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
    return outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { $0.split(separator: " ").map(String.init) }
  }

  static func isMissing(_ program: String) throws -> Bool {
    guard try Program.shell("command -v \(program)").status != 0 else { return false }
    print("skipped: \(program) is not installed")
    return true
  }

  /// The words at the beginning of the lines of a help text that are indented.
  static func listed(_ arguments: [String]) throws -> [String] {
    try Program.campusKPI(arguments).output.split(separator: "\n")
      .filter { $0.hasPrefix("  ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
  }

  private static func commands() throws -> [String] {
    try listed(["--help"]).filter { Int($0) == nil }
  }

  @Test func bashOffersEveryCommandAndItsOptions() throws {
    if try CompletionTests.isMissing("bash") { return }
    let commands = try CompletionTests.commands()
    #expect(commands.contains("completion") && commands.contains("manual"))
    let offered = try CompletionTests.bash([[""]] + commands.map { [$0, "--"] })
    #expect(offered[0] == commands + ["--help", "--version"])
    for (command, options) in zip(commands, offered.dropFirst()) {
      #expect(try options == CompletionTests.listed([command, "--help"]), "\(command)")
    }
  }

  @Test func bashOffersWhatFitsTheWord() throws {
    if try CompletionTests.isMissing("bash") { return }
    let kpis = (1...14).map { String($0) }
    let cases: [([String], [String])] = [
      (["r"], ["run", "runs", "report"]),
      (["run", "--format", ""], ["table", "json"]),
      // Bash splits --format=j at the sign.
      (["run", "--format", "=", "j"], ["json"]),
      (["run", "--format", "="], ["table", "json"]),
      (["check", "--language", "e"], ["en"]),
      (["run", ""], ["annual", "nightly", "open-data"]),
      (["explain", "--pipeline", "ni"], ["nightly"]),
      (["run", "nightly", ""], []),
      (["explain", ""], kpis),
      (["annotate", "latest", ""], kpis),
      (["annotate", "--database", "x", "latest", "1"], ["1", "10", "11", "12", "13", "14"]),
      (["history", "--", ""], kpis),
      (["run", "--input", "sam"], ["samples"]),
      (["run", "--input", "READ"], []),
      (["preview", "READ"], ["README.md"]),
      (["completion", ""], ["bash", "zsh"]),
      (["run", "--month", ""], []),
      (["nonsense", "--"], []),
    ]
    let offered = try CompletionTests.bash(cases.map(\.0))
    for (index, (line, expected)) in cases.enumerated() {
      #expect(offered[index] == expected, "\(line)")
    }
  }

  @Test func bashOffersPipelinesOfTheNamedFolderAndNoHostileName() throws {
    if try CompletionTests.isMissing("bash") { return }
    let folder = try TemporaryFolder()
    for name in ["own", "$(touch broken)", "a b", "`touch broken`"] {
      try folder.write("", to: "other/\(name).yaml")
    }
    let offered = try CompletionTests.bash(
      [["run", "--pipelines", "other", ""], ["run", "--pipelines", "=", "other", ""]],
      in: folder.url)
    #expect(offered == [["own"], ["own"]])
    #expect(!FileManager.default.fileExists(atPath: folder.path("broken")))
  }

  @Test(arguments: ["en", "zh"])
  func zshTakesTheScript(language: String) throws {
    if try CompletionTests.isMissing("zsh") { return }
    let folder = try TemporaryFolder()
    let outcome = try Program.shell(
      """
      set -e
      mkdir functions
      campus-kpi completion zsh --language \(language) > functions/_campus-kpi
      zsh -n functions/_campus-kpi
      export ZDOTDIR=$PWD
      zsh -f -c 'autoload -Uz compinit; compinit -u -D; . functions/_campus-kpi
        print $_comps[campus-kpi]'
      zsh -f -c 'fpath=($PWD/functions $fpath); autoload -Uz compinit; compinit -u -D
        print $_comps[campus-kpi]; autoload +X _campus-kpi'
      """, in: folder.url)
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
    #expect(outcome.output == "_campus_kpi\n_campus-kpi\n")
  }

  /// A terminal of zsh's own, in which the tab key is pressed.
  @Test func zshCompletesATypedLine() throws {
    if try CompletionTests.isMissing("zsh") { return }
    let outcome = try Program.shell(
      """
      export ZDOTDIR=/nonexistent
      zsh -f -c '
        zmodload zsh/zpty || exit
        zpty shell zsh -f -i
        zpty -w shell "PS1=; autoload -Uz compinit; compinit -u -D"
        zpty -w shell "source <(campus-kpi completion zsh); print rea""dy"
        zpty -r -m shell text "*ready*"
        zpty -w -n shell "campus-kpi run ni"$'"'\\\\t'"'
        zpty -r -m shell text "*run nightly*" && print completed
        zpty -d shell'
      """, input: "")
    #expect(outcome.output.hasSuffix("completed\n"), "\(outcome.output) \(outcome.error)")
  }

  @Test func anUnknownShellIsRefused() throws {
    let outcome = try Program.campusKPI(["completion", "zhs"])
    #expect(outcome.status == 64)
    #expect(outcome.error.contains("did you mean 'zsh'?"))
  }
}
