import Campus
import Testing

@testable import Store

/// How a copy in another database takes part in a publication.
struct CopyTests {
  /// A copy that notes what is asked of it, and fails where it is told to.
  private final class NotedCopy: StoreCopy {
    static let failure = Failure(.readOrWriteFailed, "the server is away")
    var failing = ""
    var calls: [String] = []
    /// The published revisions that the copy would hold after a commit.
    private(set) var committed: [String] = []
    private var prepared: [String] = []

    private func note(_ call: String) throws {
      calls.append(call)
      if call == failing {
        failing = ""
        throw NotedCopy.failure
      }
    }

    func prepare(_ tables: CopiedTables, renewing run: Int?) throws {
      try note(run == nil ? "prepare" : "prepare new")
      prepared = try tables.runs {
        $0.withText(of: 4) { $0.map { String(decoding: $0, as: UTF8.self) } }
      }
      .values.compactMap { $0 }.sorted()
    }

    func commit() throws {
      try note("commit")
      committed = prepared
    }

    func rollBack() { calls.append("roll back") }
    func giveBackSpace() throws { try note("space") }
  }

  private func open(_ place: Workplace, _ copy: NotedCopy) throws -> Store {
    try place.open(copy: copy)
  }

  private func publish(_ store: Store, day: Int) throws {
    _ = try store.publish(
      Sample.record(day: day), Sample.first.draft(), rendering: Sample.rendering, clock: { "" })
  }

  @Test func theCopyIsBroughtUpToDateFirstAndCommittedAfterTheStore() throws {
    let place = try Workplace()
    try place.publish(.first)
    let copy = NotedCopy()
    let store = try open(place, copy)
    #expect(copy.committed == ["1"])
    try publish(store, day: 2)
    #expect(copy.calls == ["prepare", "commit", "prepare new", "commit"])
    #expect(copy.committed == ["1", "2"])
    _ = try store.purge(before: try #require(CalendarDate(iso: "2999-01-01")), now: "")
    #expect(copy.calls.suffix(3) == ["prepare", "commit", "space"])
  }

  @Test(arguments: ["prepare new", "commit"])
  func aCopyThatFailsTakesTheRevisionBack(failing: String) throws {
    let place = try Workplace()
    try place.publish(.first)
    let copy = NotedCopy()
    let store = try open(place, copy)
    copy.failing = failing
    #expect(throws: NotedCopy.failure) { try publish(store, day: 2) }
    #expect(try store.runs().count == 1)
    #expect(copy.committed == ["1"])
    #expect(place.names(place.period) == ["current", "revision-1"])
    #expect(place.link(place.period + "/current") == "revision-1")
    try publish(store, day: 2)
    #expect(copy.committed == ["1", "2"])
    #expect(place.link(place.period + "/current") == "revision-2")
  }

  @Test func aCopyThatIsAwayStopsARunAtItsStart() throws {
    let place = try Workplace()
    let copy = NotedCopy()
    copy.failing = "prepare"
    #expect(throws: NotedCopy.failure) { try open(place, copy) }
    #expect(copy.calls == ["prepare", "roll back"])
  }

  @Test func aLinkThatCannotBeSwitchedTakesTheCopyBackToo() throws {
    let place = try Workplace()
    try place.publish(.first)
    let copy = NotedCopy()
    let store = try open(place, copy)
    let folder = try Folder(path: place.period)
    try folder.remove("current")
    _ = try folder.makeFolder("current").makeFolder("full")
    #expect(throws: Failure.self) { try publish(store, day: 2) }
    #expect(copy.committed == ["1"])
  }
}
