import Foundation
import Testing

/// Case folders as golden tests: a command line, its input, and everything that must come of it.
///
/// A folder of `Cases/` holds `command` (a line for the shell, run in a copy of the folder beside a
/// copy of `pipelines/`), `expected-output`, `expected-error` and `expected-status`, and whatever
/// the command reads; what stands below `changed-pipelines/` replaces files of the definitions. A
/// file `input-of` names another case whose files are read.
/// With CAMPUS_KPI_RECORD=1 the expectations are written anew, and every case fails that changed.
@Suite struct CaseTests {
  private static let folder = Program.root.appendingPathComponent("Tests/CommandTests/Cases")
  private static let records = ProcessInfo.processInfo.environment["CAMPUS_KPI_RECORD"] != nil

  private static let names: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }()

  @Test func thereAreCases() {
    #expect(CaseTests.names.count >= 15)
  }

  @Test(arguments: names)
  func whatComesOutIsWhatIsExpected(name: String) throws {
    let recorded = CaseTests.folder.appendingPathComponent(name)
    let place = try TemporaryFolder()
    _ = try DefinitionsCopy(in: place)
    let work = try Program.shell(
      """
      set -e
      cp -R '\(recorded.path)'/. .
      if [ -f input-of ]; then cp -Rn '\(CaseTests.folder.path)'/"$(cat input-of)"/. .; fi
      if [ -d changed-pipelines ]; then cp -R changed-pipelines/. pipelines; fi
      """, in: place.url)
    try #require(work.status == 0, "\(work.error)")
    let run = try Program.shell(try place.read("command"), in: place.url)
    let found = [
      ("expected-output", run.output), ("expected-error", run.error),
      ("expected-status", "\(run.status)\n"),
    ]
    for (file, text) in found {
      let expected = try? String(
        contentsOf: recorded.appendingPathComponent(file), encoding: .utf8)
      if CaseTests.records, text != expected {
        try Data(text.utf8).write(to: recorded.appendingPathComponent(file))
        Issue.record("\(name)/\(file) was recorded anew; look at it, and run without recording")
      } else {
        #expect(text == expected, "\(name)/\(file)")
      }
    }
  }
}
