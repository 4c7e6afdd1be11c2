import Campus

/// Everything `pipelines/` says for one run.
package struct PipelineDefinition: Sendable {
  package struct Target: Sendable {
    package let kpi: String
    package let from: CalendarDate
    package let to: CalendarDate
    package let value: Int

    package init(kpi: String, from: CalendarDate, to: CalendarDate, value: Int) {
      self.kpi = kpi
      self.from = from
      self.to = to
      self.value = value
    }
  }

  /// What a source older than its `max_age` is.
  package enum StaleSources: String, CaseIterable, Sendable {
    case warning
    /// Nothing is published.
    case error
  }

  /// `nightly` or `annual`.
  package let name: String
  package let title: String
  package let school: School
  /// Default folders and period; paths are as written, relative to the folder above `pipelines/`.
  package let input: String?
  package let output: String?
  package let database: String?
  /// The default period.
  package let period: ReportingPeriod?
  package let staleSources: StaleSources
  package let sources: [SourceContract]
  /// All versions of all definitions, by number and then by date.
  package let kpis: [KPIDefinition]
  /// All versions of the named conditions, by date.
  package let terms: [Terms]
  package let codeLists: [String: CodeList]
  /// In the order of the entries of the code list `benchmark_partners`, whose code and label are the
  /// institution.
  package let benchmarkPartners: [BenchmarkPartner]
  package let targets: [Target]
  /// The ministry's detail tables, at most one for each KPI.
  package let layouts: [ReportLayout]
  /// Every file that the pipeline uses, by its path below `pipelines/` in byte order: with their
  /// SHA-256 the trace of a run.
  package let files: [String]
  /// The bytes of these files.
  package let fileContents: [String: [UInt8]]

  package init(
    name: String, title: String, school: School, input: String?, output: String?,
    database: String?, period: ReportingPeriod?, staleSources: StaleSources = .warning,
    sources: [SourceContract],
    kpis: [KPIDefinition], terms: [Terms], codeLists: [String: CodeList],
    benchmarkPartners: [BenchmarkPartner], targets: [Target], files: [String],
    fileContents: [String: [UInt8]] = [:], layouts: [ReportLayout] = []
  ) {
    self.name = name
    self.title = title
    self.school = school
    self.input = input
    self.output = output
    self.database = database
    self.period = period
    self.staleSources = staleSources
    self.sources = sources
    self.kpis = kpis
    self.terms = terms
    self.codeLists = codeLists
    self.benchmarkPartners = benchmarkPartners
    self.targets = targets
    self.files = files
    self.layouts = layouts
    self.fileContents = fileContents
  }

  /// The named conditions in force on a day; none before the first version.
  package func termsInForce(on day: CalendarDate) -> Terms? {
    terms.inForce(on: day)
  }

  /// The definitions in force on the first day of a period: for each KPI the greatest date not
  /// after it (kpis.md).
  package func kpisInForce(on day: CalendarDate) -> [KPIDefinition] {
    var inForce: [Int: KPIDefinition] = [:]
    for kpi in kpis where kpi.inForceFrom <= day {
      if let known = inForce[kpi.number], known.inForceFrom >= kpi.inForceFrom { continue }
      inForce[kpi.number] = kpi
    }
    return inForce.values.sorted { $0.number < $1.number }
  }
}
