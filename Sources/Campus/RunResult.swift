/// Everything a report shows of one run. The writers compute nothing.
package struct RunResult: Sendable {
  package let school: School
  package let period: ReportingPeriod
  package let revision: Int
  package let inputs: [FileSummary]
  package let kpis: [KPIResult]
  package var findings: [FindingRecord]
  /// The tables in the ministry's layouts, in order of number.
  package var details: [DetailTable] = []
  /// What changed since the revision before; nil for a first one.
  package var restatement: Restatement?
  /// In the order of `corrections.csv`.
  package var corrections: [AppliedCorrection] = []
  /// In the order in which they were given.
  package var annotations: [Annotation] = []
  /// What the pipeline published up to this run, itself included, by period, KPI and revision.
  package var history: [PublishedValue] = []

  package init(
    school: School, period: ReportingPeriod, revision: Int,
    inputs: [FileSummary], kpis: [KPIResult], findings: [FindingRecord]
  ) {
    self.school = school
    self.period = period
    self.revision = revision
    self.inputs = inputs
    self.kpis = kpis
    self.findings = findings
  }

  /// Words the findings of a fresh run.
  @_disfavoredOverload
  package init(
    school: School, period: ReportingPeriod, revision: Int,
    inputs: [FileSummary], kpis: [KPIResult], findings: [Finding]
  ) {
    self.init(
      school: school, period: period, revision: revision, inputs: inputs, kpis: kpis,
      findings: findings.map(FindingRecord.init))
  }
}

/// Whose numbers these are.
package struct School: Hashable, Sendable {
  /// The ministry's statistics code, such as `1019`.
  package let code: String
  package let name: String
  /// 設立別: 公立 or 私立; nil when the pipeline does not say.
  package let establishment: String?
  /// 學校類別: 一般大學, 技專校院; nil when the pipeline does not say.
  package let category: String?

  package init(
    code: String, name: String, establishment: String? = nil, category: String? = nil
  ) {
    self.code = code
    self.name = name
    self.establishment = establishment
    self.category = category
  }
}
