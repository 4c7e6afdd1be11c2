import Campus
import Testing

@testable import Store

struct PurgeTests {
  @Test func aPurgeLeavesNoByteOfAKey() throws {
    let place = try Workplace()
    var old = Sample.first
    for number in 0..<500 { old.students.append(.init(id: "CANARY\(number)", name: "金絲雀")) }
    old.trips.append(.init(id: "CANARYTRIP", student: "S4"))
    old.corrections = [
      AppliedCorrection(
        source: "students", key: "114|1|CANARY1", column: "name", old: "金絲雀", new: "x",
        reason: "r", approvedBy: "a", location: SourceLocation(file: "students.csv", line: 2))
    ]
    try place.publish(old, day: 1)
    try place.publish(.first, day: 20)
    #expect(holds(try place.bytes(place.database), "CANARY1"))
    let first = place.period + "/revision-1"
    #expect(holds(try place.bytes(first + "/evidence/kpi-04.csv"), "CANARY1"))

    let store = try place.open()
    let record = try store.purge(
      before: try #require(CalendarDate(iso: "2025-09-10")), now: "2025-10-01T00:00:00+08:00")
    #expect(record.runs == 1)
    #expect(record.evidenceRows == 502 + 2)
    #expect(record.inputs == 2)
    // The restatement of the later run names the keys that went; it is evidence of that run.
    #expect(try store.result(ofRun: 2).restatement?.changes.first?.lines.count == 500)
    #expect(place.names(first) == ["everything.txt"])
    #expect(place.names(place.period + "/revision-2").contains("evidence"))
    #expect(try store.history(kpi: 4).map(\.value) == [502, 2])
    #expect(try store.runs().map(\.purged) == ["2025-10-01T00:00:00+08:00", nil])
    #expect(throws: Failure.self) { try store.result(ofRun: 1) }
    #expect(try store.diff(1, 2).changes.first?.note == "the evidence was purged")

    _ = try store.purge(
      before: try #require(CalendarDate(iso: "2026-01-01")), now: "2026-01-01T00:00:00+08:00")
    let bytes = try place.bytes(place.database)
    for canary in ["CANARY", "金絲雀", "S4|", "護照"] { #expect(!holds(bytes, canary), "\(canary)") }
    #expect(try store.database.integer("SELECT count(*) FROM purges") == 2)
    #expect(try store.database.integer("SELECT count(*) FROM packed_columns") == 0)
    // The next run has nothing to compare keys with, and says so.
    let change = try store.publish(
      Sample.record(day: 30), old.draft(), rendering: Sample.rendering, clock: { "" }
    ).result.restatement?.changes.first
    #expect(change?.note == "the evidence was purged")
    #expect(change?.old == 2)
    #expect(change?.new == 502)
  }

  @Test func aPurgeThatWasKilledBetweenDatabaseAndFoldersIsFinished() throws {
    let place = try Workplace()
    try place.publish(.first)
    try place.open().database.execute("UPDATE runs SET purged = '2025-10-01'")
    _ = try place.open()
    #expect(place.names(place.period + "/revision-1") == ["everything.txt"])
  }
}
