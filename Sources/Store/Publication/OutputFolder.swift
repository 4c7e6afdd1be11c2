import Campus

/// The folder of the reports: `<pipeline>/<period>/revision-N/` and the link `current`.
struct OutputFolder {
  static let lockName = ".campus-kpi.lock"

  let root: Folder

  /// The folder of a period; nil when it is not there and not to be made.
  func period(_ period: ReportingPeriod, of pipeline: String, making: Bool) throws -> PeriodFolder?
  {
    if making {
      let outer = try root.makeFolder(pipeline)
      let inner = try outer.makeFolder(period.description)
      try outer.synchronise()
      try root.synchronise()
      return PeriodFolder(folder: inner)
    }
    guard root.kind(of: pipeline) == .folder else { return nil }
    let outer = try root.folder(pipeline)
    guard outer.kind(of: period.description) == .folder else { return nil }
    return PeriodFolder(folder: try outer.folder(period.description))
  }

  /// Heals every period that has a folder here.
  /// - Parameter published: for a pipeline and a period, its revisions and the purged ones.
  func heal(
    identity: String,
    published: (String, ReportingPeriod) throws -> (committed: Set<Int>, purged: Set<Int>)
  ) throws {
    for pipeline in try root.entries()
    where !pipeline.hasPrefix(".") && root.kind(of: pipeline) == .folder {
      let outer = try root.folder(pipeline)
      for name in try outer.entries() where outer.kind(of: name) == .folder {
        guard let period = ReportingPeriod(name) else { continue }
        let state = try published(pipeline, period)
        try PeriodFolder(folder: outer.folder(name)).heal(
          committed: state.committed, purged: state.purged, identity: identity)
      }
    }
  }
}
