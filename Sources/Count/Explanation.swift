import Campus
import Definitions

/// Why a person, article or project is counted or not, rule by rule, from the tables of a run.
package struct Explanation: Sendable {
  /// What one rule says of one row.
  package struct Step: Sendable {
    package enum Outcome: Sendable {
      case holds, fails, notConcerned, unknownPerson, notReached
    }

    package let rule: String
    package let reason: String
    package let outcome: Outcome
    /// The person's row that was looked up.
    package let lookedUp: SourceLocation?
  }

  /// One row of the key with its verdict.
  package struct RowVerdict: Sendable {
    package let location: SourceLocation
    package let counted: Bool
    package let steps: [Step]
    /// The columns the rules looked at, with their values.
    package let values: [(column: String, value: String)]
  }

  package let rows: [RowVerdict]
}

extension KPICounter {
  /// Explains every row whose item, person or key column has this value; identifiers are compared
  /// as they are counted. Nil when the KPI is unavailable.
  package func explain(key: String, _ tables: TableSet) throws -> Explanation? {
    let outcome = try count(tables)
    guard let evidence = outcome.evidence, let table = tables[evidence.source] else { return nil }
    let bound = try bind(tables, referenceDate: outcome.result.referenceDate)
    let columns = keyColumns(evidence, table)
    let wanted = WordFolding.key(key)
    var rows: [Explanation.RowVerdict] = []
    for row in 0..<table.rowCount {
      let matches = columns.contains { column in
        column.text(row).map { WordFolding.key($0) == wanted } ?? false
      }
      guard matches else { continue }
      rows.append(verdict(row, bound, evidence, table))
    }
    return Explanation(rows: rows)
  }

  /// The columns in which a key is searched: what is counted, and the identifiers of persons.
  private func keyColumns(_ evidence: KPIEvidence, _ table: Table) -> [TableColumn] {
    table.columns.sorted { $0.key < $1.key }.filter { name, column in
      guard case .texts = column.content else { return false }
      return evidence.keyColumns.contains(name) || name.hasSuffix("_id")
    }.map(\.value)
  }

  private func verdict(
    _ row: Int, _ bound: BoundDefinition, _ evidence: KPIEvidence, _ table: Table
  ) -> Explanation.RowVerdict {
    let chain = bound.chain
    let day = chain.days[row]
    var reached = true
    let steps = chain.rules.indices.map { index -> Explanation.Step in
      let rule = chain.rules[index]
      var lookedUp: SourceLocation?
      var outcome = Explanation.Step.Outcome.notReached
      if reached {
        if let onlyIf = rule.onlyIf, onlyIf.evaluate(row, day: day) != .holds {
          outcome = .notConcerned
        } else {
          if let lookup = rule.lookup, let found = chain.lookups[lookup].row(for: row) {
            lookedUp = chain.lookups[lookup].table.location(found)
          }
          switch chain.apply(rule, to: row) {
          case .holds: outcome = .holds
          case .fails: outcome = .fails
          case .unknown: outcome = .unknownPerson
          }
          reached = outcome == .holds
        }
      }
      let definition = bound.definition.rules[index]
      return .init(
        rule: definition.id, reason: definition.reason, outcome: outcome, lookedUp: lookedUp)
    }
    let values = (evidence.keyColumns + evidence.columns.filter { $0.lookup == nil }.map(\.name))
      .map { name in (column: name, value: table.columns[name]?.text(row) ?? "") }
    return .init(
      location: table.location(row), counted: reached, steps: steps, values: values)
  }
}
