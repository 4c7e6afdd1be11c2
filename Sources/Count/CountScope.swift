import Campus
import Definitions

/// What the counts of one run share beside the tables.
package struct CountScope: Sendable {
  package let period: ReportingPeriod
  package let terms: Terms?
  package let codeLists: [String: CodeList]
  package let benchmarkPartners: [BenchmarkPartner]
  package let contracts: [SourceContract]
  package let school: School
  package let layouts: [ReportLayout]

  package init(pipeline: PipelineDefinition, period: ReportingPeriod) {
    self.period = period
    self.terms = pipeline.termsInForce(on: period.from)
    self.codeLists = pipeline.codeLists
    self.benchmarkPartners = pipeline.benchmarkPartners
    self.contracts = pipeline.sources
    self.school = pipeline.school
    self.layouts = pipeline.layouts
  }

  func layout(of kpi: String) -> ReportLayout? {
    layouts.first { $0.kpi == kpi }
  }

  /// The scope of everything a folder of definitions holds, on one day: for worked examples.
  package init(_ contents: FolderContents, day: CalendarDate) {
    period = ReportingPeriod(day: day)
    terms = contents.termsInForce(on: day)
    codeLists = contents.codeLists
    benchmarkPartners = contents.benchmarkPartners
    contracts = contents.sources
    school = School(code: "", name: "")
    layouts = []
  }

  func contract(_ source: String) -> SourceContract? {
    contracts.first { $0.name == source }
  }

  /// The column that names the person of a semester table: the key beside year and semester.
  func personColumn(of source: String) -> String? {
    contract(source)?.keyColumnNames.first { $0 != "academic_year" && $0 != "semester" }
  }
}

extension CountScope {
  /// The scope of published tables, whose conditions read nothing but their own columns.
  init() {
    period = ReportingPeriod(day: CalendarDate(dayNumber: 0))
    terms = nil
    codeLists = [:]
    benchmarkPartners = []
    contracts = []
    school = School(code: "", name: "")
    layouts = []
  }
}
