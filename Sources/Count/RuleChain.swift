import Campus
import Definitions

/// The rules of one definition bound to the tables, applied to a row in the order given.
struct RuleChain {
  /// What the rules say of a row.
  enum Verdict: Equatable {
    case counted
    /// The index of the first rule that fails.
    case excluded(Int)
    /// A rule looks the person up and there is no row at all.
    case unknownPerson(Int)
  }

  struct BoundRule {
    let onlyIf: Predicate?
    let keep: Predicate
    /// The index of the lookup, or nil when the rule is about the row itself.
    let lookup: Int?
  }

  let rules: [BoundRule]
  let lookups: [Lookup]
  /// The day of each row.
  let days: [Int32]

  func judge(_ row: Int) -> Verdict {
    let day = days[row]
    for index in rules.indices {
      switch apply(index, to: row, day: day) {
      case .holds: continue
      case .fails: return .excluded(index)
      case .unknown: return .unknownPerson(index)
      }
    }
    return .counted
  }

  /// How many rows are judged at a time.
  static let blockSize = 2048

  /// Judges a block of rows, as `judge` does each. A rule about a column is asked about the whole
  /// block, one that looks further only about the rows that are left.
  func judge(_ rows: Range<Int>, _ body: (_ row: Int, Verdict) -> Void) {
    withUnsafeTemporaryAllocation(of: Verdict.self, capacity: rows.count) { verdicts in
      withUnsafeTemporaryAllocation(of: Truth.self, capacity: rows.count) { truths in
        verdicts.initialize(repeating: .counted)
        truths.initialize(repeating: .unknown)
        for index in rules.indices { apply(index, to: rows, verdicts, truths) }
        for offset in 0..<rows.count { body(rows.lowerBound + offset, verdicts[offset]) }
      }
    }
  }

  private func apply(
    _ index: Int, to rows: Range<Int>, _ verdicts: UnsafeMutableBufferPointer<Verdict>,
    _ truths: Truths
  ) {
    let rule = rules[index]
    if rule.lookup == nil, rule.onlyIf == nil, rule.keep.prefersBlocks {
      days.withUnsafeBufferPointer { days in
        if let days = days.baseAddress {
          rule.keep.evaluate(rows, days: days + rows.lowerBound, into: truths)
        }
      }
      for offset in 0..<rows.count where truths[offset] != .holds {
        if verdicts[offset] == .counted { verdicts[offset] = .excluded(index) }
      }
      return
    }
    for offset in 0..<rows.count where verdicts[offset] == .counted {
      let row = rows.lowerBound + offset
      switch apply(index, to: row, day: days[row]) {
      case .holds: continue
      case .fails: verdicts[offset] = .excluded(index)
      case .unknown: verdicts[offset] = .unknownPerson(index)
      }
    }
  }

  /// Whether one rule keeps the row; unknown when it looks up a person who has no row.
  func apply(_ index: Int, to row: Int, day: Int32) -> Truth {
    let rule = rules[index]
    if let onlyIf = rule.onlyIf, onlyIf.evaluate(row, day: day) != .holds { return .holds }
    var subject = row
    if let lookup = rule.lookup {
      guard let found = lookups[lookup].row(for: row, on: day) else { return .unknown }
      subject = found
    }
    return rule.keep.evaluate(subject, day: day) == .holds ? .holds : .fails
  }
}

/// A person's row of another table, found from a row of this one.
struct Lookup {
  let source: String
  let table: Table
  private let persons: ColumnValues
  private let numbers: [Int32]
  private let index: PersonIndex

  init?(from table: Table, to other: Table, personColumn: String, index: PersonIndex) {
    guard let column = table.columns[personColumn], case .texts(let pool) = column.content
    else { return nil }
    self.source = other.source
    self.table = other
    self.persons = column.values
    self.numbers = index.numbers(of: pool)
    self.index = index
  }

  func row(for row: Int, on day: Int32) -> Int? {
    let person = persons[row]
    return person == TableColumn.missing
      ? nil : index.row(ofPerson: numbers[Int(person)], on: day)
  }
}
