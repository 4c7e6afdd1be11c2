import Campus

/// One side of a comparison: a stored run, or the one that is about to be published.
struct ComparedRun {
  let revision: Int
  let kpis: [KPIResult]
  let definitions: [UsedFile]
  let rejected: [RejectedRows]
  let corrections: [AppliedCorrection]
  let isPurged: Bool
}

/// The restatement of two runs, one KPI after the other.
struct RunComparison {
  private let old: ComparedRun
  private let new: ComparedRun
  private let changedFiles: [String]
  private let oldRejected: [String: RejectedRows]
  private let newRejected: [String: RejectedRows]

  init(old: ComparedRun, new: ComparedRun) {
    self.old = old
    self.new = new
    changedFiles = Set(old.definitions).symmetricDifference(new.definitions)
      .reduce(into: Set<String>()) { $0.insert($1.name) }.sorted()
    func bySource(_ rows: [RejectedRows]) -> [String: RejectedRows] {
      Dictionary(rows.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
    }
    oldRejected = bySource(old.rejected)
    newRejected = bySource(new.rejected)
  }

  /// The KPIs that either run knows, in order.
  var kpis: [Int] {
    Set(old.kpis.map(\.number) + new.kpis.map(\.number)).sorted()
  }

  /// What changed of one KPI; nil when nothing did.
  func change(
    of kpi: Int, oldDecisions: KPIDecisions?, newDecisions: KPIDecisions?
  ) -> Restatement.Change? {
    let before = old.kpis.first { $0.number == kpi }
    let after = new.kpis.first { $0.number == kpi }
    guard let shown = after ?? before else { return nil }
    var change = Restatement.Change(
      kpi: kpi, id: shown.id, title: shown.title, english: shown.english, old: before?.value,
      new: after?.value, oldDefinition: before?.definition ?? "",
      newDefinition: after?.definition ?? "")
    if let oldDecisions, let newDecisions {
      var context = DecisionComparison.Context()
      context.oldRejected = oldRejected
      context.newRejected = newRejected
      context.oldCorrections = old.corrections
      context.newCorrections = new.corrections
      context.changedDefinitions = definitions(of: shown.id)
      if let comparison = DecisionComparison(
        old: oldDecisions, new: newDecisions, context: context)
      {
        change.lines = comparison.lines()
      } else {
        change.note = "what is counted changed, so that keys cannot be compared"
      }
    } else if old.isPurged || new.isPurged {
      change.note = "the evidence was purged"
    } else if oldDecisions != nil || newDecisions != nil {
      change.note = (oldDecisions == nil ? before : after)?.reason ?? "unavailable"
    }
    let isUnchanged =
      change.lines.isEmpty && change.old == change.new
      && change.oldDefinition == change.newDefinition
      && (change.note == nil || before?.status == after?.status)
    return isUnchanged ? nil : change
  }

  /// The changed definition files that bear on a KPI: its own, the terms, the code lists and the
  /// sources, but neither another KPI's nor targets, layouts and pipelines.
  private func definitions(of id: String) -> [String] {
    changedFiles.filter { path in
      let parts = path.split(separator: "/").map(String.init)
      if let index = parts.lastIndex(of: "kpis") {
        return parts.count > index + 1 && (parts[index + 1] == id || parts[index + 1] == "terms")
      }
      return parts.contains("codes") || parts.contains("sources")
    }
  }
}
