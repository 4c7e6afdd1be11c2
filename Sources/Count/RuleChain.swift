import Campus

/// The rules of one definition bound to the tables, applied to rows in the order given.
struct RuleChain {
  struct BoundRule {
    let onlyIf: Predicate?
    let keep: Predicate
    /// The index of the lookup, or nil when the rule is about the row itself.
    let lookup: Int?

    /// All of these keep what the rule keeps: the second is asked only about what the first leaves.
    var conditions: [Predicate] { (keep as? AllOf)?.parts ?? [keep] }
  }

  let rules: [BoundRule]
  let lookups: [Lookup]
  let days: RowDays
  let rowCount: Int

  /// What the rules say of every row: `KPIEvidence.counted`, `KPIEvidence.unknownPerson` where a
  /// rule looks up a person who has no row at all, or else the index of the first that fails. A
  /// rule is asked only about the rows that those before it have left.
  func verdicts() -> [UInt8] {
    var verdicts = [UInt8](repeating: KPIEvidence.counted, count: rowCount)
    let unknownPerson = KPIEvidence.unknownPerson
    let steps = rules.enumerated().flatMap { index, rule in
      rule.conditions.map { (verdict: UInt8(truncatingIfNeeded: index), rule: rule, keep: $0) }
    }
    RowBlock.forEach(of: rowCount, days: days) { block in
      for step in steps where block.count > 0 {
        apply(step.rule, step.keep, to: block.asked, into: block.truths)
        block.keepHolding { row, truth in
          verdicts[Int(row)] = truth == .unknown ? unknownPerson : step.verdict
        }
      }
    }
    return verdicts
  }

  /// What a condition says of some rows of the table.
  func truths(of condition: Predicate, rows: [Int32]) -> [Truth] {
    var truths: [Truth] = []
    truths.reserveCapacity(rows.count)
    RowBlock.forEach(of: rows, days: days) { block in
      condition.evaluate(block.asked, into: block.truths)
      truths += block.truths
    }
    return truths
  }

  /// Those of some rows for which a condition holds.
  func rows(_ rows: [Int32], where condition: Predicate) -> [Int32] {
    zip(rows, truths(of: condition, rows: rows)).filter { $1 == .holds }.map(\.0)
  }

  /// The lookup that makes an unknown person of a row: the rules before it have kept the row.
  func lookupWithoutPerson(of row: Int) -> Lookup? {
    rules.first { $0.lookup != nil && apply($0, to: row) == .unknown }?.lookup.map { lookups[$0] }
  }

  /// Whether a condition of a rule keeps each row; unknown where the rule looks up a person who has
  /// no row.
  private func apply(
    _ rule: BoundRule, _ keep: Predicate, to asked: AskedRows, into truths: Truths
  ) {
    if let lookup = rule.lookup {
      lookups[lookup].evaluate(keep, asked, into: truths)
    } else {
      keep.evaluate(asked, into: truths)
      for offset in truths.indices where truths[offset] == .unknown { truths[offset] = .fails }
    }
    guard let onlyIf = rule.onlyIf else { return }
    withUnsafeTemporaryAllocation(of: Truth.self, capacity: asked.count) { concerned in
      onlyIf.evaluate(asked, into: concerned)
      for offset in truths.indices where concerned[offset] != .holds { truths[offset] = .holds }
    }
  }

  /// Whether one rule keeps a row; unknown when it looks up a person who has no row.
  func apply(_ rule: BoundRule, to row: Int) -> Truth {
    let day = days[row]
    if let onlyIf = rule.onlyIf, onlyIf.evaluate(row, day: day) != .holds { return .holds }
    var subject = row
    if let lookup = rule.lookup {
      guard let found = lookups[lookup].row(for: row) else { return .unknown }
      subject = found
    }
    return rule.keep.evaluate(subject, day: day) == .holds ? .holds : .fails
  }
}
