import Campus

/// Reads what a condition asks of one value: `TW`, `[a, b]`, `missing`, `{at_least: 14}`.
struct TestReader {
  /// A test and the line it stands on.
  struct Written {
    let test: Condition.Test
    let line: Int
  }

  static let keys = [
    "not", "at_least", "at_most", "times", "holds", "holds_other_than", "within", "not_before",
  ]

  let scope: ValueScope
  let problems: FileProblems

  /// The tests of a value; several when a mapping gives a least and a greatest number. Nil, with
  /// problems, when one cannot be read.
  func read(_ entry: YAMLNode.Entry) -> [Written]? {
    switch entry.value.content {
    case .scalar, .sequence:
      guard let words = words(entry.value, key: entry.key) else { return nil }
      return [Written(test: TestReader.isOneOf(words), line: entry.value.line)]
    case .mapping(let entries):
      let keys = TestReader.keys
      guard let fields = Fields(entry.value, of: entry.key, keys: keys, problems: problems) else {
        return nil
      }
      guard !entries.isEmpty else {
        problems.add(.empty(key: entry.key), line: entry.line)
        return nil
      }
      if fields.has("times") { return times(fields).map { [$0] } }
      let tests = entries.map { test($0, fields) }
      return tests.contains { $0 == nil } ? nil : tests.compactMap { $0 }
    }
  }

  private func test(_ entry: YAMLNode.Entry, _ fields: Fields) -> Written? {
    let test: Condition.Test?
    switch entry.key {
    case "not": test = words(entry.value, key: entry.key).map(TestReader.isNoneOf)
    case "holds": test = words(entry.value, key: entry.key).map { .holds($0) }
    case "holds_other_than": test = words(entry.value, key: entry.key).map { .holdsOtherThan($0) }
    case "at_least": test = number(entry).map { .atLeast($0) }
    case "at_most": test = number(entry).map { .atMost($0) }
    case "within": test = months(entry).map { .withinMonths($0) }
    case "not_before": test = isDay(entry) ? .notBeforeDayAskedAbout : nil
    default: return nil
    }
    return test.map { Written(test: $0, line: entry.line) }
  }

  /// `{times: 3, at_least: credits_required}`.
  private func times(_ fields: Fields) -> Written? {
    let line = fields.line(of: "times")
    guard let factor = fields.text("times"), let column = fields.text("at_least") else {
      return nil
    }
    guard let factor = Int(wholeNumber: factor) else {
      problems.add(.invalidValue(key: "times", word: factor, expected: .wholeNumber), line: line)
      return nil
    }
    for kind in scope.kinds(of: column, line: fields.line(of: "at_least"), problems: problems) {
      guard case .number = kind else {
        if case .unknown = kind { continue }
        problems.add(
          .wrongColumnType(column: column, expected: ["decimal", "integer"]),
          line: fields.line(of: "at_least"))
        return nil
      }
    }
    return Written(test: .timesAtLeast(factor: factor, column: column), line: line)
  }

  private func words(_ node: YAMLNode, key: String) -> [String]? {
    if node.scalar != nil { return problems.text(node, key: key).map { [$0] } }
    guard case .sequence(let items) = node.content else {
      problems.add(.wrongShape(key: key, expected: .scalarOrSequence), line: node.line)
      return nil
    }
    if items.isEmpty { problems.add(.empty(key: key), line: node.line) }
    let words = items.compactMap { problems.text($0, key: key) }
    return words.isEmpty || words.count < items.count ? nil : words
  }

  private func number(_ entry: YAMLNode.Entry) -> Int? {
    guard let word = problems.text(entry.value, key: entry.key) else { return nil }
    if let number = Int(wholeNumber: word) { return number }
    problems.add(
      .invalidValue(key: entry.key, word: word, expected: .wholeNumber), line: entry.line)
    return nil
  }

  private func months(_ entry: YAMLNode.Entry) -> Int? {
    guard let word = problems.text(entry.value, key: entry.key) else { return nil }
    let parts = word.split(separator: " ")
    if parts.count == 2, parts[1] == "months" || parts[1] == "month",
      let months = Int(wholeNumber: parts[0]), (1...1200).contains(months)
    {
      return months
    }
    problems.add(.invalidValue(key: entry.key, word: word, expected: .months), line: entry.line)
    return nil
  }

  private func isDay(_ entry: YAMLNode.Entry) -> Bool {
    guard let word = problems.text(entry.value, key: entry.key) else { return false }
    if word != "day" {
      problems.add(.invalidValue(key: entry.key, word: word, expected: .day), line: entry.line)
    }
    return word == "day"
  }

  private static func isOneOf(_ words: [String]) -> Condition.Test {
    switch words {
    case ["missing"]: .missing
    case ["present"]: .present
    default: .isOneOf(words)
    }
  }

  private static func isNoneOf(_ words: [String]) -> Condition.Test {
    switch words {
    case ["missing"]: .present
    case ["present"]: .missing
    default: .isNoneOf(words)
    }
  }
}
