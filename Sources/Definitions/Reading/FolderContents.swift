import Campus

/// Everything a `pipelines/` folder holds, and what is wrong with it.
package struct FolderContents: Sendable {
  package internal(set) var sources: [SourceContract] = []
  /// All versions, by number and then by date.
  package internal(set) var kpis: [KPIDefinition] = []
  package internal(set) var terms: [Terms] = []
  package internal(set) var codeLists: [String: CodeList] = [:]
  package internal(set) var benchmarkPartners: [BenchmarkPartner] = []
  /// The ministry's detail tables, by the KPI's number.
  package internal(set) var layouts: [ReportLayout] = []
  package internal(set) var targets: [PipelineDefinition.Target] = []
  package internal(set) var pipelineNames: [String] = []
  /// The pipelines of published tables.
  package internal(set) var openData: [OpenDataDefinition] = []
  /// In the order of files and lines.
  package internal(set) var problems: [DefinitionProblem] = []
  var pipelines: [String: PipelineReading] = [:]
  /// The files as they are on disk, by their path below the folder.
  var bytes: [String: [UInt8]] = [:]
}

extension FolderContents {
  /// The named conditions in force on a day; none before the first version.
  package func termsInForce(on day: CalendarDate) -> Terms? { terms.inForce(on: day) }

  /// What one pipeline uses: the sources and KPIs it names, and their lists and terms.
  func definition(of pipeline: PipelineReading) -> PipelineDefinition {
    let sources = pipeline.sources.compactMap { name in
      self.sources.first { $0.name == name }
    }
    let kpis = self.kpis.filter { pipeline.kpis.contains($0.id) }
    let layouts = self.layouts.filter { pipeline.kpis.contains($0.kpi) }
    var used: Set = ["\(pipeline.name).yaml", "targets.csv"]
    used.formUnion(sources.map { "sources/\($0.name).yaml" })
    used.formUnion(kpis.map(\.file))
    used.formUnion(terms.map { "kpis/terms/\($0.inForceFrom).yaml" })
    used.formUnion(layouts.map { "reports/\($0.kpi).yaml" })
    let lists = Set(sources.flatMap { $0.columns.compactMap { $0.type.list?.name } })
      .union([CodeLists.countries, CodeLists.benchmarkPartners])
    used.formUnion(lists.map { "codes/\($0).csv" })
    let fileContents = bytes.filter { used.contains($0.key) }
    return PipelineDefinition(
      name: pipeline.name, title: pipeline.title, school: pipeline.school,
      input: pipeline.input, output: pipeline.output, database: pipeline.database,
      period: pipeline.period, staleSources: pipeline.staleSources, sources: sources, kpis: kpis,
      terms: terms, codeLists: codeLists,
      benchmarkPartners: benchmarkPartners,
      targets: targets.filter { pipeline.kpis.contains($0.kpi) },
      files: fileContents.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
      fileContents: fileContents, layouts: layouts)
  }
}

extension ColumnContract.ValueType {
  /// The code list of a column that has one.
  package var list: CodeList? {
    switch self {
    case .code(let list), .codes(let list, _, _): list
    default: nil
    }
  }
}
