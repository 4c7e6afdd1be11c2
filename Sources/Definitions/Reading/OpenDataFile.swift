import Campus

/// Reads a pipeline of published tables, `pipelines/open-data.yaml`.
struct OpenDataFile {
  static let keys = [
    "source", "kpi", "count", "academic_year", "school", "school_name", "sum", "keep", "reason",
  ]

  let name: String
  let sources: [String: SourceReading]
  /// Also the tables whose contract cannot be read.
  let sourceNames: [String]
  let kpiNames: [String]
  let lists: CodeLists
  let problems: FileProblems

  /// Whether a file says what is in published tables and not what is in exports.
  static func isOpenData(_ node: YAMLNode) -> Bool {
    guard case .mapping(let entries) = node.content else { return false }
    return entries.contains { $0.key == "tables" }
  }

  func read(_ node: YAMLNode) -> OpenDataDefinition? {
    let keys = ["pipeline", "title", "tables", "open"]
    guard let fields = Fields(node, of: name, keys: keys, problems: problems) else { return nil }
    problems.check("pipeline", in: fields, is: name)
    let title = fields.text("title") ?? ""
    let tables = fields.sequence("tables").compactMap(table)
    return OpenDataDefinition(
      name: name, title: title, tables: tables, open: fields.texts("open").map(\.text))
  }

  private func table(_ node: YAMLNode) -> OpenDataDefinition.Table? {
    guard let fields = Fields(node, of: "tables", keys: OpenDataFile.keys, problems: problems)
    else { return nil }
    let source = fields.text("source")
    let context = DefinitionContext(
      sources: sources, sourceNames: sourceNames, lists: lists, terms: [])
    let scope = context.scope(
      of: source, terms: [], line: fields.line(of: "source"), problems: problems)
    let kpi = fields.text("kpi")
    if let kpi, !kpiNames.contains(kpi) {
      let nearest = NearestWord.to(kpi, among: kpiNames)
      problems.add(.unknownName(.kpi, name: kpi, nearest: nearest), line: fields.line(of: "kpi"))
    }
    checkCount(fields)
    let year = column(fields, "academic_year", scope, types: ["academic_year"])
    let school = column(fields, "school", scope, types: ["identifier"])
    let schoolName = column(fields, "school_name", scope, types: ["text"])
    let sums = fields.required("sum").map { node in
      (problems.sequence(node, key: "sum") ?? []).compactMap { sum($0, scope) }
    }
    if let sums, sums.isEmpty { problems.add(.empty(key: "sum"), line: fields.line(of: "sum")) }
    let keep = fields.required("keep").flatMap {
      ConditionReader(scope: scope, problems: problems).read($0, key: "keep")
    }
    let reason = fields.text("reason")
    guard let reading = source.flatMap({ sources[$0] }), let kpi, let year, let school,
      let schoolName, let sums, let keep, let reason
    else { return nil }
    return OpenDataDefinition.Table(
      source: reading.contract, fileBeginnings: reading.fileBeginnings, kpi: kpi,
      academicYear: year, school: school, schoolName: schoolName, sums: sums, keep: keep,
      reason: reason)
  }

  private func checkCount(_ fields: Fields) {
    guard let word = fields.text("count"), word != "sum" else { return }
    let nearest = NearestWord.to(word, among: ["sum"])
    problems.add(
      .unknownWord(key: "count", word: word, allowed: ["sum"], nearest: nearest),
      line: fields.line(of: "count"))
  }

  private func sum(_ node: YAMLNode, _ scope: ValueScope) -> OpenDataDefinition.Sum? {
    let keys = ["column", "label", "english"]
    guard let fields = Fields(node, of: "sum", keys: keys, problems: problems) else { return nil }
    let column = column(fields, "column", scope, types: ["headcount", "integer"])
    let (label, english) = (fields.text("label"), fields.text("english"))
    guard let column, let label, let english else { return nil }
    return OpenDataDefinition.Sum(column: column, label: label, english: english)
  }

  private func column(
    _ fields: Fields, _ key: String, _ scope: ValueScope, types: [String]
  ) -> String? {
    guard let name = fields.text(key) else { return nil }
    ColumnCheck(scope: scope, problems: problems)
      .check(name, is: types, line: fields.line(of: key))
    return name
  }
}
