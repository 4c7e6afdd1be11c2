import Campus
import Definitions

/// One definition bound to the tables of a run: its rules, figures and dimensions.
struct BoundDefinition {
  let definition: KPIDefinition
  let table: Table
  let chain: RuleChain
  let items: ItemColumn
  let dimensions: [DimensionReader]
  let figures: [BoundFigure]
  let ruleWarnings: [BoundWarning]

  struct BoundFigure {
    let figure: KPIDefinition.Figure
    let keep: Predicate
    /// The rule by which the figure's rows are left out; nil for counted rows.
    let excludedBy: Int?
    let warning: BoundWarning?
  }

  struct BoundWarning {
    let code: String
    let when: Predicate
  }

  /// - Parameters:
  ///   - rules: the definition's own, or those of its further observations.
  ///   - when: decides the day of each row; observations take the reference date.
  ///   - referenceDate: the one in question, if any.
  init(
    _ definition: KPIDefinition, rules: [KPIDefinition.Rule], when: KPIDefinition.When,
    referenceDate: CalendarDate?, tables: TableSet, scope: CountScope
  ) throws {
    guard let table = tables[definition.source] else {
      throw Failure(.bug, "\(definition.id) was bound without its source \(definition.source)")
    }
    self.definition = definition
    self.table = table
    let days = RowDays(of: table, when)
    var lookups: [Lookup] = []
    func lookupIndex(_ source: String?) -> Int? {
      guard let source else { return nil }
      if let known = lookups.firstIndex(where: { $0.source == source }) { return known }
      guard let person = scope.personColumn(of: source), let other = tables[source],
        let persons = table.columns[person]?.values,
        let index = tables.personIndex(
          of: source, from: definition.source, personColumn: person)
      else { return nil }
      lookups.append(
        Lookup(from: table, to: other, persons: persons, index: index, days: days))
      return lookups.count - 1
    }
    func compiler(_ lookup: Int?) -> ConditionCompiler {
      ConditionCompiler(
        table: lookup.map { lookups[$0].table } ?? table, scope: scope, when: when,
        referenceDate: referenceDate, figures: definition.figures)
    }
    let boundRules = try rules.map { rule in
      let lookup = lookupIndex(rule.lookup)
      if let source = rule.lookup, lookup == nil {
        throw Failure(.bug, "\(definition.id) looks up \(source), which was not read")
      }
      return RuleChain.BoundRule(
        onlyIf: try rule.onlyIf.map(compiler(nil).compile),
        keep: try compiler(lookup).compile(rule.keep), lookup: lookup)
    }
    dimensions = definition.dimensions.compactMap { dimension in
      guard dimension.by != "figure" else { return nil }
      let lookup = lookupIndex(dimension.lookup)
      // A person's dimension without the person's source is unknown throughout.
      if dimension.lookup != nil, lookup == nil {
        let blank = ConditionCompiler(
          table: Table(source: ""), scope: scope, when: when, referenceDate: nil, figures: [])
        return DimensionReader(dimension, lookup: nil, compiler: blank)
      }
      return DimensionReader(dimension, lookup: lookup, compiler: compiler(lookup))
    }
    figures = try definition.figures.map { figure in
      var excludedBy: Int?
      if case .excludedBy(let id) = figure.of { excludedBy = rules.firstIndex { $0.id == id } }
      return BoundFigure(
        figure: figure, keep: try compiler(nil).compile(figure.keep), excludedBy: excludedBy,
        warning: try figure.warning.map {
          BoundWarning(code: $0.code, when: try compiler(nil).compile($0.when))
        })
    }
    ruleWarnings = try rules.compactMap(\.warning).map {
      BoundWarning(code: $0.code, when: try compiler(nil).compile($0.when))
    }
    chain = RuleChain(
      rules: boundRules, lookups: lookups, days: days, rowCount: table.rowCount)
    items = ItemColumn(of: table, definition.count)
  }
}
