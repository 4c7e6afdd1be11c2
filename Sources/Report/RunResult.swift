import Campus
import Definitions

/// Everything a report shows of one run. The writers compute nothing.
package struct RunResult: Sendable {
  package let school: PipelineDefinition.School
  package let period: ReportingPeriod
  package let revision: Int
  package let inputs: [FileSummary]
  package let kpis: [KPIResult]
  package let findings: [Finding]

  package init(
    school: PipelineDefinition.School, period: ReportingPeriod, revision: Int,
    inputs: [FileSummary], kpis: [KPIResult], findings: [Finding]
  ) {
    self.school = school
    self.period = period
    self.revision = revision
    self.inputs = inputs
    self.kpis = kpis
    self.findings = findings
  }
}
