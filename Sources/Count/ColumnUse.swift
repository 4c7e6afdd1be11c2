import Campus
import Definitions

/// Which columns of which source a definition reads: what Transform must keep, and whose absence
/// makes a KPI unavailable.
package struct ColumnUse: Sendable {
  /// Columns that a rule, the day of the row or the count reads, by source.
  package private(set) var byRules: [String: Set<String>] = [:]
  /// Columns that only a breakdown or the evidence reads, by source.
  package private(set) var byBreakdown: [String: Set<String>] = [:]
  /// Columns that only the ministry's detail table shows, by source.
  package private(set) var byLayout: [String: Set<String>] = [:]

  private let scope: CountScope
  private let definition: KPIDefinition

  package init(of definition: KPIDefinition, in scope: CountScope) {
    self.scope = scope
    self.definition = definition
    for column in ColumnUse.dayColumns(definition.when) { addRule(column, definition.source) }
    if case .distinct(let name) = definition.count { addRule(name, definition.source) }
    for rule in definition.rules + (definition.observationRules ?? []) {
      if let onlyIf = rule.onlyIf { add(onlyIf, definition.source) }
      add(rule.keep, rule.lookup ?? definition.source)
      if let lookup = rule.lookup { addLookup(lookup) }
    }
    for figure in definition.figures {
      add(figure.keep, definition.source)
      if let warning = figure.warning { add(warning.when, definition.source) }
    }
    for dimension in definition.dimensions where dimension.by != "figure" {
      let source = dimension.lookup ?? definition.source
      if let lookup = dimension.lookup { addLookup(lookup) }
      for column in columns(dimension.value) { byBreakdown[source, default: []].insert(column) }
    }
    if case .rows = definition.count {
      // The key names the event in the evidence.
      byBreakdown[definition.source, default: []].formUnion(
        scope.contract(definition.source)?.keyColumnNames ?? [])
    }
    if let layout = scope.layout(of: definition.id) {
      for (source, columns) in ColumnUse.columns(of: layout, source: definition.source) {
        byLayout[source, default: []].formUnion(columns)
      }
    }
  }

  /// The columns a detail table shows, and those that its headcounts test.
  private static func columns(of layout: ReportLayout, source: String) -> [String: Set<String>] {
    var columns: [String: Set<String>] = [:]
    for column in layout.columns {
      if case .column(let name, let lookup) = column.value {
        columns[lookup ?? source, default: []].insert(name)
      }
    }
    if layout.showsGender { columns[layout.genderLookup ?? source, default: []].insert("gender") }
    for count in layout.counts {
      for value in count.keep?.valuesRead ?? [] {
        let read = DerivedValue(rawValue: value)?.columns ?? [value]
        columns[source, default: []].formUnion(read)
      }
    }
    return columns
  }

  /// Every column to keep of a source.
  package func columns(of source: String) -> Set<String> {
    evidenceColumns(of: source).union(byLayout[source] ?? [])
  }

  /// The columns of a source that stand in the evidence: what the rules and the breakdown read.
  package func evidenceColumns(of source: String) -> Set<String> {
    (byRules[source] ?? []).union(byBreakdown[source] ?? [])
  }

  /// The sources without which the KPI cannot be computed.
  package var sources: [String] { byRules.keys.sorted() }

  private static func dayColumns(_ when: KPIDefinition.When) -> [String] {
    switch when {
    case .day(let column): [column]
    case .month(let year, let month): [year, month]
    case .span(let start, let end): [start, end]
    case .referenceDate: ["academic_year", "semester"]
    }
  }

  private mutating func add(_ condition: Condition, _ source: String) {
    switch condition {
    case .all(let parts), .any(let parts): for part in parts { add(part, source) }
    case .not(let part): add(part, source)
    case .test(let value, let test):
      if let term = scope.terms?.terms[value] {
        add(term.keep, source)
      } else {
        for column in columns(value) { addRule(column, source) }
      }
      if case .timesAtLeast(_, let other) = test { addRule(other, source) }
    }
  }

  /// The columns behind a name: those of a derived value, or the column itself.
  private func columns(_ value: String) -> [String] {
    DerivedValue(rawValue: value)?.columns ?? [value]
  }

  /// The person's identifier on both sides, and the semesters.
  private mutating func addLookup(_ lookup: String) {
    guard let person = scope.personColumn(of: lookup) else { return }
    addRule(person, definition.source)
    for column in [person, "academic_year", "semester"] { addRule(column, lookup) }
  }

  /// A derived value may name a column that only some sources have.
  private mutating func addRule(_ column: String, _ source: String) {
    guard let contract = scope.contract(source) else { return }
    guard contract.column(named: column) != nil || contract.identity?.name == column else { return }
    byRules[source, default: []].insert(column)
  }
}
