import Foundation
import Testing

@testable import Store
@testable import StorePostgreSQL

/// What an office finds in its PostgreSQL.
@Suite(.enabled(if: Server.isInstalled, Server.missing)) struct CopyTests {
  @Test func everyViewShowsTheSameForRevisionsOneTwoAndThree() throws {
    let office = try Office()
    for revision in 1...3 {
      try office.publish()
      try office.expectEqual()
      #expect(
        try office.copyRows("SELECT revision FROM latest_runs") == [[String(revision)]])
      try office.change()
    }
    let values = try office.copyRows("SELECT value FROM kpi_history WHERE kpi = 4")
    #expect(values.count == 3)
    #expect(values[0] == values[2] && values[0] != values[1])
    #expect(
      try office.copyRows("SELECT count(*) FROM what_changed WHERE key = 'M11401001'")
        != [["0"]])
    #expect(try office.copyRows("SELECT count(*) FROM counted_students") != [["0"]])
    // The old inputs are back: nothing new is noted on both sides, and nothing else.
    try office.change()
    try office.publish()
    try office.expectEqual()
    #expect(try office.copyRows("SELECT count(*) FROM runs") == [["4"]])
  }

  @Test func everyTableIsCopiedOrLeftOutOnPurpose() throws {
    let office = try Office()
    try office.publish()
    let tables = try office.storeRows(
      "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    let known =
      ["runs"] + Dialect.tablesOfRuns + Dialect.wholeTables + Dialect.tablesLeftOut
    let kept = tables.compactMap { $0[0] } + Dialect.tablesOfViews
    #expect(kept.sorted() == known.sorted())
    let views = """
      SELECT name FROM sqlite_master WHERE type = 'view'
      AND name NOT IN ('\(Dialect.tablesOfViews.joined(separator: "', '"))') ORDER BY name
      """
    let copied = """
      SELECT viewname FROM pg_views WHERE schemaname = 'campus_kpi' ORDER BY viewname COLLATE "C"
      """
    #expect(try office.storeRows(views) == office.copyRows(copied))
    // Nobody but its owner may look into it.
    #expect(
      try office.copyRows("SELECT nspacl IS NULL FROM pg_namespace WHERE nspname = 'campus_kpi'")
        == [["t"]])
  }

  @Test func whatPublishedWithoutTheServerFollowsWithTheNextRun() throws {
    let office = try Office()
    try office.publish(database: office.file)
    try office.change()
    try office.publish(database: office.file)
    try office.publish()
    try office.expectEqual()
    #expect(try office.copyRows("SELECT max(revision) FROM runs") == [["2"]])
  }

  @Test func failedRunsAreShownToo() throws {
    let office = try Office()
    try office.publish()
    try "x\n".write(
      toFile: office.folder.path + "/input/students.csv", atomically: true, encoding: .utf8)
    #expect(try office.run().status == 65)
    try office.expectEqual()
    #expect(
      try office.copyRows("SELECT exit_code FROM run_history ORDER BY run") == [["0"], ["65"]])
  }

  @Test func notesOfAnyCharactersAndPurgesReachTheServer() throws {
    let office = try Office()
    try office.publish()
    let note = "tab\t line\n return\r back\\slash \\N 'quote' \"double\" \u{8}\u{B}\u{C} 越南 🎓"
    let noted = try office.command(["annotate", "1", "kpi-04", note])
    #expect(noted.status == 0, "\(noted.error)")
    #expect(try office.copyRows("SELECT note FROM annotations") == [[note]])
    try office.change()
    try office.publish()
    try office.expectEqual()

    let purged = try office.command(["purge", "--before", "2999-01-01"])
    #expect(purged.status == 0, "\(purged.error)")
    try office.expectEqual()
    for table in ["evidence", "findings", "inputs", "restatement_causes"] {
      #expect(try office.copyRows("SELECT count(*) FROM \(table)") == [["0"]])
    }
    #expect(try office.copyRows("SELECT count(*) FROM purges") == [["1"]])
    #expect(try office.copyRows("SELECT count(*) FROM kpi_history") == [["28"]])
  }

  @Test func aRoleThatMayOnlyUseAnEmptySchemaIsEnough() throws {
    let office = try Office()
    let role = "r" + office.database
    let connection = try office.connection()
    try connection.execute(
      """
      CREATE ROLE \(role) LOGIN PASSWORD 'guest'; CREATE SCHEMA campus_kpi AUTHORIZATION \(role)
      """)
    let url = "postgresql://\(role):guest@127.0.0.1:\(office.server.port)/\(office.database)"
    try office.publish(database: url)
    try office.expectEqual()
  }

  @Test func theOrderOfRowsIsNotTheServersLanguage() throws {
    // An ICU collation sorts lower and upper case together; older servers have none by database.
    let office: Office
    do {
      office = try Office(
        options: "LOCALE_PROVIDER icu ICU_LOCALE 'zh-TW' TEMPLATE template0 ENCODING 'UTF8'")
    } catch { return }
    try office.publish()
    try office.expectEqual()
  }

  @Test func thePipelineFileMayNameTheServer() throws {
    let office = try Office()
    let pipelines = office.folder.appendingPathComponent("pipelines")
    try FileManager.default.copyItem(
      at: Program.root.appendingPathComponent("pipelines"), to: pipelines)
    let file = pipelines.appendingPathComponent("nightly.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacing("database: campus-kpi.sqlite", with: "database: \(office.url)")
      .write(to: file, atomically: true, encoding: .utf8)
    let outcome = try Program.campusKPI(
      office.run + ["--pipelines", pipelines.path, "--output", office.output, "--quiet"]
    ).wait()
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.error == "")
    try office.expectEqual()
  }

  @Test func readingCommandsNeedNoServer() throws {
    let office = try Office()
    try office.publish()
    let nobody = "postgresql://nobody@127.0.0.1:1/none"
    let history = try Program.campusKPI(
      ["history", "kpi-04", "--output", office.output, "--database", nobody]
    ).wait()
    #expect(history.status == 0, "\(history.error)")
    #expect(history.output.contains("14"))
  }
}
