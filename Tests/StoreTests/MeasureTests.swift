import Campus
import Glibc
import Testing

@testable import Store

/// Figures for quality.md, not assertions: run with CAMPUS_KPI_MEASURE=rows in a release build.
struct MeasureTests {
  private static let rows = getenv("CAMPUS_KPI_MEASURE").flatMap { Int(String(cString: $0)) }

  @Test(.enabled(if: MeasureTests.rows != nil))
  func publishAndCompare() throws {
    let rows = MeasureTests.rows ?? 0
    let place = try Workplace()
    var sample = Sample()
    // Every row is counted evidence.
    for number in 0..<rows {
      sample.students.append(
        .init(
          id: "M11\(padded(number, 7))", nationality: ["JP", "VN", "ID"][number % 3],
          college: "學院\(number % 12)", name: ""))
    }
    var changed = sample
    for number in stride(from: 0, to: rows, by: 1000) {
      changed.students[number].nationality = "TW"
      changed.students[number + 1].id = "N\(number)"
    }
    // Every key went and came.
    var other = sample
    for number in 0..<rows { other.students[number].id = "X\(number)" }
    for (day, (name, next)) in [("first", sample), ("corrected", changed), ("all", other)]
      .enumerated()
    {
      let draft = next.draft()
      let store = try place.open()
      measure("publish \(name)") {
        _ = try? store.publish(
          Sample.record(day: day + 1), draft, rendering: Rendering { _, _ in }, clock: { "" })
      }
    }
    let store = try Store.openForReading(database: place.database)
    measure("diff 1 2") { _ = try? store.diff(1, 2) }
    measure("diff 2 3") { _ = try? store.diff(2, 3) }
    print("database", try place.bytes(place.database).count / 1_000_000, "MB")
  }

  /// Processor time beside wall time: other work on the machine changes only the latter.
  private func measure(_ name: String, _ body: () -> Void) {
    let before = [CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID].map(milliseconds)
    body()
    let after = [CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID].map(milliseconds)
    print(name, after[0] - before[0], "ms wall", after[1] - before[1], "ms processor")
  }

  private func milliseconds(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
