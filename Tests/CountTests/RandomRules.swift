import Campus
import Definitions
import SeededRandomness
import Testing

@testable import Count

/// Rules over random rows, bound for the program and worked out row by row.
struct RandomRules {
  /// One rule in both forms.
  struct Rule {
    let onlyIf: RandomCondition<RandomRows.Row>?
    let own: RandomCondition<RandomRows.Row>?
    let person: RandomCondition<RandomPersons.Row>?
  }

  let rows: RandomRows
  let persons: RandomPersons
  let rules: [Rule]
  let chain: RuleChain

  init(seed: UInt64, rowCount: Int) throws {
    var random = SplitMix64(seed: seed)
    rows = RandomRows(count: rowCount, using: &random)
    persons = RandomPersons(using: &random)
    rules = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      let own = RandomCondition(
        depth: 3, of: RandomCondition<RandomRows.Row>.leaves, using: &random)
      let person = RandomCondition(
        depth: 2, of: RandomCondition<RandomPersons.Row>.leaves, using: &random)
      let onlyIf = RandomCondition(
        depth: 1, of: RandomCondition<RandomRows.Row>.leaves, using: &random)
      let asksPerson = Int.random(in: 0..<3, using: &random) == 0
      return Rule(
        onlyIf: Int.random(in: 0..<3, using: &random) == 0 ? onlyIf : nil,
        own: asksPerson ? nil : own, person: asksPerson ? person : nil)
    }
    let (table, other) = (rows.table, persons.table)
    let days = RowDays(of: table, .day(column: "day"))
    let persons = try #require(table.columns["person"])
    guard case .texts(let names) = persons.content else {
      throw Failure(.bug, "persons are texts")
    }
    let index = try #require(PersonIndex(table: other, personColumn: "person", names: names))
    func compiler(_ table: Table) -> ConditionCompiler {
      ConditionCompiler(
        table: table, scope: CountScope(), when: .day(column: "day"), referenceDate: nil,
        figures: [])
    }
    chain = RuleChain(
      rules: try rules.map { rule in
        RuleChain.BoundRule(
          onlyIf: try rule.onlyIf.map { try compiler(table).compile($0.condition) },
          keep: try rule.own.map { try compiler(table).compile($0.condition) }
            ?? compiler(other).compile(rule.person?.condition ?? .all([])),
          lookup: rule.person == nil ? nil : 0)
      },
      lookups: [
        Lookup(from: table, to: other, persons: persons.values, index: index, days: days)
      ], days: days, rowCount: rowCount)
  }

  func verdict(_ row: RandomRows.Row) -> UInt8 {
    for (index, rule) in rules.enumerated() {
      if let onlyIf = rule.onlyIf, onlyIf.holds(row) != true { continue }
      if let own = rule.own, own.holds(row) != true { return UInt8(index) }
      if let condition = rule.person {
        guard let person = persons.row(of: row.person, on: row.day) else {
          return KPIEvidence.unknownPerson
        }
        if condition.holds(person) != true { return UInt8(index) }
      }
    }
    return KPIEvidence.counted
  }
}
