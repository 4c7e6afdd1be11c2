import Campus
import Definitions

/// Runs the worked examples of a definition: each row is built from what the example states, and a
/// field it does not state takes a value that satisfies the rules.
package struct ExampleCheck {
  /// An example whose outcome is not the one it states.
  package struct Failed: Sendable {
    package let example: KPIDefinition.Example
    /// What it comes to.
    package let outcome: KPIDefinition.Example.Outcome
  }

  private let definition: KPIDefinition
  private let scope: CountScope

  package init(_ definition: KPIDefinition, scope: CountScope) {
    self.definition = definition
    self.scope = scope
  }

  /// The examples that fail. Throws for a value that no column accepts.
  package func run() throws -> [Failed] {
    try definition.examples.compactMap { example in
      let excludedBy = try ruleLeavingOut(example)
      let holds =
        switch example.outcome {
        case .counted: excludedBy == nil
        case .notCounted: excludedBy != nil
        case .excludedBy(let rule): excludedBy == rule
        }
      return holds
        ? nil
        : Failed(
          example: example, outcome: excludedBy.map { .excludedBy($0) } ?? .counted)
    }
  }

  private func ruleLeavingOut(_ example: KPIDefinition.Example) throws -> String? {
    let row = try ExampleRow(example, definition: definition, scope: scope)
    for rule in definition.rules {
      if let onlyIf = rule.onlyIf, try row.evaluate(onlyIf, in: definition.source) != .holds {
        continue
      }
      let truth = try row.evaluate(rule.keep, in: rule.lookup ?? definition.source)
      if !truth.contains(.holds) { return rule.id }
    }
    return nil
  }
}
