import Campus

/// What a pipeline file itself says; sources and KPIs still by name.
struct PipelineReading {
  let name: String
  let title: String
  let school: School
  let input: String?
  let output: String?
  let database: String?
  let period: ReportingPeriod?
  let staleSources: PipelineDefinition.StaleSources
  let sources: [String]
  let kpis: [String]
}

/// Reads `pipelines/nightly.yaml`, `annual.yaml` and any other beside them.
struct PipelineFile {
  static let keys =
    ["pipeline", "title", "school", "input", "output", "database"]
    + PeriodOption.allCases.map(\.rawValue) + ["stale_sources", "sources", "kpis"]

  let name: String
  let sourceNames: [String]
  /// All versions of the KPIs as far as they can be read.
  let kpis: [KPIDefinition]
  /// Also the KPIs that cannot be read.
  let kpiNames: [String]
  let problems: FileProblems

  func read(_ node: YAMLNode) -> PipelineReading? {
    guard let fields = Fields(node, of: name, keys: PipelineFile.keys, problems: problems) else {
      return nil
    }
    problems.check("pipeline", in: fields, is: name)
    let title = fields.text("title") ?? ""
    let school = fields.required("school").flatMap(school)
    let paths = ["input", "output", "database"].map { path(fields, $0) }
    let period = period(fields)
    let sources = names(fields, "sources", known: sourceNames, .source)
    let kpis = names(fields, "kpis", known: kpiNames, .kpi)
    checkSources(of: kpis, sources: sources.map(\.text))
    return PipelineReading(
      name: name, title: title, school: school ?? School(code: "", name: ""),
      input: paths[0], output: paths[1], database: paths[2], period: period,
      staleSources: staleSources(fields),
      sources: sources.map(\.text), kpis: kpis.map(\.text))
  }

  /// A warning when the file says nothing.
  private func staleSources(_ fields: Fields) -> PipelineDefinition.StaleSources {
    guard fields.has("stale_sources") else { return .warning }
    return fields.word("stale_sources", as: PipelineDefinition.StaleSources.self) ?? .warning
  }

  private func school(_ node: YAMLNode) -> School? {
    let keys = ["code", "name", "establishment", "category"]
    guard let fields = Fields(node, of: "school", keys: keys, problems: problems) else {
      return nil
    }
    let (code, name) = (fields.text("code"), fields.text("name"))
    guard let code, let name else { return nil }
    return School(
      code: code, name: name, establishment: fields.optionalText("establishment"),
      category: fields.optionalText("category"))
  }

  /// An absolute path is a place someone chose; a way up out of a relative one is none.
  private func path(_ fields: Fields, _ key: String) -> String? {
    guard let path = fields.optionalText(key) else { return nil }
    // The address of a server is no path, and a message must not repeat it.
    if key == "database", path.contains("://") { return path }
    let parts = path.split(separator: "/")
    if parts.contains("..") || path.unicodeScalars.contains(where: { $0.value < 32 }) {
      problems.add(
        .invalidValue(key: key, word: path, expected: .path), line: fields.line(of: key))
    }
    return path
  }

  private func period(_ fields: Fields) -> ReportingPeriod? {
    let given = PeriodOption.allCases.filter { fields.has($0.rawValue) }
    if given.count > 1 {
      let line = given.map { fields.line(of: $0.rawValue) }.max() ?? fields.line
      problems.add(.onlyOneOf(keys: given.map(\.rawValue)), line: line)
    }
    guard let option = given.first, let text = fields.text(option.rawValue) else { return nil }
    if let period = option.period(text) { return period }
    problems.add(
      .invalidValue(key: option.rawValue, word: text, expected: option.expectation),
      line: fields.line(of: option.rawValue))
    return nil
  }

  private func names(
    _ fields: Fields, _ key: String, known: [String], _ referent: DefinitionProblem.Referent
  ) -> [(text: String, line: Int)] {
    let names = fields.requiredTexts(key) ?? []
    var lines = FirstLines(key: key, problems: problems)
    for name in names {
      lines.add(name.text, line: name.line)
      if !known.contains(name.text) {
        let nearest = NearestWord.to(name.text, among: known)
        problems.add(.unknownName(referent, name: name.text, nearest: nearest), line: name.line)
      }
    }
    return names
  }

  /// A KPI whose source the pipeline leaves out could never be computed.
  private func checkSources(of names: [(text: String, line: Int)], sources: [String]) {
    for name in names {
      var told: Set<String> = []
      for definition in kpis where definition.id == name.text {
        for source in definition.sourcesRead
        where sourceNames.contains(source) && !sources.contains(source)
          && told.insert(source).inserted
        {
          problems.add(.sourceNotInPipeline(kpi: name.text, source: source), line: name.line)
        }
      }
    }
  }
}

extension PeriodOption {
  fileprivate var expectation: DefinitionProblem.Expectation {
    switch self {
    case .period: .period
    case .academicYear: .academicYear
    case .calendarYear: .calendarYear
    case .month: .month
    }
  }
}
