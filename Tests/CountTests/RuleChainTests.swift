import Campus
import Definitions
import SeededRandomness
import Testing

@testable import Count

/// Rules over blocks of rows against the same rules worked out row by row.
@Suite struct RuleChainTests {
  @Test(arguments: 0..<30 as Range<UInt64>)
  func everyRowGetsTheVerdictOfTheFirstRuleThatLeavesItOut(seed: UInt64) throws {
    // More than one block, the last one broken off.
    let this = try RandomRules(seed: seed, rowCount: RowBlock.size + 10 * Int(seed))
    let verdicts = this.chain.verdicts()
    #expect(verdicts == this.rows.rows.map(this.verdict))
    for row in 0..<20 {
      // Row by row, as an explanation asks.
      let first = this.chain.rules.indices.first {
        this.chain.apply(this.chain.rules[$0], to: row) != .holds
      }
      let truth = first.map { this.chain.apply(this.chain.rules[$0], to: row) }
      let verdict =
        truth == .unknown
        ? KPIEvidence.unknownPerson : first.map { UInt8($0) } ?? KPIEvidence.counted
      #expect(verdict == verdicts[row])
      #expect(
        verdict != KPIEvidence.unknownPerson || this.chain.lookupWithoutPerson(of: row) != nil)
    }
  }

  @Test func aConditionIsAskedAboutRowsInAnyOrder() throws {
    let this = try RandomRules(seed: 7, rowCount: 3000)
    var random = SplitMix64(seed: 70)
    let condition = RandomCondition(
      depth: 3, of: RandomCondition<RandomRows.Row>.leaves, using: &random)
    let predicate = try ConditionCompiler(
      table: this.rows.table, scope: CountScope(), when: .day(column: "day"),
      referenceDate: nil, figures: []
    ).compile(condition.condition)
    let asked = (0..<3000).map { _ in Int32.random(in: 0..<3000, using: &random) }
    let expected = asked.map { row -> Truth in
      condition.holds(this.rows.rows[Int(row)]).map(Truth.init) ?? .unknown
    }
    #expect(this.chain.truths(of: predicate, rows: asked) == expected)
    #expect(
      this.chain.rows(asked, where: predicate)
        == zip(asked, expected).filter { $1 == .holds }.map(\.0))
  }
}
