import Foundation
import Testing

/// The commands that read and change what is stored, through the real program.
@Suite struct StoreCommandTests {
  private let folder: TemporaryFolder

  /// Two revisions: in the second a student is suspended who counted in the first.
  init() throws {
    folder = try TemporaryFolder()
    var university = University()
    try university.write(to: folder)
    try #require(try folder.run().status == 0)
    university["students"][0, "status"] = "休學"
    try university.write(to: folder)
    try #require(try folder.run().status == 0)
  }

  private func command(_ words: String...) throws -> Program.Outcome {
    try Program.campusKPI(words + ["--output", folder.path("output")])
  }

  private func revision(_ number: Int, _ name: String) -> String {
    "output/nightly/\(University.period)/revision-\(number)/\(name)"
  }

  @Test func historyListsWhatWasPublished() throws {
    let history = try command("history", "4")
    #expect(history.status == 0)
    let rows = history.output.split(separator: "\n").filter { $0.hasPrefix("nightly") }
      .map { $0.split(separator: " ").map(String.init) }
    #expect(rows.map { $0[2] } == ["1", "2"], "\(history.output)")
    let values = try [1, 2].map { number in
      try CountTable.Document(folder.read(revision(number, "kpi.json"))).kpi(4)?.value
    }
    for (row, value) in zip(rows, values) {
      #expect(row.contains(String(try #require(value))), "\(row)")
    }
  }

  @Test func diffNamesTheKeyAndTheCause() throws {
    let diff = try command("diff", "1", "2")
    #expect(diff.status == 0)
    #expect(
      diff.output.contains("- CANARY-S1  value-changed status enrolled → suspended"),
      "\(diff.output)")
    let none = try command("diff", "2", "2")
    #expect(none.output.contains("no value and no counted key changed"), "\(none.output)")
    #expect(try command("diff", "1", "9").status == 64)
  }

  @Test func reportWritesTheSameBytesAgain() throws {
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: folder.path(revision(1, "")))
    func bytes() -> [String: Data] {
      var files: [String: Data] = [:]
      for name in names {
        files[name] = FileManager.default.contents(atPath: folder.path(revision(1, name)))
      }
      return files
    }
    let before = bytes()
    #expect(before.keys.contains("report.html") && before.keys.contains("kpi-summary.xlsx"))
    try FileManager.default.removeItem(atPath: folder.path(revision(1, "")))
    let report = try command("report", "1")
    #expect(report.status == 0, "\(report.error)")
    #expect(bytes() == before)
  }

  @Test func anAnnotationStandsInTheReportsOfItsRevision() throws {
    let text = "一名學生 10 月起休學"
    #expect(try command("annotate", "2", "4", text).status == 0)
    #expect(try command("report", "2").status == 0)
    for name in ["report.html", "kpi.json", "kpi-summary.csv"] {
      #expect(try folder.read(revision(2, name)).contains(text), "\(name)")
    }
    #expect(try !folder.read(revision(1, "report.html")).contains(text))
  }

  @Test func runsListsFailedOnesToo() throws {
    try folder.write("學年度,學期\n114,\"1\n", to: "input/students.csv")
    #expect(try folder.run().status == 65)
    let runs = try command("runs")
    #expect(runs.status == 0)
    let failed = runs.output.split(separator: "\n").first { $0.hasPrefix("run-3") }
    #expect(failed?.contains("65") ?? false, "\(runs.output)")
    #expect(failed?.contains("students.csv") ?? false, "\(runs.output)")
  }

  @Test func explainTellsWhatIsPublishedBesideTheExports() throws {
    try University().write(to: folder)
    let explained = try command(
      "explain", "4", "--key", "CANARY-S1", "--input", folder.path("input"), "--period",
      University.period)
    #expect(explained.status == 0, "\(explained.error)")
    #expect(explained.output.contains("CANARY-S1: counted"), "\(explained.output)")
    #expect(
      explained.output.contains("published in revision 2:\n  students.csv:2: enrolled  "),
      "\(explained.output)")
  }

  @Test func purgeDeletesTheEvidenceAndKeepsTheValues() throws {
    let before = try command("history").output
    let purge = try command("purge", "--before", "9999-01-01")
    #expect(purge.status == 0, "\(purge.error)")
    #expect(try command("history").output == before)
    #expect(!folder.exists(revision(1, "evidence")))
    let database = try Data(
      contentsOf: URL(fileURLWithPath: folder.path("output/campus-kpi.sqlite")))
    #expect(database.range(of: Data(University.canary.utf8)) == nil)
  }
}
