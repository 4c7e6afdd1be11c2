import Campus
import Definitions

/// The one-row tables of a worked example.
struct ExampleRow {
  private let definition: KPIDefinition
  private let scope: CountScope
  private var tables: [String: Table] = [:]
  /// Terms and derived values that the example states outright.
  private var stated: [String: String] = [:]
  private var statedColumns: [String: Set<String>] = [:]
  private var day: Int32 = TableColumn.missing

  init(_ example: KPIDefinition.Example, definition: KPIDefinition, scope: CountScope) throws {
    self.definition = definition
    self.scope = scope
    for (name, word) in example.values {
      if DerivedValue(rawValue: name) != nil || scope.terms?.terms[name] != nil {
        stated[name] = word
        continue
      }
      let (source, column) = try place(of: name)
      statedColumns[source, default: []].insert(column.name)
      guard word != "missing" else { continue }
      var table = tables[source] ?? Table(source: source)
      table.columns[column.name] = try ExampleRow.column(column, word: word, example: example)
      tables[source] = table
    }
    for source in tables.keys {
      tables[source]?.lines = [1]
      derive(source)
    }
    let own = tables[definition.source] ?? ExampleRow.oneRow(definition.source)
    day = RowDays(of: own, definition.when)[0]
  }

  /// Applies the corrections that another column makes to a code, as normalisation does.
  private mutating func derive(_ source: String) {
    guard let contract = scope.contract(source) else { return }
    for column in contract.columns {
      guard let derivation = column.derivation,
        let own = tables[source]?.columns[column.name]?.values[0],
        let other = tables[source]?.columns[contract.columns[derivation.from].name]?.values[0],
        let derived = derivation.table[[Int(own), Int(other)]]
      else { continue }
      tables[source]?.columns[column.name]?.values = ColumnValues([Int32(derived)])
    }
  }

  private static func oneRow(_ source: String) -> Table {
    var table = Table(source: source)
    table.lines = [1]
    return table
  }

  /// `students.programme`, a column of the row itself, or one of a source that is looked up.
  private func place(of name: String) throws -> (String, ColumnContract) {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    let sources =
      parts.count == 2
      ? [parts[0]] : [definition.source] + definition.rules.compactMap(\.lookup)
    for source in sources {
      if let column = scope.contract(source)?.column(named: parts[parts.count - 1]) {
        return (source, column)
      }
    }
    throw Failure(.invalidDefinitions, "no column or derived value is named '\(name)'")
  }

  func evaluate(_ condition: Condition, in source: String) throws -> PossibleTruth {
    switch condition {
    case .all(let parts):
      return try parts.reduce(.holds) { try $0.and(evaluate($1, in: source)) }
    case .any(let parts):
      return try parts.reduce(.fails) { try $0.or(evaluate($1, in: source)) }
    case .not(let part): return try evaluate(part, in: source).negated
    case .test(let name, let test): return try evaluate(name, test, in: source)
    }
  }

  private func evaluate(_ name: String, _ test: Condition.Test, in source: String) throws
    -> PossibleTruth
  {
    if let word = stated[name] { return PossibleTruth(ExampleRow.judge(word, test)) }
    if let term = scope.terms?.terms[name] {
      let truth = try evaluate(term.keep, in: source)
      return test == .isOneOf(["no"]) ? truth.negated : truth
    }
    if name == DerivedValue.anyFigure.rawValue {
      return try evaluate(.any(definition.figures.map(\.keep)), in: source)
    }
    if name == DerivedValue.inPeriod.rawValue {
      // An example has no period of its own: only a day that is stated as missing decides.
      return dayIsStatedAsMissing ? .unknown : .open
    }
    var columns = DerivedValue(rawValue: name)?.columns ?? [name]
    if test == .notBeforeDayAskedAbout, day == TableColumn.missing { return .open }
    if case .timesAtLeast(_, let other) = test { columns.append(other) }
    // A set that only some sources take away from is empty where it is not stated.
    columns.removeAll { $0 == "own_only_countries" }
    let known = statedColumns[source] ?? []
    guard !columns.isEmpty, columns.allSatisfy(known.contains) else { return .open }
    let compiler = ConditionCompiler(
      table: tables[source] ?? ExampleRow.oneRow(source), scope: scope,
      when: definition.when, referenceDate: nil, figures: definition.figures)
    // A partner is in force on the day of the row; where that is open, on the definition's first.
    let asked = day == TableColumn.missing ? definition.inForceFrom.dayNumber : day
    return PossibleTruth(try compiler.compile(.test(value: name, test)).evaluate(0, day: asked))
  }

  private var dayIsStatedAsMissing: Bool {
    guard day == TableColumn.missing, case .day(let column) = definition.when else { return false }
    return statedColumns[definition.source]?.contains(column) ?? false
  }

  /// A value that the example states outright against a test.
  private static func judge(_ word: String, _ test: Condition.Test) -> Truth {
    switch (test, Int(word)) {
    case (.isOneOf(let words), _): return Truth(words.contains(word))
    case (.isNoneOf(let words), _): return Truth(!words.contains(word))
    case (.atLeast(let bound), let number?): return Truth(number >= bound)
    case (.atMost(let bound), let number?): return Truth(number <= bound)
    default: return .unknown
    }
  }

  private static func column(
    _ contract: ColumnContract, word: String, example: KPIDefinition.Example
  ) throws -> TableColumn {
    func refused() -> Failure {
      Failure(
        .invalidDefinitions,
        "example '\(example.who)': '\(word)' is not a value of \(contract.name)")
    }
    switch contract.type {
    case .code(let list):
      guard let index = list.index(of: word) else { throw refused() }
      return TableColumn(content: .codes(list), values: [Int32(index)])
    case .codes(let list, let open, _):
      let items = word.split(whereSeparator: { $0 == ";" || $0 == "、" }).map {
        list.index(of: WordFolding.trimmed($0))
      }
      guard open || !items.contains(nil) else { throw refused() }
      let members = Set(items.compactMap { $0 }.map(Int32.init)).sorted()
      return TableColumn(content: .sets([members], list), values: [0])
    case .date:
      guard let date = CalendarDate(iso: word) else { throw refused() }
      return TableColumn(content: .dates, values: [date.dayNumber])
    case .decimal:
      guard let units = FixedPoint.units(word) else { throw refused() }
      return TableColumn(content: .decimals([units]), values: [0])
    case .integer, .headcount, .year, .month, .semester, .academicYear:
      guard let number = Int32(word) else { throw refused() }
      return TableColumn(content: .integers, values: [number])
    case .yesNo:
      guard word == "yes" || word == "no" else { throw refused() }
      return TableColumn(content: .flags, values: [word == "yes" ? 1 : 0])
    case .text, .identifier, .doi, .isbn:
      var pool = BytePool()
      let number = pool.intern(word)
      return TableColumn(content: .texts(pool), values: [number])
    }
  }
}
