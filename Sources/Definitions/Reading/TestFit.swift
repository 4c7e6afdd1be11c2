import Campus

/// Whether a test can be asked of a value: a number has no codes, yes and no are never missing.
struct TestFit {
  let value: String
  /// A value of several sources needs to fit one of them.
  let kinds: [ValueKind]
  let problems: FileProblems

  /// `true` and `false` of a yes/no value, as `yes` and `no`.
  static func normalised(_ test: Condition.Test, kinds: [ValueKind]) -> Condition.Test {
    guard kinds.contains(where: { if case .flag = $0 { true } else { false } }) else { return test }
    switch test {
    case .isOneOf(let words): return .isOneOf(words.map(flagWord))
    case .isNoneOf(let words): return .isNoneOf(words.map(flagWord))
    default: return test
    }
  }

  static func flagWord(_ word: String) -> String {
    switch word {
    case "true": "yes"
    case "false": "no"
    default: word
    }
  }

  func check(_ test: Condition.Test, line: Int) {
    var found: [DefinitionProblem.Kind] = []
    for kind in kinds {
      let misfits = misfits(test, kind)
      if misfits.isEmpty { return }
      if found.isEmpty { found = misfits }
    }
    for problem in found { problems.add(problem, line: line) }
  }

  private func misfits(_ test: Condition.Test, _ kind: ValueKind) -> [DefinitionProblem.Kind] {
    switch (kind, test) {
    case (.unknown, _), (.text, .isOneOf), (.text, .isNoneOf), (.span, .withinMonths),
      (.date, .notBeforeDayAskedAbout), (.number, .atLeast), (.number, .atMost),
      (.number, .timesAtLeast), (.set, .atLeast), (.set, .atMost):
      return []
    case (.flag, .missing), (.flag, .present), (.span, .missing), (.span, .present): break
    case (_, .missing), (_, .present): return []
    case (.code(let list), .isOneOf(let words)), (.code(let list), .isNoneOf(let words)),
      (.set(let list, _), .holds(let words)), (.set(let list, _), .holdsOtherThan(let words)):
      return words.filter { list.index(ofCode: $0) == nil }.map { word in
        .codeNotOnList(word: word, list: list.name, nearest: list.nearestCode(to: word))
      }
    case (.flag, .isOneOf(let words)), (.flag, .isNoneOf(let words)):
      return words.filter { $0 != "yes" && $0 != "no" }.map { word in
        .invalidValue(key: value, word: word, expected: .yesNo)
      }
    case (.number, .isOneOf(let words)), (.number, .isNoneOf(let words)):
      return words.filter { Int(wholeNumber: $0) == nil }.map { word in
        .invalidValue(key: value, word: word, expected: .wholeNumber)
      }
    default: break
    }
    return [
      .testDoesNotFit(
        test: TestFit.name(test), value: value, kind: kind.name, fitting: TestFit.fitting(kind))
    ]
  }

  /// The test as it is written.
  private static func name(_ test: Condition.Test) -> String {
    switch test {
    case .isOneOf(let words): words.joined(separator: ", ")
    case .isNoneOf: "not"
    case .missing: "missing"
    case .present: "present"
    case .atLeast: "at_least"
    case .atMost: "at_most"
    case .timesAtLeast: "times"
    case .holds: "holds"
    case .holdsOtherThan: "holds_other_than"
    case .withinMonths: "within"
    case .notBeforeDayAskedAbout: "not_before"
    }
  }

  private static func fitting(_ kind: ValueKind) -> [String] {
    switch kind {
    case .text: ["TEXT", "[TEXT, TEXT]", "not", "missing", "present"]
    case .code: ["CODE", "[CODE, CODE]", "not", "missing", "present"]
    case .set: ["holds", "holds_other_than", "at_least", "at_most", "missing", "present"]
    case .number: ["NUMBER", "not", "at_least", "at_most", "times", "missing", "present"]
    case .date: ["not_before", "missing", "present"]
    case .flag: ["yes", "no"]
    case .span: ["within"]
    case .unknown: []
    }
  }
}
