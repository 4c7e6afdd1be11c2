import Campus

/// Everything that `report.html` shows (reports.md, section 5). Whoever calls the page gathers it
/// from one stored revision; the page computes nothing from it but its layout.
package struct PageContent: Sendable {
  /// What a KPI's definition says beside its rules.
  package struct Definition: Hashable, Sendable {
    /// The ministry's words.
    package let text: String
    /// The contract's name of the source whose rows the KPI counts.
    package let source: String

    package init(text: String, source: String) {
      self.text = text
      self.source = source
    }
  }

  /// How often one thing was found in one source.
  package struct FindingCount: Hashable, Sendable {
    package let source: String
    package let code: String
    package let severity: Finding.Severity
    package let count: Int

    package init(source: String, code: String, severity: Finding.Severity, count: Int) {
      self.source = source
      self.code = code
      self.severity = severity
      self.count = count
    }
  }

  package var run: RunResult
  /// By number of the KPI.
  package var definitions: [Int: Definition]
  /// Titles of the sources, by the contract's name.
  package var sourceTitles: [String: String]
  /// What was published, in any order; later revisions of this period are passed over.
  package var history: [PublishedValue]
  /// By source and code; counted from the run's own unless given.
  package var findings: [FindingCount]

  package init(
    run: RunResult, definitions: [Int: Definition] = [:], sourceTitles: [String: String] = [:],
    history: [PublishedValue] = [], findings: [FindingCount]? = nil
  ) {
    self.run = run
    self.definitions = definitions
    self.sourceTitles = sourceTitles
    self.history = history
    self.findings = PageContent.counted(
      findings
        ?? run.findings.map {
          FindingCount(source: $0.source, code: $0.code, severity: $0.severity, count: 1)
        })
  }

  /// Findings of a source by code: errors first, then the most frequent.
  package static func counted(_ findings: [FindingCount]) -> [FindingCount] {
    var counts: [FindingCount: Int] = [:]
    for finding in findings {
      let kind = FindingCount(
        source: finding.source, code: finding.code, severity: finding.severity, count: 0)
      counts[kind, default: 0] += finding.count
    }
    return counts.map {
      FindingCount(
        source: $0.key.source, code: $0.key.code, severity: $0.key.severity, count: $0.value)
    }.sorted {
      ($0.severity == .error ? 0 : 1, -$0.count, $0.source, $0.code)
        < ($1.severity == .error ? 0 : 1, -$1.count, $1.source, $1.code)
    }
  }
}
