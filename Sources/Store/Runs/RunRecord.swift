import Campus

/// What is known of a run when it begins: no clock and no environment is asked below the
/// executable, so the times are given.
package struct RunRecord: Sendable {
  package let pipeline: String
  package let period: ReportingPeriod
  package let school: School
  /// The program's version.
  package let program: String
  /// A time of day with its zone, such as `2025-08-02T03:00:00+08:00`.
  package let started: String
  /// The language of the reports.
  package let language: Language
  /// What else the reports depend on, such as `pseudonymise`: one word each.
  package let options: [String]

  package init(
    pipeline: String, period: ReportingPeriod, school: School, program: String, started: String,
    language: Language = .english, options: [String] = []
  ) {
    self.pipeline = pipeline
    self.period = period
    self.school = school
    self.program = program
    self.started = started
    self.language = language
    self.options = options
  }
}

/// A file that a run used: an input by its name, a definition by its path below `pipelines/`.
package struct UsedFile: Hashable, Comparable, Sendable {
  package let name: String
  /// Lower-case hexadecimal digits.
  package let sha256: String

  package init(name: String, sha256: String) {
    self.name = name
    self.sha256 = sha256
  }

  package static func < (left: UsedFile, right: UsedFile) -> Bool {
    (left.name, left.sha256) < (right.name, right.sha256)
  }
}

/// What a run found and is about to publish.
package struct RunDraft: Sendable {
  package var inputs: [FileSummary] = []
  package var definitions: [UsedFile] = []
  package var kpis: [KPIResult] = []
  package var findings: [FindingRecord] = []
  /// Of every KPI that could be computed.
  package var evidence: [KPIEvidence] = []
  /// The tables the evidence is about.
  package var tables: [Table] = []
  /// In order of number.
  package var details: [DetailTable] = []
  package var rejected: [RejectedRows] = []
  package var corrections: [AppliedCorrection] = []

  package init() {}
}

/// A run as the store knows it.
package struct StoredRun: Hashable, Sendable {
  package let run: Int
  package let pipeline: String
  package let period: ReportingPeriod
  /// Nil when it published nothing.
  package let revision: Int?
  package let started: String
  package let ended: String
  package let exitCode: Int
  /// Why it failed.
  package let message: String?
  package let program: String
  package let language: Language
  package let options: [String]
  /// When its evidence was deleted.
  package let purged: String?
}

/// A published value by period and revision.
package struct HistoryEntry: Hashable, Sendable {
  package let run: Int
  package let pipeline: String
  package let period: ReportingPeriod
  package let revision: Int
  package let started: String
  package let kpi: Int
  package let id: String
  package let title: String
  package let english: String
  package let unit: String
  /// Nil when the KPI was unavailable.
  package let value: Int?
  package let target: Int?
}

/// What a publication or a stored run gives to the writers.
package struct Rendering {
  package typealias Begin = (RunResult, RevisionFolder) -> LaterValue<Void>?
  package typealias Evidence = (KPIDecisions, RevisionFolder) throws -> LaterValue<Void>?

  /// Called first, with a result that may lack what only a comparison gives: the restatement and
  /// the history. What depends on neither may be begun beside the work on the database; it is waited
  /// for before the reports.
  package let begin: Begin
  /// Called for each computed KPI in order, with what was decided on its rows. Gives back what has
  /// only begun: it is waited for before the next KPI.
  package let evidence: Evidence
  /// Called once, when all else is written.
  package let reports: (RunResult, RevisionFolder) throws -> Void

  package init(
    begin: @escaping Begin = { _, _ in nil },
    evidence: @escaping Evidence = { _, _ in nil },
    reports: @escaping (RunResult, RevisionFolder) throws -> Void
  ) {
    self.begin = begin
    self.evidence = evidence
    self.reports = reports
  }
}
