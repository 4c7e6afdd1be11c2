import Foundation
import Testing

/// The evidence that a run publishes, read by SQLite beside what `kpi.json` and the database say.
@Suite struct EvidenceFileTests {
  private static let names = (1...14).map { "evidence/kpi-\($0 < 10 ? "0" : "")\($0).csv" }

  /// What sqlite3 says, a line each.
  private func lines(_ script: String, in folder: TemporaryFolder) throws -> [String] {
    let outcome = try Program.shell(
      "sqlite3 \(folder.path("output/campus-kpi.sqlite"))", input: script)
    try #require(outcome.status == 0, "\(outcome.error)")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  private func files(_ folder: TemporaryFolder) throws -> [String: Data] {
    try folder.publication().files().filter { $0.key.hasPrefix("evidence/") }
  }

  @Test(arguments: ["clean", "dirty"]) func everyCountedRowHasItsLine(samples: String) throws {
    let folder = try TemporaryFolder()
    let input = Program.root.appendingPathComponent("samples/" + samples).path
    let run = try Program.campusKPI(
      ["run", "nightly", "--input", input, "--output", folder.path("output")])
    try #require(run.status == 0, "\(run.error)")
    let published = try files(folder)
    #expect(Set(published.keys) == Set(Self.names + ["evidence/findings.csv"]))
    let document = try folder.publication().kpis
    for (index, name) in Self.names.enumerated() {
      let copy = folder.path("evidence.csv")
      try #require(published[name]).write(to: URL(fileURLWithPath: copy))
      let stored = "SELECT file, line FROM evidence WHERE kpi = \(index + 1)"
      let written = "SELECT file, CAST(line AS INTEGER) FROM written"
      let found = try lines(
        """
        .import --csv \(copy) written
        SELECT count(*) FROM written;
        SELECT count(*) FROM (SELECT DISTINCT file, line FROM written);
        SELECT count(*) FROM (\(written) EXCEPT \(stored));
        SELECT count(*) FROM (\(stored) EXCEPT \(written));
        DROP TABLE written;
        """, in: folder)
      let counted = String(try #require(document.kpi(index + 1)?.rows).counted)
      #expect(counted != "0")
      #expect(found == [counted, counted, "0", "0"], "\(name)")
    }
  }

  @Test func reportWritesTheEvidenceAgain() throws {
    let folder = try TemporaryFolder()
    try University().write(to: folder)
    try #require(try folder.run().status == 0)
    let published = try files(folder)
    #expect(Set(published.keys) == Set(Self.names + ["evidence/findings.csv"]))
    for name in published.keys {
      try FileManager.default.removeItem(
        atPath: folder.path("output/nightly/\(University.period)/revision-1/\(name)"))
    }
    let report = try Program.campusKPI(["report", "1", "--output", folder.path("output")])
    #expect(report.status == 0, "\(report.error)")
    #expect(try files(folder) == published)
  }
}
