import Campus
import Glibc
import Testing

@testable import Store

struct PublicationTests {
  @Test func firstRunIsRevisionOne() throws {
    let place = try Workplace()
    let (run, result) = try place.publish(.first)
    #expect(run == 1)
    #expect(result.revision == 1)
    #expect(result.restatement == nil)
    #expect(place.names(place.period) == ["current", "revision-1"])
    #expect(place.link(place.period + "/current") == "revision-1")
    #expect(place.names(place.period + "/revision-1") == ["everything.txt", "evidence"])
    #expect(
      place.names(place.period + "/revision-1/evidence")
        == ["findings.csv", "kpi-04.csv", "kpi-09.csv"])
  }

  @Test func rerunsAreNoneThenTwoThenThree() throws {
    let place = try Workplace()
    let first = Sample.first
    var changed = first
    changed.students[3].nationality = "JP"
    func unchanged(_ sample: Sample) throws -> StoredRun? {
      let draft = sample.draft()
      let store = try place.open()
      return try store.unchangedRevision(
        pipeline: "nightly", period: Sample.period,
        inputs: draft.inputs.map { UsedFile(name: $0.file, sha256: $0.sha256) }.reversed(),
        definitions: draft.definitions)
    }
    #expect(try unchanged(first) == nil)
    try place.publish(first)
    #expect(try unchanged(first)?.revision == 1)
    #expect(try unchanged(changed) == nil)
    #expect(try place.publish(changed, day: 2).result.revision == 2)
    // The old inputs again are something new, with the values of revision 1.
    #expect(try unchanged(first) == nil)
    #expect(try place.publish(first, day: 3).result.revision == 3)
    #expect(try unchanged(first)?.revision == 3)
    let store = try place.open()
    #expect(try store.history(kpi: 4).map(\.value) == [2, 3, 2])
    #expect(try store.history(kpi: 4, upToRun: 2).map(\.revision) == [1, 2])
    #expect(place.link(place.period + "/current") == "revision-3")
    #expect(try store.runs().map(\.ended).first == "2025-09-01T03:00:09+08:00")
    var otherDefinition = first
    otherDefinition.definitions[2] = UsedFile(name: "targets.csv", sha256: "dd")
    #expect(try unchangedAfterRelease(place, otherDefinition, store) == nil)
  }

  private func unchangedAfterRelease(_ place: Workplace, _ sample: Sample, _ store: Store) throws
    -> StoredRun?
  {
    try store.unchangedRevision(
      pipeline: "nightly", period: Sample.period,
      inputs: sample.draft().inputs.map { UsedFile(name: $0.file, sha256: $0.sha256) },
      definitions: sample.definitions)
  }

  @Test func aStoredRunIsRenderedByteForByte() throws {
    let place = try Workplace()
    var changed = Sample.first
    changed.students[0].nationality = "TW"
    changed.corrections = [
      AppliedCorrection(
        source: "students", key: "114|1|S1", column: "nationality", old: "JP", new: "TW",
        reason: "護照", approvedBy: "陳組長",
        location: SourceLocation(file: "students.csv", line: 2))
    ]
    try place.publish(.first)
    let (run, result) = try place.publish(changed, day: 2)
    let store = try Store.open(
      database: place.database, output: place.path + "/again", creating: false)
    let again = try store.restore(run: run, Sample.rendering).path
    let published = place.period + "/revision-2"
    let names = [
      "everything.txt", "restatement.csv", "evidence/kpi-04.csv", "evidence/findings.csv",
    ]
    for name in names {
      #expect(try place.bytes(again + "/" + name) == place.bytes(published + "/" + name), "\(name)")
    }
    #expect(place.names(again) == place.names(published))
    #expect(place.link(place.path + "/again/nightly/\(Sample.period)/current") == "revision-2")
    #expect(try store.result(ofRun: run).restatement == result.restatement)
    #expect(try store.result(ofRun: run).details == result.details)
    #expect(result.details.count == 1)
  }

  @Test func aRevisionIsWrittenAgainInItsPlace() throws {
    let place = try Workplace()
    try place.publish(.first)
    let store = try place.open()
    let path = place.period + "/revision-1/everything.txt"
    let before = try place.bytes(path)
    try store.annotate(run: 1, kpi: 4, text: "新設學程", added: "2025-09-02T09:00:00+08:00")
    _ = try store.restore(run: 1, Sample.rendering)
    #expect(holds(try place.bytes(path), "新設學程"))
    #expect(try place.bytes(path) != before)
    #expect(place.names(place.period) == ["current", "revision-1"])
    // Killed between the two renames: the old revision comes back.
    let folder = try Folder(path: place.period)
    try folder.rename("revision-1", to: ".kept-revision-1")
    try store.heal()
    #expect(place.names(place.period) == ["current", "revision-1"])
  }

  @Test(arguments: [mode_t(0), 0o077, 0o777])
  func everythingIsPrivateWhateverTheUmask(mask: mode_t) throws {
    let place = try Workplace()
    let failed = publishUnder(place, mask)
    #expect(!failed)
    for file in ["kpi.sqlite", "kpi.sqlite.lock", "out/.campus-kpi.lock"] {
      #expect(place.mode(place.path + "/" + file) == 0o600, "\(file)")
    }
    for folder in ["out", "out/nightly", "out/nightly/\(Sample.period)"] {
      #expect(place.mode(place.path + "/" + folder) == 0o700, "\(folder)")
    }
    let revision = place.period + "/revision-1"
    #expect(place.mode(revision) == 0o700)
    #expect(place.mode(revision + "/evidence") == 0o700)
    #expect(place.mode(revision + "/evidence/kpi-04.csv") == 0o600)
    #expect(place.mode(revision + "/everything.txt") == 0o600)
  }

  /// Tests run beside each other in one process, so the umask is set only for this moment and
  /// nothing in the other tests depends on it.
  private func publishUnder(_ place: Workplace, _ mask: mode_t) -> Bool {
    let old = umask(mask)
    defer { umask(old) }
    do {
      try place.publish(.first)
      return false
    } catch {
      return true
    }
  }

  @Test func aFailedRenderingLeavesTheOldState() throws {
    let place = try Workplace()
    try place.publish(.first)
    let before = try place.open().runs()
    let failing = Rendering { _, folder in
      try folder.write("half", to: "half.txt")
      throw Failure(.readOrWriteFailed, "no space")
    }
    var changed = Sample.first
    changed.students.removeFirst()
    let store = try place.open()
    #expect(throws: Failure(.readOrWriteFailed, "no space")) {
      try store.publish(
        Sample.record(day: 2), changed.draft(), rendering: failing, clock: { "" })
    }
    #expect(try store.runs() == before)
    #expect(place.names(place.period) == ["current", "revision-1"])
  }

  /// What is written beside the work on the database: with the first call, or for each KPI.
  @Test(arguments: [true, false])
  func whatCannotBeWrittenBesideTheDatabaseLeavesTheOldState(isFirst: Bool) throws {
    let place = try Workplace()
    try place.publish(.first)
    let before = try place.open().runs()
    let workers = Workers(count: 2)
    @Sendable func fail(_ folder: RevisionFolder) -> LaterValue<Void> {
      workers.begin {
        try folder.write("half", to: "evidence/half.csv")
        throw Failure(.readOrWriteFailed, "no space")
      }
    }
    let failing = Rendering(
      begin: { isFirst ? fail($1) : nil }, evidence: { isFirst ? nil : fail($1) },
      reports: { _, _ in Issue.record("reports are written though evidence is not") })
    let store = try place.open()
    #expect(throws: Failure(.readOrWriteFailed, "no space")) {
      try store.publish(
        Sample.record(day: 2), Sample.first.draft(), rendering: failing, workers: workers,
        clock: { "" })
    }
    #expect(throws: Failure(.readOrWriteFailed, "no space")) { try store.restore(run: 1, failing) }
    #expect(try store.runs() == before)
    #expect(place.names(place.period) == ["current", "revision-1"])
  }

  /// Or it would be written into a folder that has gone.
  @Test func evidenceThatIsBeingWrittenIsWaitedForWhenTheDatabaseFails() throws {
    let place = try Workplace()
    try place.publish(.first)
    let store = try place.open()
    try store.database.execute(
      """
      CREATE TRIGGER refuse BEFORE INSERT ON decision_columns
      BEGIN SELECT RAISE(ABORT, 'refused'); END
      """)
    let workers = Workers(count: 2)
    // Its thread helps with the evidence.
    let started = workers.start([{ @Sendable () -> Int in 1 }])
    let state = Guarded((isBegun: false, isEnded: false))
    let slow = Rendering(
      evidence: { _, folder in
        let file = workers.begin {
          state.withLock { $0.isBegun = true }
          usleep(50_000)
          try folder.write("late", to: "evidence/late.csv")
          state.withLock { $0.isEnded = true }
        }
        for _ in 0..<50_000 where !state.withLock(\.isBegun) { usleep(100) }
        return file
      }, reports: { _, _ in })
    #expect(throws: Failure.self) {
      try store.publish(
        Sample.record(day: 2), Sample.first.draft(), rendering: slow, workers: workers,
        clock: { "" })
    }
    #expect(state.withLock { $0.isEnded })
    #expect(place.names(place.period) == ["current", "revision-1"])
    #expect(try started.values() == [1])
  }

  @Test func aFailedRunIsRecordedAndPublishesNothing() throws {
    let place = try Workplace()
    let store = try place.open()
    try store.recordFailure(
      Sample.record(), inputs: Sample.first.draft().inputs, exitCode: 65, message: "reject limit",
      ended: "2025-09-01T03:00:01+08:00")
    let run = try #require(try store.runs().first)
    #expect(run.exitCode == 65)
    #expect(run.revision == nil)
    #expect(try store.latestRevision(pipeline: "nightly", period: Sample.period) == nil)
    #expect(throws: Failure.self) { try store.result(ofRun: run.run) }
  }

  @Test func annotationsAreCarriedByTheResult() throws {
    let place = try Workplace()
    let (run, _) = try place.publish(.first)
    let store = try Store.openForChange(database: place.database)
    try store.annotate(run: run, kpi: 4, text: "新設學程", added: "2025-09-02T09:00:00+08:00")
    #expect(try store.result(ofRun: run).annotations.map(\.text) == ["新設學程"])
    #expect(throws: Failure.self) {
      try store.annotate(run: run, kpi: 13, text: "none", added: "")
    }
  }

  @Test func aReportCannotLeaveItsFolder() throws {
    let place = try Workplace()
    let folder = RevisionFolder(try Folder.make(path: place.path))
    for path in ["../out.txt", "/etc/x", "a//b", "", "a/.."] {
      #expect(throws: Failure.self) { try folder.write("x", to: path) }
    }
  }
}
