import Campus

/// Reads the rules, figures and dimensions of a definition, in the order of the file.
struct PartsReader {
  /// The codes of warnings about counted rows.
  static let warnings = ["dual-degree-unproven"]

  let context: DefinitionContext
  let terms: [TermsReading]
  /// The values of the definition's own rows.
  let scope: ValueScope
  let problems: FileProblems
  /// The sources in which persons are looked up, with their values.
  private(set) var lookups: [String: ValueScope] = [:]

  init(
    context: DefinitionContext, terms: [TermsReading], scope: ValueScope, problems: FileProblems
  ) {
    self.context = context
    self.terms = terms
    self.scope = scope
    self.problems = problems
  }

  /// Rules, and the ids also of those that cannot be read, which others may refer to.
  struct Rules {
    var readable: [KPIDefinition.Rule] = []
    var ids: [String] = []
  }

  mutating func rules(_ node: YAMLNode, key: String) -> Rules {
    let items = problems.sequence(node, key: key) ?? []
    if items.isEmpty { problems.add(.empty(key: key), line: node.line) }
    var ids = FirstLines(key: "rule", problems: problems)
    var rules = Rules()
    for item in items {
      let keys = ["id", "if", "lookup", "keep", "reason", "warn"]
      guard let fields = Fields(item, of: key, keys: keys, problems: problems) else { continue }
      let id = fields.text("id")
      if let id {
        ids.add(id, line: fields.line(of: "id"))
        rules.ids.append(id)
      }
      let reason = fields.text("reason")
      let lookup = fields.optionalText("lookup")
      let own = ConditionReader(scope: scope, problems: problems)
      // The person that is looked up is asked by `keep`; whether to ask is for the row to say.
      let onlyIf = fields.optional("if").flatMap { own.read($0, key: "if") }
      let asked = valueScope(lookup: lookup, line: fields.line(of: "lookup"))
      let keep = fields.required("keep").flatMap {
        ConditionReader(scope: asked, problems: problems).read($0, key: "keep")
      }
      let warning = warning(fields)
      guard let id, let reason, let keep else { continue }
      rules.readable.append(
        KPIDefinition.Rule(
          id: id, reason: reason, onlyIf: onlyIf, keep: keep, lookup: lookup, warning: warning))
    }
    return rules
  }

  func figures(_ items: [YAMLNode], ruleIDs: [String]) -> [KPIDefinition.Figure] {
    var keys = FirstLines(key: "figure", problems: problems)
    return items.compactMap { item in
      let known = ["key", "label", "english", "excluded_by", "keep", "warn"]
      guard let fields = Fields(item, of: "figures", keys: known, problems: problems) else {
        return nil
      }
      let key = fields.text("key")
      if let key { keys.add(key, line: fields.line(of: "key")) }
      let label = fields.text("label")
      let english = fields.text("english")
      let rule = fields.optionalText("excluded_by")
      if let rule {
        problems.checkRule(rule, among: ruleIDs, line: fields.line(of: "excluded_by"))
      }
      let keep = fields.required("keep").flatMap {
        ConditionReader(scope: scope, problems: problems).read($0, key: "keep")
      }
      let warning = warning(fields)
      guard let key, let label, let english, let keep else { return nil }
      return KPIDefinition.Figure(
        key: key, label: label, english: english,
        of: rule.map { .excludedBy($0) } ?? .counted, keep: keep, warning: warning)
    }
  }

  mutating func dimensions(_ items: [YAMLNode], hasFigures: Bool) -> [KPIDefinition.Dimension] {
    var names = FirstLines(key: "by", problems: problems)
    return items.compactMap { item in
      guard let dimension = dimension(item, hasFigures: hasFigures) else { return nil }
      names.add(dimension.by, line: item.line)
      return dimension
    }
  }

  private mutating func dimension(_ node: YAMLNode, hasFigures: Bool) -> KPIDefinition.Dimension? {
    if node.scalar != nil {
      guard let name = problems.text(node, key: "by") else { return nil }
      if name == "figure" {
        if !hasFigures { problems.add(.noFigures, line: node.line) }
      } else {
        checkDimension(name, in: scope, only: [], line: node.line)
      }
      return KPIDefinition.Dimension(by: name, value: name, lookup: nil, only: [])
    }
    let keys = ["by", "value", "lookup", "only"]
    guard let fields = Fields(node, of: "by", keys: keys, problems: problems),
      let by = fields.text("by")
    else { return nil }
    let value = fields.optionalText("value") ?? by
    let lookup = fields.optionalText("lookup")
    let only = fields.texts("only")
    let asked = valueScope(lookup: lookup, line: fields.line(of: "lookup"))
    checkDimension(
      value, in: asked, only: only, line: fields.line(of: fields.has("value") ? "value" : "by"))
    return KPIDefinition.Dimension(by: by, value: value, lookup: lookup, only: only.map(\.text))
  }

  /// A breakdown goes by a column, the identity, or a set that is derived.
  private func checkDimension(
    _ name: String, in scope: ValueScope, only: [(text: String, line: Int)], line: Int
  ) {
    let kinds = scope.kinds(of: name, line: line, problems: problems)
    let isColumn = scope.isUnknown || scope.sources.contains { $0.kinds[name] != nil }
    for kind in kinds {
      switch kind {
      case .set(let list, _), .code(let list):
        for word in only where list.index(ofCode: word.text) == nil {
          problems.add(
            .codeNotOnList(
              word: word.text, list: list.name, nearest: list.nearestCode(to: word.text)),
            line: word.line)
        }
      case .unknown: break
      default:
        if !isColumn {
          problems.add(.wrongColumnType(column: name, expected: ["code", "codes"]), line: line)
        } else if let first = only.first {
          problems.add(.keyDoesNotFit(key: "only", type: kind.name), line: first.line)
        }
      }
    }
  }

  private func warning(_ fields: Fields) -> KPIDefinition.Warning? {
    guard let node = fields.optional("warn"),
      let warn = Fields(node, of: "warn", keys: ["code", "when"], problems: problems)
    else { return nil }
    let code = warn.text("code")
    if let code, !PartsReader.warnings.contains(code) {
      let nearest = NearestWord.to(code, among: PartsReader.warnings)
      problems.add(
        .unknownWord(key: "code", word: code, allowed: PartsReader.warnings, nearest: nearest),
        line: warn.line(of: "code"))
    }
    let when = warn.required("when").flatMap {
      ConditionReader(scope: scope, problems: problems).read($0, key: "when")
    }
    guard let code, let when else { return nil }
    return KPIDefinition.Warning(code: code, when: when)
  }

  /// The values of a person's row in another source, or of the definition's own.
  private mutating func valueScope(lookup: String?, line: Int) -> ValueScope {
    guard let lookup else { return scope }
    if let known = lookups[lookup] { return known }
    var looked = context.scope(of: lookup, terms: terms, line: line, problems: problems)
    looked.isLookup = true
    if let target = context.sources[lookup], let own = scope.sources.first {
      let person = target.personOfSemesterTable
      if person.map({ own.kinds[$0] == nil }) ?? true {
        problems.add(
          .lookupNotPossible(
            from: own.contract.name, to: lookup, column: person ?? "academic_year, semester"),
          line: line)
      }
    }
    lookups[lookup] = looked
    return looked
  }
}

/// Tells a name that stands twice in one list, with the line of the first.
struct FirstLines {
  let key: String
  let problems: FileProblems
  private var lines: [String: Int] = [:]

  init(key: String, problems: FileProblems) {
    self.key = key
    self.problems = problems
  }

  mutating func add(_ name: String, line: Int) {
    if let first = lines[name] {
      problems.add(.definedTwice(key: key, word: name, firstLine: first), line: line)
    } else {
      lines[name] = line
    }
  }
}

extension FileProblems {
  func checkRule(_ id: String, among ids: [String], line: Int) {
    guard !ids.contains(id) else { return }
    let nearest = NearestWord.to(id, among: ids)
    add(.unknownName(.rule, name: id, nearest: nearest), line: line)
  }
}
