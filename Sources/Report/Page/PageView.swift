import Campus

/// What the page shows: the content with the numbers that may be shown.
package struct PageView: Sendable {
  /// The files of one source.
  package struct Input: Sendable {
    package let source: String
    package let title: String
    /// Empty on the public page, like the digest.
    package let file: String
    package let sha256: String
    package let encoding: String
    package let rows: Int
    package let rejected: PageNumber
    package let duplicates: PageNumber
  }

  package struct Found: Sendable {
    package let source: String
    package let title: String
    package let code: String
    package let severity: Finding.Severity
    package let number: PageNumber
  }

  package let school: School
  package let period: ReportingPeriod
  package let revision: Int
  package let isPublic: Bool
  package let panels: [KPIPanel]
  /// Nil when the period has no earlier revision.
  package let changes: [ChangeSummary]?
  /// The revision that the changes are counted from.
  package let revisionBefore: Int?
  package let inputs: [Input]
  package let findings: [Found]

  package init(_ content: PageContent, isPublic: Bool) {
    let run = content.run
    self.school = run.school
    self.period = run.period
    self.revision = run.revision
    self.isPublic = isPublic
    let mask = isPublic ? PublicMask(content) : nil
    self.panels = run.kpis.sorted { $0.number < $1.number }
      .map { PageView.panel($0, content, mask) }
    self.changes = run.restatement?.changes.map { ChangeSummary($0, isPublic: isPublic) }
    self.revisionBefore = run.restatement?.oldRevision
    func title(_ source: String) -> String { content.sourceTitles[source] ?? source }
    self.inputs = run.inputs.map {
      let hides = mask?.hidesRows(of: $0.source) ?? false
      return Input(
        source: $0.source, title: title($0.source), file: isPublic ? "" : $0.file,
        sha256: isPublic ? "" : $0.sha256, encoding: $0.encoding, rows: $0.rows,
        rejected: hides ? .withheld : .exact($0.rejected),
        duplicates: hides ? .withheld : .exact($0.duplicates))
    }
    self.findings = content.findings.map {
      Found(
        source: $0.source, title: title($0.source), code: $0.code, severity: $0.severity,
        number: mask?.hidesRows(of: $0.source) ?? false ? .withheld : .exact($0.count))
    }
  }

  private static func panel(
    _ kpi: KPIResult, _ content: PageContent, _ mask: PublicMask?
  ) -> KPIPanel {
    let history = PublishedHistory(content, kpi: kpi)
    let dimensions = mask?.dimensions(of: kpi) ?? PageView.dimensions(of: kpi)
    return KPIPanel(
      number: kpi.number, id: kpi.id, title: kpi.title, english: kpi.english,
      dataSource: kpi.dataSource, unit: kpi.unit, definition: kpi.definition,
      definitionText: content.definitions[kpi.number]?.text ?? "", status: kpi.status,
      reason: kpi.reason, value: kpi.value, target: kpi.target,
      achievementPercent: kpi.achievementPercent, referenceDate: kpi.referenceDate,
      warnings: kpi.warnings, open: kpi.open,
      // Free text about single cases has no place on the public page.
      annotations: mask == nil
        ? content.run.annotations.filter { $0.kpi == kpi.number }.map(\.text) : [],
      figures: mask?.figures(of: kpi, dimensions)
        ?? kpi.figures.map {
          KPIPanel.Figure(key: $0.key, label: $0.label, number: .exact($0.value))
        },
      observations: kpi.observations.map {
        KPIPanel.Observation(
          referenceDate: $0.referenceDate,
          number: mask == nil ? .exact($0.value) : .masked($0.value))
      },
      dimensions: dimensions, funnel: funnel(of: kpi, mask), history: history.periods,
      before: history.before, yearBefore: history.yearBefore)
  }

  private static func dimensions(of kpi: KPIResult) -> [KPIPanel.Dimension] {
    kpi.breakdownByDimension.map { by, entries in
      KPIPanel.Dimension(
        by: by,
        entries: entries.map {
          KPIPanel.Dimension.Entry(key: $0.key, label: $0.label, number: .exact($0.value))
        }, unnamed: 0, withheld: false)
    }
  }

  private static func funnel(of kpi: KPIResult, _ mask: PublicMask?) -> KPIPanel.Funnel? {
    guard let rows = kpi.funnel else { return nil }
    let hides = mask?.hidesRows(of: kpi) ?? false
    func number(_ count: Int) -> PageNumber { hides ? .withheld : .exact(count) }
    let isValue = rows.counted == kpi.value
    return KPIPanel.Funnel(
      read: rows.read,
      counted: mask == nil || isValue ? .exact(rows.counted) : .masked(rows.counted),
      steps: [(.rejected, number(rows.rejected)), (.duplicates, number(rows.duplicates))]
        + kpi.exclusions.map {
          (.excluded(rule: $0.rule, reason: $0.reason), number($0.rows))
        })
  }
}

extension KPIResult {
  /// The breakdown by dimension, in the order it has.
  var breakdownByDimension: [(by: String, entries: [BreakdownEntry])] {
    var dimensions: [(by: String, entries: [BreakdownEntry])] = []
    for entry in breakdown {
      if let index = dimensions.firstIndex(where: { $0.by == entry.by }) {
        dimensions[index].entries.append(entry)
      } else {
        dimensions.append((entry.by, [entry]))
      }
    }
    return dimensions
  }
}
