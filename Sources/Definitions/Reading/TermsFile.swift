import Campus

/// A version of the terms, and the names in it, also of those that cannot be read.
struct TermsReading {
  let terms: Terms
  let names: [String]
  let isReadable: Bool
}

/// Reads `pipelines/kpis/terms/<day>.yaml`: named conditions.
struct TermsFile {
  let inForceFrom: CalendarDate
  let sources: [SourceReading]
  /// Some source cannot be read, so what its columns are is not known.
  let sourcesAreUnknown: Bool
  let lists: CodeLists
  let problems: FileProblems

  func read(_ node: YAMLNode) -> TermsReading {
    let unreadable = TermsReading(
      terms: Terms(inForceFrom: inForceFrom, terms: [:]), names: [], isReadable: false)
    guard let fields = Fields(node, of: "terms", keys: ["terms"], problems: problems),
      let entries = fields.required("terms").flatMap({ problems.mapping($0, key: "terms") })
    else { return unreadable }
    let names = entries.map(\.key)
    var scope = ValueScope(sources: sources, lists: lists, terms: [], otherTerms: names)
    scope.isUnknown = sourcesAreUnknown
    var terms: [String: Terms.Term] = [:]
    for entry in entries {
      checkName(entry)
      let keys = ["text", "keep"]
      guard let fields = Fields(entry.value, of: entry.key, keys: keys, problems: problems) else {
        continue
      }
      let text = fields.text("text")
      let keep = fields.required("keep").flatMap {
        ConditionReader(scope: scope, problems: problems).read($0, key: "keep")
      }
      if let text, let keep { terms[entry.key] = Terms.Term(text: text, keep: keep) }
    }
    checkCycles(entries, terms)
    return TermsReading(
      terms: Terms(inForceFrom: inForceFrom, terms: terms), names: names, isReadable: true)
  }

  private func checkName(_ entry: YAMLNode.Entry) {
    let isColumn = sources.contains { $0.kinds[entry.key] != nil }
    if Names.reserved.contains(entry.key) || isColumn {
      problems.add(.reservedName(entry.key), line: entry.line)
    } else if !Names.isBare(entry.key) {
      problems.add(
        .invalidValue(key: "terms", word: entry.key, expected: .bareName), line: entry.line)
    }
  }

  /// A term that comes back to itself would never come to an end; told at the first of its circle.
  private func checkCycles(_ entries: [YAMLNode.Entry], _ terms: [String: Terms.Term]) {
    var told: Set<String> = []
    for entry in entries where !told.contains(entry.key) {
      guard let path = path(from: entry.key, to: entry.key, terms, seen: []) else { continue }
      told.formUnion(path)
      problems.add(.termRefersToItself(path: path), line: entry.line)
    }
  }

  private func path(
    from term: String, to target: String, _ terms: [String: Terms.Term], seen: [String]
  ) -> [String]? {
    for value in terms[term]?.keep.valuesRead ?? [] where terms[value] != nil {
      if value == target { return seen + [term, target] }
      if seen.contains(value) { continue }
      if let path = path(from: value, to: target, terms, seen: seen + [term]) { return path }
    }
    return nil
  }
}
