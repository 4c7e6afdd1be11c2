import Campus

/// What the public page hides of a run (the rule stands at `DisclosureControl`).
struct PublicMask {
  /// KPIs whose rules are those of another and one more, so that their breakdowns can be subtracted.
  private static let within = [8: 4, 10: 9]
  /// Labels that name what few entries count: a journal with one article names the article.
  private static let namingDimensions: Set<String> = ["journal"]

  private let kpis: [KPIResult]
  private let sources: [Int: String]
  private let hiddenSources: Set<String>

  init(_ content: PageContent) {
    self.kpis = content.run.kpis
    let sources = content.definitions.mapValues(\.source)
    self.sources = sources
    var numbers: [String: [Int]] = [:]
    for file in content.run.inputs {
      numbers[file.source, default: []] += [file.rejected, file.duplicates]
    }
    for found in content.findings { numbers[found.source, default: []].append(found.count) }
    let files = Dictionary(grouping: content.run.inputs, by: \.source)
    for kpi in content.run.kpis {
      guard let rows = kpi.funnel else { continue }
      let source = sources[kpi.number] ?? ""
      let rejected = (files[source] ?? []).reduce(0) { $0 + $1.rejected }
      numbers[source, default: []] +=
        [rows.rejected, rows.duplicates, rows.rejected - rejected] + kpi.exclusions.map(\.rows)
    }
    self.hiddenSources = Set(
      numbers.filter { $0.value.contains(where: DisclosureControl.isSmall) }.keys)
  }

  /// The rows left out of one source are shown all or none: the KPIs that share a source and the
  /// files' table would else give away by subtraction what one of them hides.
  func hidesRows(of source: String) -> Bool { hiddenSources.contains(source) }

  func hidesRows(of kpi: KPIResult) -> Bool { hidesRows(of: sources[kpi.number] ?? "") }

  func dimensions(of kpi: KPIResult) -> [KPIPanel.Dimension] {
    kpi.breakdownByDimension.map { by, entries in
      if isSubtractable(kpi, by: by) {
        return KPIPanel.Dimension(by: by, entries: [], unnamed: 0, withheld: true)
      }
      return PublicMask.dimension(by, entries, total: kpi.value ?? 0)
    }
  }

  private static func dimension(
    _ by: String, _ entries: [KPIResult.BreakdownEntry], total: Int
  ) -> KPIPanel.Dimension {
    guard let numbers = DisclosureControl.masked(entries.map(\.value), total: total) else {
      return KPIPanel.Dimension(by: by, entries: [], unnamed: 0, withheld: true)
    }
    let all = zip(entries, numbers).map {
      KPIPanel.Dimension.Entry(key: $0.key, label: $0.label, number: $1)
    }
    let shown = all.filter { $0.number.value != nil }
    let hidden = all.filter { $0.number.value == nil }.sorted { $0.key < $1.key }
    let unnamed = namingDimensions.contains(by) ? hidden.count : 0
    return KPIPanel.Dimension(
      by: by, entries: unnamed > 0 ? shown : shown + hidden, unnamed: unnamed, withheld: false)
  }

  /// Whether a number of this dimension is hidden here or in the KPI that this one lies within: the
  /// two breakdowns differ by at most the difference of the two values.
  private func isSubtractable(_ kpi: KPIResult, by: String) -> Bool {
    guard let outer = PublicMask.within[kpi.number],
      let other = kpis.first(where: { $0.number == outer })
    else { return false }
    let numbers = other.breakdown.filter { $0.by == by }.map(\.value)
    guard !numbers.isEmpty else { return false }
    let own = kpi.breakdown.filter { $0.by == by }.map(\.value)
    return (numbers + own).contains(where: DisclosureControl.isSmall)
  }

  /// A figure that is a breakdown entry too is shown as that entry is.
  func figures(
    of kpi: KPIResult, _ dimensions: [KPIPanel.Dimension]
  ) -> [KPIPanel.Figure] {
    let byFigure = dimensions.first { $0.by == "figure" }
    let keys = Set(kpi.breakdown.filter { $0.by == "figure" }.map(\.key))
    return kpi.figures.map { figure in
      let number =
        keys.contains(figure.key)
        ? byFigure?.entries.first { $0.key == figure.key }?.number ?? .withheld
        : PageNumber.masked(figure.value)
      return KPIPanel.Figure(key: figure.key, label: figure.label, number: number)
    }
  }
}
