import Campus

/// The values of one KPI that the page compares: the last revision of each period.
struct PublishedHistory {
  /// Oldest first, with this run's own value in its place.
  let periods: [PublishedValue]
  let before: PublishedValue?
  let yearBefore: PublishedValue?

  init(_ content: PageContent, kpi: KPIResult) {
    let run = content.run
    let published = content.history.filter { $0.kpi == kpi.number }
    self.before =
      published
      .filter { $0.period == run.period && $0.revision < run.revision }
      .max { $0.revision < $1.revision }
    var last: [ReportingPeriod: PublishedValue] = [:]
    for value in published where value.period != run.period {
      if let known = last[value.period], known.revision >= value.revision { continue }
      last[value.period] = value
    }
    self.yearBefore = last.values.filter { run.period.isYearAfter($0.period) }
      .max { $0.period.to < $1.period.to }
    last[run.period] = PublishedValue(
      kpi: kpi.number, period: run.period, revision: run.revision, value: kpi.value)
    self.periods = last.values.sorted {
      ($0.period.from, $0.period.to) < ($1.period.from, $1.period.to)
    }
  }
}
