import Campus
import Glibc
import Testing

@testable import Store

/// Every state that a killed run can leave, made by hand, and what the next run makes of it.
struct HealingTests {
  private func published() throws -> (Workplace, String) {
    let place = try Workplace()
    try place.publish(.first)
    return (place, try place.text(place.period + "/revision-1/everything.txt"))
  }

  private func expectUndisturbed(_ place: Workplace) throws {
    #expect(place.names(place.period) == ["current", "revision-1"])
    #expect(place.link(place.period + "/current") == "revision-1")
    // What comes next is what an undisturbed run gives.
    #expect(try place.publish(.first, day: 2).result.revision == 2)
    #expect(place.names(place.period) == ["current", "revision-1", "revision-2"])
    #expect(
      place.names(place.period + "/revision-2") == [
        "everything.txt", "evidence", "restatement.csv",
      ])
    #expect(place.link(place.period + "/current") == "revision-2")
  }

  @Test func killedWhileWriting() throws {
    let (place, _) = try published()
    let folder = try Folder(path: place.period)
    let half = RevisionFolder(try folder.makeFolder(".tmp-revision-2"))
    try half.write("half", to: "evidence/kpi-01.csv")
    try folder.link(".tmp-current", to: "revision-2")
    _ = try place.open()
    try expectUndisturbed(place)
  }

  @Test func killedAfterTheRenameAndBeforeTheCommit() throws {
    let (place, _) = try published()
    let identity = try place.open().identity
    let folder = PeriodFolder(folder: try Folder(path: place.period))
    try folder.begin(2, identity: identity).write("x", to: "kpi.json")
    try folder.place(2)
    #expect(place.names(place.period).contains("revision-2"))
    _ = try place.open()
    try expectUndisturbed(place)
  }

  @Test func killedAfterTheCommit() throws {
    let (place, before) = try published()
    let identity = try place.open().identity
    let folder = try Folder(path: place.period)
    try RevisionFolder(folder.folder("revision-1")).write(identity + "\n", to: ".uncommitted")
    try folder.remove("current")
    try folder.link(".tmp-current", to: "revision-1")
    _ = try place.open()
    #expect(try place.text(place.period + "/revision-1/everything.txt") == before)
    try expectUndisturbed(place)
  }

  @Test func killedWhileTheDatabaseWasMade() throws {
    let place = try Workplace()
    try place.write(Array("SQLite".utf8), to: place.database + ".creating")
    try place.publish(.first)
    #expect(place.names(place.path) == ["kpi.sqlite", "kpi.sqlite.lock", "out"])
  }

  @Test func aHotJournalIsRolledBack() throws {
    let (place, _) = try published()
    // A copy taken in the middle of a transaction is what a killed process leaves.
    let store = try place.open()
    try store.database.execute("PRAGMA cache_size = 1; BEGIN IMMEDIATE")
    try store.database.execute("DELETE FROM evidence_blocks; UPDATE kpi_values SET value = 99")
    try store.database.execute(
      "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
        + "INSERT INTO packed_columns (digest, size, bytes) SELECT i, i, randomblob(900) FROM n")
    let copy = try Workplace()
    try copy.write(place.bytes(place.database), to: copy.database)
    try copy.write(place.bytes(place.database + "-journal"), to: copy.database + "-journal")
    try store.database.execute("ROLLBACK")
    let healed = try copy.open()
    #expect(try healed.history(kpi: 4).map(\.value) == [2])
    let decisions = try healed.decisions(ofRun: 1, kpi: 4)
    #expect(decisions?.rowCount == 5)
  }

  @Test func anotherDatabasesRevisionsAreLeftAlone() throws {
    let (place, before) = try published()
    rename(place.database, place.database + ".old")
    let failure = #expect(throws: Failure.self) { try place.publish(.first) }
    #expect(failure?.status == .outputCannotBeCreated)
    #expect(try place.text(place.period + "/revision-1/everything.txt") == before)
    #expect(place.link(place.period + "/current") == "revision-1")
  }

  @Test func aLinkThatCannotBeSwitchedTakesTheRevisionBack() throws {
    let (place, _) = try published()
    let store = try place.open()
    // A folder stands where the link should be.
    let folder = try Folder(path: place.period)
    try folder.remove("current")
    _ = try folder.makeFolder("current").makeFolder("full")
    #expect(throws: Failure.self) {
      try store.publish(
        Sample.record(day: 2), Sample.first.draft(), rendering: Sample.rendering, clock: { "" })
    }
    #expect(try store.runs().count == 1)
    #expect(!place.names(place.period).contains("revision-2"))
  }

  @Test func aSecondRunFindsTheLock() throws {
    let place = try Workplace()
    let first = try place.open()
    let failure = #expect(throws: Failure.self) {
      try Store.open(database: place.database, output: place.output)
    }
    #expect(failure?.status == .lockHeld)
    // Another database with the same output folder is no way around it.
    let other = #expect(throws: Failure.self) {
      try Store.open(database: place.path + "/other.sqlite", output: place.output)
    }
    #expect(other?.status == .lockHeld)
    _ = first.identity
  }

  @Test func aKilledProcessLeavesNoLock() throws {
    let place = try Workplace()
    try place.publish(.first)
    let command = "exec flock -n '\(place.database).lock' sh -c 'echo $$; exec sleep 60'"
    let stream = try #require(popen(command, "r"))
    var line = [CChar](repeating: 0, count: 32)
    try #require(fgets(&line, 32, stream) != nil)
    let text = String(decoding: line.prefix { $0 > 32 }.map { UInt8($0) }, as: UTF8.self)
    let process = try #require(pid_t(text))
    #expect(throws: Failure.self) { try place.open() }
    kill(process, SIGKILL)
    pclose(stream)
    #expect(try place.publish(.first, day: 2).result.revision == 2)
  }
}
