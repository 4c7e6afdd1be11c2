import Campus

/// Reads when a row happens and what of it is counted.
struct WhenReader {
  let scope: ValueScope
  let problems: FileProblems
  private var columns: ColumnCheck { ColumnCheck(scope: scope, problems: problems) }

  init(scope: ValueScope, problems: FileProblems) {
    self.scope = scope
    self.problems = problems
  }

  /// `start`, `reference_date`, `{month: [year, month]}` or `{span: [start, end]}`.
  func when(_ node: YAMLNode) -> KPIDefinition.When? {
    switch node.content {
    case .scalar:
      guard let word = problems.text(node, key: "when") else { return nil }
      if word == "reference_date" {
        for column in ["academic_year", "semester"] {
          columns.check(column, is: ["academic_year", "semester"], line: node.line)
        }
        return .referenceDate
      }
      columns.check(word, is: ["date"], line: node.line)
      return .day(column: word)
    case .sequence:
      problems.add(.wrongShape(key: "when", expected: .scalarOrMapping), line: node.line)
      return nil
    case .mapping:
      let keys = ["month", "span"]
      guard let fields = Fields(node, of: "when", keys: keys, problems: problems) else {
        return nil
      }
      if fields.has("month"), fields.has("span") {
        problems.add(.onlyOneOf(keys: keys), line: node.line)
      }
      if fields.has("month") {
        guard let (year, month) = pair(fields, "month") else { return nil }
        columns.check(year, is: ["year"], line: fields.line(of: "month"))
        columns.check(month, is: ["month"], line: fields.line(of: "month"))
        return .month(year: year, month: month)
      }
      guard let (start, end) = pair(fields, "span") else { return nil }
      columns.check(start, is: ["date"], line: fields.line(of: "span"))
      columns.check(end, is: ["date"], line: fields.line(of: "span"))
      return .span(start: start, end: end)
    }
  }

  /// `rows`, or `{distinct: student_id}` by a column or the source's identity.
  func count(_ node: YAMLNode) -> KPIDefinition.Count? {
    if node.scalar != nil {
      guard let word = problems.text(node, key: "count") else { return nil }
      guard word == "rows" else {
        problems.add(
          .unknownWord(
            key: "count", word: word, allowed: ["rows", "{distinct: …}"],
            nearest: NearestWord.to(word, among: ["rows"])),
          line: node.line)
        return nil
      }
      return .rows
    }
    guard let fields = Fields(node, of: "count", keys: ["distinct"], problems: problems),
      let column = fields.text("distinct")
    else { return nil }
    if !scope.isUnknown, scope.sources.allSatisfy({ $0.kinds[column] == nil }) {
      columns.tellUnknown(column, line: fields.line(of: "distinct"))
    }
    return .distinct(column)
  }

  private func pair(_ fields: Fields, _ key: String) -> (String, String)? {
    guard let node = fields.required(key), let items = problems.sequence(node, key: key) else {
      return nil
    }
    let words = items.compactMap { problems.text($0, key: key) }
    if words.count == 2, items.count == 2 { return (words[0], words[1]) }
    if words.count == items.count {
      let word = words.joined(separator: ", ")
      problems.add(.invalidValue(key: key, word: word, expected: .columnPair), line: node.line)
    }
    return nil
  }
}

extension ColumnContract.ValueType {
  /// The type as a definition writes it.
  package var name: String {
    switch self {
    case .text: "text"
    case .identifier: "identifier"
    case .doi: "doi"
    case .isbn: "isbn"
    case .code: "code"
    case .codes: "codes"
    case .date: "date"
    case .integer: "integer"
    case .headcount: "headcount"
    case .decimal: "decimal"
    case .year: "year"
    case .month: "month"
    case .semester: "semester"
    case .academicYear: "academic_year"
    case .yesNo: "yes_no"
    }
  }
}
