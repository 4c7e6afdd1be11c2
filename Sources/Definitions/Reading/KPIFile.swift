import Campus

/// Reads one definition of a KPI, `pipelines/kpis/kpi-NN/<day>.yaml`.
struct KPIFile {
  static let keys = [
    "kpi", "title", "english", "source", "unit", "text", "from", "when", "count", "rules",
    "figures", "observe", "by", "open", "examples",
  ]

  let id: String
  let number: Int
  let inForceFrom: CalendarDate
  /// The day on which the next version comes into force.
  let nextVersion: CalendarDate?
  let context: DefinitionContext
  let problems: FileProblems

  /// The definition, or nil when something is missing without which there is none.
  func read(_ node: YAMLNode) -> KPIDefinition? {
    guard let fields = Fields(node, of: id, keys: KPIFile.keys, problems: problems) else {
      return nil
    }
    problems.check("kpi", in: fields, is: id)
    let texts = ["title", "english", "source", "unit", "text"].map { fields.text($0) ?? "" }
    let terms = context.terms(from: inForceFrom, before: nextVersion)
    let source = fields.text("from")
    let scope = context.scope(
      of: source, terms: terms, line: fields.line(of: "from"), problems: problems)
    let moment = WhenReader(scope: scope, problems: problems)
    let when = fields.required("when").flatMap(moment.when)
    let count = fields.required("count").flatMap(moment.count)
    var parts = PartsReader(context: context, terms: terms, scope: scope, problems: problems)
    let rules =
      fields.required("rules").flatMap { parts.rules($0, key: "rules") } ?? PartsReader.Rules()
    let figureItems = fields.sequence("figures")
    let figures = parts.figures(figureItems, ruleIDs: rules.ids)
    let observation = fields.optional("observe").flatMap { node in
      Fields(node, of: "observe", keys: ["rules"], problems: problems)?.required("rules")
    }
    let observationRules = observation.map { parts.rules($0, key: "rules").readable }
    let dimensions = parts.dimensions(fields.sequence("by"), hasFigures: !figureItems.isEmpty)
    if figureItems.isEmpty {
      checkAnyFigure(rules.readable + (observationRules ?? []), line: fields.line(of: "rules"))
    }
    let examples = ExamplesReader(
      ruleIDs: rules.ids, scope: scope, lookups: parts.lookups, problems: problems
    ).read(fields.sequence("examples"))
    guard let source, let when, let count else { return nil }
    return KPIDefinition(
      number: number, id: id, inForceFrom: inForceFrom, title: texts[0], english: texts[1],
      dataSource: texts[2], unit: texts[3], text: texts[4], source: source, when: when,
      count: count, rules: rules.readable, figures: figures, observationRules: observationRules,
      dimensions: dimensions, open: fields.texts("open").map(\.text), examples: examples)
  }

  /// `any_figure` says nothing where there are no figures.
  private func checkAnyFigure(_ rules: [KPIDefinition.Rule], line: Int) {
    let read = rules.flatMap { $0.keep.valuesRead + ($0.onlyIf?.valuesRead ?? []) }
    if read.contains(DerivedValue.anyFigure.rawValue) {
      problems.add(.noFigures, line: line)
    }
  }
}

extension KPIDefinition {
  /// The definition's file below `pipelines/`.
  package var file: String { "kpis/\(name).yaml" }

  /// The sources without which the KPI cannot be computed as defined: its own and those in which
  /// persons are looked up.
  package var sourcesRead: [String] {
    let lookups =
      (rules + (observationRules ?? [])).compactMap(\.lookup) + dimensions.compactMap(\.lookup)
    var names = [source]
    for name in lookups where !names.contains(name) { names.append(name) }
    return names
  }
}
