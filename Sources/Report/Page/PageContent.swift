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

  /// What a correction changed in one KPI (reports.md, section 7).
  package struct Change: Hashable, Sendable {
    package let kpi: Int
    package let old: Int?
    package let new: Int?
    package let causes: [Cause]
    /// Why there are no causes although the value changed; nil when there are.
    package let note: String?

    package init(kpi: Int, old: Int?, new: Int?, causes: [Cause], note: String? = nil) {
      self.kpi = kpi
      self.old = old
      self.new = new
      self.causes = causes
      self.note = note
    }
  }

  /// Why keys came or went, and how many did.
  package struct Cause: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
      case rowAdded = "row-added"
      case rowRemoved = "row-removed"
      case valueChanged = "value-changed"
      case ruleChanged = "rule-changed"
      case newlyRejected = "newly-rejected"
      case noLongerRejected = "no-longer-rejected"
      /// Rows and definitions are the same: another version of the program judged otherwise.
      case programChanged = "program-changed"
    }

    package let kind: Kind
    /// A column, codes or a definition file; never personal text. Empty when there is none.
    package let detail: String
    package let came: Int
    package let went: Int

    package init(kind: Kind, detail: String = "", came: Int, went: Int) {
      self.kind = kind
      self.detail = detail
      self.came = came
      self.went = went
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

  /// What a person wrote down about a KPI's value.
  package struct Annotation: Hashable, Sendable {
    package let kpi: Int
    package let text: String

    package init(kpi: Int, text: String) {
      self.kpi = kpi
      self.text = text
    }
  }

  package var run: RunResult
  /// By number of the KPI.
  package var definitions: [Int: Definition]
  /// Titles of the sources, by the contract's name.
  package var sourceTitles: [String: String]
  /// What was published, in any order; later revisions of this period are passed over.
  package var history: [PublishedValue]
  /// What this revision changed; nil when the period has no earlier one.
  package var changes: [Change]?
  /// By source and code; counted from the run's own unless given.
  package var findings: [FindingCount]
  package var annotations: [Annotation]

  package init(
    run: RunResult, definitions: [Int: Definition] = [:], sourceTitles: [String: String] = [:],
    history: [PublishedValue] = [], changes: [Change]? = nil, findings: [FindingCount]? = nil,
    annotations: [Annotation] = []
  ) {
    self.run = run
    self.definitions = definitions
    self.sourceTitles = sourceTitles
    self.history = history
    self.changes = changes
    self.findings = PageContent.counted(
      findings
        ?? run.findings.map {
          FindingCount(source: $0.source, code: $0.code, severity: $0.severity, count: 1)
        })
    self.annotations = annotations
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

extension PageContent.Cause {
  /// Causes of single keys, those of one kind and detail together, the most frequent first.
  package static func counted(_ causes: [PageContent.Cause]) -> [PageContent.Cause] {
    var counts: [PageContent.Cause: (came: Int, went: Int)] = [:]
    for cause in causes {
      let kind = PageContent.Cause(kind: cause.kind, detail: cause.detail, came: 0, went: 0)
      counts[kind, default: (0, 0)].came += cause.came
      counts[kind, default: (0, 0)].went += cause.went
    }
    return counts.map {
      PageContent.Cause(
        kind: $0.key.kind, detail: $0.key.detail, came: $0.value.came, went: $0.value.went)
    }.sorted {
      (-$0.came - $0.went, $0.kind.rawValue, $0.detail)
        < (-$1.came - $1.went, $1.kind.rawValue, $1.detail)
    }
  }
}
