import Campus
import Definitions
import SeededRandomness
import Testing

/// Spans of targets may hold each other and may not overlap otherwise: told as holding every span
/// against every other tells it.
struct TargetSpanTests {
  @Test func randomSpans() throws {
    var clashing = 0
    for seed in UInt64(1)...300 {
      var random = SplitMix64(seed: seed)
      let spans = (0..<random.below(6)).map { _ -> (kpi: Int, from: Int, to: Int) in
        let from = 1 + random.below(20)
        return (random.below(2), from, from + random.below(8))
      }
      func day(_ number: Int) -> String { "2025-08-\(number < 10 ? "0" : "")\(number)" }
      let lines = spans.enumerated().map { index, span in
        "kpi-0\(4 + span.kpi),\(day(span.from)),\(day(span.to)),\(index)"
      }
      let folder = try SmallFolder([
        "targets.csv": (["kpi,from,to,target"] + lines).joined(separator: "\n") + "\n"
      ])
      let told = try folder.lint().filter { $0.kind.code == "overlapping-targets" }
      let clashes = spans.indices.contains { one in
        spans.indices.contains { other in
          one < other && Self.clash(spans[one], spans[other])
        }
      }
      clashing += clashes ? 1 : 0
      #expect(told.isEmpty == !clashes, "seed \(seed): \(lines)")
    }
    #expect(clashing > 50 && clashing < 250)
  }

  private static func clash(
    _ one: (kpi: Int, from: Int, to: Int), _ other: (kpi: Int, from: Int, to: Int)
  ) -> Bool {
    guard one.kpi == other.kpi else { return false }
    let days = Set(one.from...one.to)
    let otherDays = Set(other.from...other.to)
    return !days.isDisjoint(with: otherDays)
      && !days.isStrictSubset(of: otherDays) && !otherDays.isStrictSubset(of: days)
  }
}
