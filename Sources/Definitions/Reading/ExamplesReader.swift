import Campus

/// Reads the worked examples of a definition and checks their words; whoever counts runs them.
struct ExamplesReader {
  static let keys = ["who", "counted", "excluded_by"]

  let ruleIDs: [String]
  let scope: ValueScope
  let lookups: [String: ValueScope]
  let problems: FileProblems

  func read(_ items: [YAMLNode]) -> [KPIDefinition.Example] {
    items.compactMap(example)
  }

  private func example(_ node: YAMLNode) -> KPIDefinition.Example? {
    guard let entries = problems.mapping(node, key: "examples"),
      let fields = Fields(node, of: "examples", keys: nil, problems: problems)
    else { return nil }
    let who = fields.text("who")
    let outcome = outcome(fields)
    let values = entries.filter { !ExamplesReader.keys.contains($0.key) }.compactMap(value)
    guard let who, let outcome else { return nil }
    return KPIDefinition.Example(who: who, values: values, outcome: outcome, line: node.line)
  }

  private func outcome(_ fields: Fields) -> KPIDefinition.Example.Outcome? {
    if fields.has("counted"), fields.has("excluded_by") {
      problems.add(.onlyOneOf(keys: ["counted", "excluded_by"]), line: fields.line)
    }
    if fields.has("excluded_by") {
      guard let rule = fields.text("excluded_by") else { return nil }
      problems.checkRule(rule, among: ruleIDs, line: fields.line(of: "excluded_by"))
      return .excludedBy(rule)
    }
    guard fields.required("counted") != nil else { return nil }
    return fields.flag("counted") ? .counted : .notCounted
  }

  private func value(_ entry: YAMLNode.Entry) -> (name: String, word: String)? {
    guard let written = word(entry) else { return nil }
    var name = entry.key
    var asked = scope
    // `students.programme` is a value of the row that is looked up in the students.
    if name.utf8.contains(UInt8(ascii: ".")), let dot = name.firstIndex(of: ".") {
      let source = String(name[..<dot])
      guard let lookup = lookups[source] else {
        let nearest = NearestWord.to(source, among: lookups.keys)
        problems.add(
          .unknownName(.lookedUpSource, name: source, nearest: nearest), line: entry.line)
        return nil
      }
      asked = lookup
      name = String(name[name.index(after: dot)...])
    }
    let kinds = asked.kinds(of: name, line: entry.line, problems: problems)
    guard let kind = kinds.first else { return nil }
    let isFlag = if case .flag = kind { true } else { false }
    let word = isFlag ? TestFit.flagWord(written) : written
    if word != "missing" { check(word, of: name, is: kind, line: entry.line) }
    return (entry.key, word)
  }

  /// A word, or the words of a list joined by `;`.
  private func word(_ entry: YAMLNode.Entry) -> String? {
    guard case .sequence(let items) = entry.value.content else {
      return problems.text(entry.value, key: entry.key)
    }
    let words = items.compactMap { problems.text($0, key: entry.key) }
    return words.isEmpty ? nil : words.joined(separator: ";")
  }

  private func check(_ word: String, of name: String, is kind: ValueKind, line: Int) {
    switch kind {
    case .text, .span, .unknown, .set(_, open: true): break
    case .flag: expect(.yesNo, word == "yes" || word == "no")
    case .date: expect(.date, CalendarDate(iso: word) != nil)
    case .number: expect(.number, isNumber(word))
    case .code(let list): check(word, on: list, line: line)
    case .set(let list, _):
      for item in word.split(whereSeparator: { ";；、,，|\n".contains($0) }) {
        check(WordFolding.trimmed(item), on: list, line: line)
      }
    }
    func expect(_ expectation: DefinitionProblem.Expectation, _ holds: Bool) {
      guard !holds else { return }
      problems.add(.invalidValue(key: name, word: word, expected: expectation), line: line)
    }
  }

  private func check(_ word: String, on list: CodeList, line: Int) {
    guard !word.isEmpty, list.index(of: word) == nil else { return }
    let nearest = list.nearestCode(to: word)
    problems.add(.codeNotOnList(word: word, list: list.name, nearest: nearest), line: line)
  }

  private func isNumber(_ word: String) -> Bool {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.allSatisfy { Int(wholeNumber: $0) != nil }
  }
}
