import Foundation
import Testing

/// What a further revision says of the keys that came and went, through the real program.
@Suite struct RestatementTests {
  /// Runs the folder's exports and gives `restatement.csv` without its head.
  private func restate(_ folder: TemporaryFolder, _ university: University) throws -> [String] {
    try university.write(to: folder)
    let run = try folder.run(["--language", "en"])
    try #require(run.status == 0, "\(run.error)")
    guard let text = try? folder.publication().text("restatement.csv") else { return [] }
    return text.split(separator: "\r\n").dropFirst().map(String.init)
  }

  private func lines(_ restatement: [String], of kpi: String, _ key: String) -> [String] {
    restatement.filter { $0.contains(kpi) && $0.contains(key) }
  }

  @Test func everyCauseIsNamed() throws {
    let folder = try TemporaryFolder()
    let university = University()
    #expect(try restate(folder, university).isEmpty, "a first revision restates nothing")

    // A counted student: rejected, back again, another status, removed, added.
    var rejected = university
    rejected["students"][0, "birth_date"] = "1981-02-30"
    let away = lines(try restate(folder, rejected), of: "kpi-04", "CANARY-S1")
    #expect(away.count == 1 && away[0].contains("newly-rejected"), "\(away)")
    let back = lines(try restate(folder, university), of: "kpi-04", "CANARY-S1")
    #expect(back.count == 1 && back[0].contains("no-longer-rejected"), "\(back)")

    var changed = university
    changed["students"][0, "status"] = "休學"
    let gone = lines(try restate(folder, changed), of: "kpi-04", "CANARY-S1")
    #expect(gone.count == 1 && gone[0].contains("value-changed"), "\(gone)")
    #expect(gone[0].contains("status") && gone[0].contains("enrolled,suspended"), "\(gone)")

    var removed = university
    removed["students"].rows.remove(at: 0)
    let missing = lines(try restate(folder, removed), of: "kpi-04", "CANARY-S1")
    #expect(missing.isEmpty, "suspended before and absent now: not counted in either")
    let added = lines(try restate(folder, university), of: "kpi-04", "CANARY-S1")
    #expect(added.count == 1 && added[0].contains("row-added"), "\(added)")
    let left = lines(try restate(folder, removed), of: "kpi-04", "CANARY-S1")
    #expect(left.count == 1 && left[0].contains("row-removed"), "\(left)")
  }

  @Test func theSameExportsAndDefinitionsPublishNothingNew() throws {
    let folder = try TemporaryFolder()
    let university = University()
    _ = try restate(folder, university)
    let before = try folder.publication().files()
    let again = try folder.run()
    #expect(again.status == 0)
    #expect(again.output.hasPrefix("nothing new: revision 1 of 2025-08-01..2025-12-31"))
    #expect(try folder.publication().files() == before)
    #expect(try folder.publication().kpis.revision == 1)

    // A program is told what stands.
    let note = ["annotate", "1", "kpi-04", "說明 \"1\"", "--output", folder.path("output")]
    #expect(try Program.campusKPI(note).status == 0)
    let told = try folder.run(["--format", "json"])
    #expect(told.status == 0)
    let report = ["report", "1", "--output", folder.path("output")]
    #expect(try Program.campusKPI(report).status == 0)
    #expect(try told.output == folder.publication().text("kpi.json"))
    #expect(told.output.contains("說明 \\\"1\\\""))
  }

  /// Run, corrected run, old inputs again: revisions 1, 2, 3 with the values of 1.
  @Test func oldInputsAgainAreAFurtherRevision() throws {
    let folder = try TemporaryFolder()
    let university = University()
    _ = try restate(folder, university)
    let first = try folder.publication().kpis
    var changed = university
    changed["students"][0, "status"] = "休學"
    _ = try restate(folder, changed)
    _ = try restate(folder, university)
    let third = try folder.publication().kpis
    #expect(third.revision == 3)
    #expect(third.values == first.values)
  }
}
