import Campus
import Definitions
import SeededRandomness

@testable import Count

/// A condition as a definition states it, and what it says of a row, worked out in the plainest way.
struct RandomCondition<Row> {
  let condition: Condition
  /// Nil where a value is missing.
  let holds: (Row) -> Bool?

  init(_ condition: Condition, _ holds: @escaping (Row) -> Bool?) {
    self.condition = condition
    self.holds = holds
  }

  init(
    depth: Int, of leaves: [(inout SplitMix64) -> RandomCondition], using random: inout SplitMix64
  ) {
    let choice = depth == 0 ? 3 : Int.random(in: 0..<5, using: &random)
    let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      depth == 0
        ? nil : RandomCondition(depth: depth - 1, of: leaves, using: &random)
    }.compactMap { $0 }
    switch choice {
    case 0:
      self.init(.all(parts.map(\.condition))) { row in
        let truths = parts.map { $0.holds(row) }
        return truths.contains(false) ? false : truths.contains(nil) ? nil : true
      }
    case 1:
      self.init(.any(parts.map(\.condition))) { row in
        let truths = parts.map { $0.holds(row) }
        return truths.contains(true) ? true : truths.contains(nil) ? nil : false
      }
    case 2: self.init(.not(parts[0].condition)) { row in parts[0].holds(row).map { !$0 } }
    default: self = leaves[Int.random(in: 0..<leaves.count, using: &random)](&random)
    }
  }
}

extension RandomCondition where Row == RandomRows.Row {
  /// The conditions of one test on an event.
  static var leaves: [(inout SplitMix64) -> RandomCondition] {
    [
      { random in
        let kind = Int.random(in: 0..<4, using: &random)
        let code = RandomRows.kinds.entries[kind].code
        return .init(.test(value: "kind", .isNoneOf([code]))) { $0.kind.map { $0 != kind } }
      },
      { _ in .init(.test(value: "open", .isOneOf(["yes"]))) { $0.isOpen } },
      { random in
        let bound = Int.random(in: -70_000...70_000, using: &random)
        return .init(.test(value: "number", .atLeast(bound))) { $0.number.map { $0 >= bound } }
      },
      { _ in .init(.test(value: "number", .missing)) { $0.number == nil } },
      { _ in .init(.test(value: "absent", .isOneOf(["yes"]))) { _ in nil } },
      { _ in
        .init(.test(value: "end", .notBeforeDayAskedAbout)) { row in
          row.end.flatMap { end in row.day.map { end >= $0 } }
        }
      },
      { random in
        let bound = Int.random(in: 0..<100, using: &random)
        return .init(.test(value: "days", .atMost(bound))) { row in
          row.end.flatMap { end in row.day.map { end - $0 + 1 <= bound } }
        }
      },
      // The period of a scope without a pipeline is the day 0.
      { _ in .init(.test(value: "in_period", .isOneOf(["yes"]))) { $0.day.map { $0 == 0 } } },
    ]
  }
}

extension RandomCondition where Row == RandomPersons.Row {
  /// The conditions of one test on a person.
  static var leaves: [(inout SplitMix64) -> RandomCondition] {
    [
      { random in
        let kind = Int.random(in: 0..<4, using: &random)
        let code = RandomRows.kinds.entries[kind].code
        return .init(.test(value: "kind", .isOneOf([code, "x"]))) { $0.kind.map { $0 == kind } }
      },
      { _ in .init(.test(value: "kind", .present)) { $0.kind != nil } },
    ]
  }
}
