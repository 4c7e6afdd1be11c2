import Campus

/// The rules of one definition bound to the tables, applied to rows in the order given.
struct RuleChain {
  struct BoundRule {
    let onlyIf: Predicate?
    let keep: Predicate
    /// The index of the lookup, or nil when the rule is about the row itself.
    let lookup: Int?
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
    var block = RowBlock()
    for start in stride(from: 0, to: rowCount, by: RowBlock.size) {
      block.load(Int32(start)..<Int32(min(start + RowBlock.size, rowCount)), days: days)
      for (index, rule) in rules.enumerated() where !block.isEmpty {
        block.keep({ apply(rule, to: $0, into: $1) }) { row, truth in
          verdicts[Int(row)] =
            truth == .unknown
            ? KPIEvidence.unknownPerson : UInt8(truncatingIfNeeded: index)
        }
      }
    }
    return verdicts
  }

  /// What a condition says of some rows of the table.
  func truths(of condition: Predicate, rows: [Int32]) -> [Truth] {
    var truths: [Truth] = []
    truths.reserveCapacity(rows.count)
    var block = RowBlock()
    for start in stride(from: 0, to: rows.count, by: RowBlock.size) {
      block.load(rows[start..<min(start + RowBlock.size, rows.count)], days: days)
      block.ask(condition.evaluate) { truths += $0 }
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

  /// Whether one rule keeps each row; unknown when it looks up a person who has no row.
  func apply(_ rule: BoundRule, to asked: AskedRows, into truths: Truths) {
    if let lookup = rule.lookup {
      lookups[lookup].evaluate(rule.keep, asked, into: truths)
    } else {
      rule.keep.evaluate(asked, into: truths)
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
