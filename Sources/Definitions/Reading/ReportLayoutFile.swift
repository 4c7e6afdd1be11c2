import Campus

/// Reads `pipelines/reports/<kpi>.yaml`: the layout of the ministry's detail table of a KPI.
struct ReportLayoutFile {
  static let keys = [
    "kpi", "title", "lines", "once", "parts", "gender", "columns", "counts", "notes",
  ]
  /// What a column may show beside the columns of the exports.
  static let facts: [String: ReportLayout.Value] = [
    "day.academic_year": .dayAcademicYear, "day.semester": .daySemester,
    "school.code": .schoolCode, "school.name": .schoolName,
    "school.establishment": .schoolEstablishment, "school.category": .schoolCategory,
  ]

  let kpi: String
  /// The KPI's latest definition; nil when it cannot be read.
  let definition: KPIDefinition?
  let context: DefinitionContext
  let problems: FileProblems

  func read(_ node: YAMLNode) -> ReportLayout? {
    guard let fields = Fields(node, of: kpi, keys: ReportLayoutFile.keys, problems: problems)
    else { return nil }
    problems.check("kpi", in: fields, is: kpi)
    let title = fields.text("title")
    let lines = fields.word("lines", as: ReportLayout.Lines.self)
    let columns = fields.required("columns").flatMap { problems.sequence($0, key: "columns") }
    let gender = fields.optional("gender").flatMap { node in
      Fields(node, of: "gender", keys: ["lookup"], problems: problems)
    }
    let counts = fields.sequence("counts").compactMap(headcount)
    if columns?.isEmpty ?? false {
      problems.add(.empty(key: "columns"), line: fields.line(of: "columns"))
    }
    if lines == .groups, counts.isEmpty {
      problems.add(.empty(key: "counts"), line: fields.line(of: "counts"))
    }
    guard let title, let lines, let columns else { return nil }
    return ReportLayout(
      kpi: kpi, title: title, lines: lines, eachPersonOnce: fields.flag("once"),
      countsAreParts: fields.flag("parts"), genderLookup: gender.flatMap(lookup),
      columns: columns.compactMap(column), counts: counts,
      notes: fields.texts("notes").map(\.text))
  }

  private func column(_ node: YAMLNode) -> ReportLayout.Column? {
    let keys = ["heading", "value", "lookup", "as", "words"]
    guard let fields = Fields(node, of: "columns", keys: keys, problems: problems),
      let heading = fields.text("heading")
    else { return nil }
    guard let name = fields.optionalText("value") else {
      return ReportLayout.Column(heading: heading, value: .blank)
    }
    if let fact = ReportLayoutFile.facts[name] {
      return ReportLayout.Column(heading: heading, value: fact)
    }
    let lookup = lookup(fields)
    let list = list(of: name, lookup: lookup, line: fields.line(of: "value"))
    return ReportLayout.Column(
      heading: heading, value: .column(name, lookup: lookup), form: form(fields, list),
      words: words(fields, list))
  }

  private func headcount(_ node: YAMLNode) -> ReportLayout.Headcount? {
    let keys = ["heading", "by_gender", "keep", "figure"]
    guard let fields = Fields(node, of: "counts", keys: keys, problems: problems),
      let heading = fields.text("heading")
    else { return nil }
    var whom = ReportLayout.Headcount.Whom.everyone
    if fields.has("keep"), fields.has("figure") {
      problems.add(.onlyOneOf(keys: ["keep", "figure"]), line: fields.line(of: "figure"))
    }
    if let node = fields.optional("keep") {
      let reader = ConditionReader(
        scope: scope(nil, line: fields.line(of: "keep")), problems: problems)
      whom = reader.read(node, key: "keep").map { .those($0) } ?? .everyone
    } else if let key = fields.optionalText("figure") {
      checkFigure(key, line: fields.line(of: "figure"))
      whom = .figure(key)
    }
    return ReportLayout.Headcount(
      heading: heading, byGender: fields.flag("by_gender"), whom: whom)
  }

  private func checkFigure(_ key: String, line: Int) {
    guard let keys = definition?.figures.map(\.key), !keys.contains(key) else { return }
    let nearest = NearestWord.to(key, among: keys)
    problems.add(.unknownName(.figure, name: key, nearest: nearest), line: line)
  }

  /// The source of a person's row: one that the definition looks up anyway.
  private func lookup(_ fields: Fields) -> String? {
    guard let source = fields.optionalText("lookup") else { return nil }
    if let definition {
      let known = definition.sourcesRead.filter { $0 != definition.source }
      if !known.contains(source) {
        let nearest = NearestWord.to(source, among: known)
        problems.add(
          .unknownName(.lookedUpSource, name: source, nearest: nearest),
          line: fields.line(of: "lookup"))
      }
    }
    return source
  }

  private func scope(_ lookup: String?, line: Int) -> ValueScope {
    context.scope(
      of: lookup ?? definition?.source, terms: context.terms, line: line, problems: problems)
  }

  /// The code list of a column that has one; a problem when the source has no such column.
  private func list(of name: String, lookup: String?, line: Int) -> CodeList? {
    let scope = scope(lookup, line: line)
    guard let source = scope.sources.first else { return nil }
    switch source.kinds[name] {
    case .code(let list), .set(let list, _): return list
    case nil:
      let nearest = NearestWord.to(name, among: source.names)
      problems.add(
        .unknownValue(name: name, source: scope.name, nearest: nearest), line: line)
      return nil
    default: return nil
    }
  }

  private func form(_ fields: Fields, _ list: CodeList?) -> ReportLayout.Form {
    guard let word = fields.optionalText("as") else { return .label }
    if word == "roc_year" { return .rocYear }
    if word == "code" { return .code }
    let known = ["code", "roc_year"] + (list?.entries.first?.attributes.keys.sorted() ?? [])
    if !known.contains(word) {
      let nearest = NearestWord.to(word, among: known)
      problems.add(
        .unknownWord(key: "as", word: word, allowed: known, nearest: nearest),
        line: fields.line(of: "as"))
    }
    return .attribute(word)
  }

  private func words(_ fields: Fields, _ list: CodeList?) -> [String: String] {
    guard let node = fields.optional("words") else { return [:] }
    var words: [String: String] = [:]
    for entry in problems.mapping(node, key: "words") ?? [] {
      if let list, list.index(ofCode: entry.key) == nil {
        problems.add(
          .codeNotOnList(
            word: entry.key, list: list.name, nearest: list.nearestCode(to: entry.key)),
          line: entry.line)
      }
      words[entry.key] = problems.text(entry.value, key: entry.key)
    }
    return words
  }
}
