import Foundation
import Glibc
import Testing

@testable import StorePostgreSQL

/// What fails publishes nothing on either side, and the next run heals.
@Suite(.enabled(if: Server.isInstalled, Server.missing)) struct FailureTests {
  private static let before = ["revision-1", "revision-1"]
  private static let after = ["revision-1", "revision-2", "revision-2"]

  /// An office with revision 1 and changed exports.
  private func published() throws -> Office {
    let office = try Office()
    try office.publish()
    try office.change()
    return office
  }

  private func expectNothingPublished(
    _ office: Office, _ outcome: Program.Outcome, _ status: Int32, _ words: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(outcome.status == status, "\(outcome.error)", sourceLocation: sourceLocation)
    #expect(
      outcome.error.contains(words), "\(outcome.error)", sourceLocation: sourceLocation)
    #expect(!outcome.error.contains(Server.password), sourceLocation: sourceLocation)
    #expect(office.revisions == FailureTests.before, sourceLocation: sourceLocation)
    let latest = "SELECT max(revision) FROM runs"
    #expect(try office.storeRows(latest) == [["1"]], sourceLocation: sourceLocation)
    #expect(try office.copyRows(latest) == [["1"]], sourceLocation: sourceLocation)
  }

  private func expectHealed(
    _ office: Office, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try office.publish()
    #expect(office.revisions == FailureTests.after, sourceLocation: sourceLocation)
    try office.expectEqual(sourceLocation: sourceLocation)
  }

  @Test func aServerThatIsAwayStopsTheRun() throws {
    let office = try published()
    let outcome = try office.run(
      database: "postgresql://campus:pä55-wörd@127.0.0.1:1/figures")
    try expectNothingPublished(office, outcome, 74, "127.0.0.1:1/figures")
    try expectHealed(office)
  }

  @Test func aWrongPasswordStopsTheRun() throws {
    let office = try published()
    let url = office.server.url(office.database, password: "wrong-secret")
    let outcome = try office.run(database: url)
    try expectNothingPublished(office, outcome, 74, "password authentication failed")
    #expect(!outcome.error.contains("wrong-secret"))
  }

  @Test func aTableThatTakesNoRowsStopsTheRun() throws {
    let office = try published()
    try office.connection().execute(
      "ALTER TABLE evidence ADD CONSTRAINT full_disk CHECK (run < 2)")
    try expectNothingPublished(office, office.run(), 74, "SQLSTATE 23514")
    try office.connection().execute("ALTER TABLE evidence DROP CONSTRAINT full_disk")
    try expectHealed(office)
  }

  /// A trigger that acts at the commit.
  private func atCommit(_ office: Office, _ statement: String) throws {
    try office.connection().execute(
      """
      CREATE FUNCTION at_commit() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN IF NEW.revision > 1 THEN \(statement); END IF; RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON runs DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION at_commit()
      """)
  }

  private func nothingAtCommit(_ office: Office) throws {
    try office.connection().execute("DROP TRIGGER at_commit ON runs; DROP FUNCTION at_commit")
  }

  @Test func aCommitThatTheServerRefusesTakesTheRevisionBack() throws {
    let office = try published()
    try atCommit(office, "RAISE EXCEPTION 'secret of a row'")
    let outcome = try office.run()
    try expectNothingPublished(office, outcome, 74, "SQLSTATE P0001")
    #expect(!outcome.error.contains("secret of a row"))
    try nothingAtCommit(office)
    try expectHealed(office)
  }

  @Test func aLinkThatCannotBeSwitchedTakesTheCopyBackToo() throws {
    let office = try published()
    let current = office.period + "/current"
    try FileManager.default.removeItem(atPath: current)
    // A folder that is not empty cannot be replaced by a link.
    try FileManager.default.createDirectory(
      atPath: current + "/full", withIntermediateDirectories: true)
    let outcome = try office.run()
    #expect(outcome.status != 0)
    #expect(try office.storeRows("SELECT max(revision) FROM runs") == [["1"]])
    #expect(try office.copyRows("SELECT max(revision) FROM runs") == [["1"]])
    try FileManager.default.removeItem(atPath: current)
    try expectHealed(office)
  }

  /// Killed while the server commits: the store has the revision, and the server whatever it made
  /// of it.
  @Test(arguments: [false, true]) func killedBetweenTheCommits(serverLosesIt: Bool) throws {
    let office = try published()
    try atCommit(office, "PERFORM pg_sleep(\(serverLosesIt ? 60 : 1))")
    let running = try office.start(office.run)
    let waiting = """
      SELECT pid::text FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event = 'PgSleep'
      """
    var process: String?
    for _ in 0..<1_000 where process == nil {
      process = try office.copyRows(waiting).first?[0]
      usleep(20_000)
    }
    let found = try #require(process)
    running.kill()
    #expect(try running.wait().status == SIGKILL)
    if serverLosesIt {
      _ = try office.connection().rows("SELECT pg_terminate_backend($1::int)", [found])
    }
    while try !office.copyRows(waiting).isEmpty { usleep(20_000) }
    #expect(try office.storeRows("SELECT max(revision) FROM runs") == [["2"]])
    try nothingAtCommit(office)
    try expectHealed(office)
  }

  @Test func aRunThatOnlyTheCopyHasIsDeleted() throws {
    let office = try published()
    try office.connection().execute(
      """
      INSERT INTO runs SELECT 99, pipeline, period_from, period_to, 7, school_code, school_name,
        school_establishment, school_category, started, ended, 0, NULL, program, language, options,
        run, NULL FROM runs WHERE run = 1
      """)
    try expectHealed(office)
  }

  @Test func aForeignSchemaIsLeftAsItIs() throws {
    for table in ["accounts (name text)", "store (name text)"] {
      let office = try Office()
      try office.connection().execute("CREATE SCHEMA campus_kpi; CREATE TABLE \(table)")
      let outcome = try office.run()
      #expect(outcome.status == 74)
      #expect(outcome.error.contains("belongs to something else"), "\(outcome.error)")
      #expect(
        try office.copyRows("SELECT count(*) FROM pg_tables WHERE schemaname = 'campus_kpi'")
          == [["1"]])
    }
  }

  @Test func aNewerSchemaIsRefused() throws {
    let office = try published()
    try office.connection().execute("UPDATE store SET version = 99")
    try expectNothingPublished(office, office.run(), 74, "newer campus-kpi (schema 99")
  }

  @Test func theFiguresOfAnotherOutputFolderAreRefused() throws {
    let office = try published()
    let other = try Office()
    let outcome = try other.run(database: office.url)
    #expect(outcome.status == 74)
    #expect(outcome.error.contains("another output folder"), "\(outcome.error)")
    try expectHealed(office)
  }

  @Test func aRoleWithoutRightsIsTold() throws {
    let office = try Office()
    let role = "r" + office.database
    try office.connection().execute("CREATE ROLE \(role) LOGIN PASSWORD 'guest'")
    let outcome = try office.run(
      database: "postgresql://\(role):guest@127.0.0.1:\(office.server.port)/\(office.database)")
    #expect(outcome.status == 73)
    #expect(outcome.error.contains("permission denied"), "\(outcome.error)")
  }

  @Test func aDatabaseInAnotherEncodingIsRefused() throws {
    let office = try Office(options: "TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'")
    let outcome = try office.run()
    #expect(outcome.status == 73)
    #expect(outcome.error.contains("not encoded in UTF-8"), "\(outcome.error)")
  }

  @Test func anotherRunThatHoldsTheTablesIsNotWaitedForLong() throws {
    let office = try published()
    let other = try office.connection()
    _ = try other.rows("SELECT pg_advisory_lock(1263552835)")
    try expectNothingPublished(office, office.run(), 75, "lock timeout")
  }
}
