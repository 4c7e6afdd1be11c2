import Campus
import Glibc
import Store

/// What the latest published revision decided on a key, from the stored evidence: beside the
/// exports' verdict of today it shows whether a correction is published yet.
struct PublishedVerdict {
  /// A row of the key as the revision saw it.
  struct Row {
    let location: SourceLocation
    /// `counted`, `unknown-person` or the id of the rule that left it out.
    let verdict: String
    let values: [(column: String, value: String)]
  }

  let revision: Int
  let rows: [Row]

  /// Nil when there is no database yet, no revision of the period, or its evidence was purged.
  init?(key: String, kpi: Int, settings: RunSettings) throws {
    guard let database = try? settings.database(), access(database, F_OK) == 0 else { return nil }
    let store = try Store.openForReading(database: database)
    guard
      let run = try store.latestRevision(
        pipeline: settings.pipeline.name, period: settings.period),
      let revision = run.revision, run.purged == nil,
      let decisions = try store.decisions(ofRun: run.run, kpi: kpi)
    else { return nil }
    self.revision = revision
    let wanted = WordFolding.key(key)
    let names = decisions.columns.filter { $0.role == .item || $0.name.hasSuffix("_id") }
    rows = (0..<decisions.rowCount).filter { row in
      names.contains { column in
        column.cells.text(row).map { WordFolding.key($0) == wanted } ?? false
      }
    }.map { row in
      Row(
        location: decisions.location(row), verdict: decisions.verdict(row),
        values: decisions.valueColumns.map { ($0.title, $0.cells.text(row) ?? "") })
    }
  }
}
