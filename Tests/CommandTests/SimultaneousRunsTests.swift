import Foundation
import Testing

/// Two runs at once: one wins, the others end at once with 75 and change nothing.
@Suite struct SimultaneousRunsTests {
  @Test func oneWinsAndTheOthersChangeNothing() throws {
    let folder = try TemporaryFolder()
    var university = University()
    var statuses: [Int32: Int] = [:]
    for round in 1...25 {
      // Something new each time, so that a winner publishes.
      university["students"][0, "name"] = "\(University.canary) \(round)"
      try university.write(to: folder)
      let runs = try (0..<4).map { _ in
        try Program.start(
          Program.products.appendingPathComponent("campus-kpi"),
          [
            "run", "nightly", "--input", folder.path("input"), "--output", folder.path("output"),
            "--period", University.period, "--quiet",
          ], environment: ["LC_ALL": "C"])
      }
      let outcomes = try runs.map { try $0.wait() }
      for outcome in outcomes {
        #expect([0, 75].contains(outcome.status), "\(outcome.error)")
        statuses[outcome.status, default: 0] += 1
      }
      #expect(outcomes.contains { $0.status == 0 })
      // Who came after the winner had ended found nothing new: one revision a round.
      #expect(try folder.publication().kpis.revision == round)
    }
    #expect(statuses[75, default: 0] > 0, "\(statuses)")
  }
}
