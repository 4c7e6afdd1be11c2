import Campus

/// Reads a condition: a mapping of values and tests, or `all`, `any` and `not` over conditions.
///
/// Every name is looked up in the scope and every test compared with what its value is, so that a
/// condition that can never hold is told where it stands.
struct ConditionReader {
  let scope: ValueScope
  let problems: FileProblems

  func read(_ node: YAMLNode, key: String) -> Condition? {
    guard let entries = problems.mapping(node, key: key) else { return nil }
    if entries.isEmpty { problems.add(.empty(key: key), line: node.line) }
    let parts = entries.map(part)
    let conditions = parts.compactMap { $0 }
    guard conditions.count == parts.count, let first = conditions.first else { return nil }
    return conditions.count == 1 ? first : .all(conditions)
  }

  private func part(_ entry: YAMLNode.Entry) -> Condition? {
    switch entry.key {
    case "all": conditions(entry).map { .all($0) }
    case "any": conditions(entry).map { .any($0) }
    case "not": read(entry.value, key: "not").map { .not($0) }
    default: tests(entry)
    }
  }

  private func conditions(_ entry: YAMLNode.Entry) -> [Condition]? {
    guard let items = problems.sequence(entry.value, key: entry.key) else { return nil }
    if items.isEmpty { problems.add(.empty(key: entry.key), line: entry.line) }
    let conditions = items.compactMap { read($0, key: entry.key) }
    return conditions.isEmpty || conditions.count < items.count ? nil : conditions
  }

  private func tests(_ entry: YAMLNode.Entry) -> Condition? {
    let kinds = scope.kinds(of: entry.key, line: entry.line, problems: problems)
    let tests = TestReader(scope: scope, problems: problems).read(entry)
    guard let tests, !kinds.isEmpty else { return nil }
    let fitting = tests.map { written in
      let test = TestFit.normalised(written.test, kinds: kinds)
      TestFit(value: entry.key, kinds: kinds, problems: problems).check(test, line: written.line)
      return Condition.test(value: entry.key, test)
    }
    return fitting.count == 1 ? fitting[0] : .all(fitting)
  }
}
