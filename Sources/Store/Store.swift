import Campus

/// The load step: revisions, reruns and what they changed, in one SQLite database and one folder of
/// reports.
///
/// In: what a run found. Out: the next revision, published whole or not at all; and what was
/// published before. Refuses a second run at the same time (`lockHeld`), a database that is
/// damaged, foreign or newer, and a folder that belongs to another database.
package final class Store {
  let database: Database
  let identity: String
  private let output: OutputFolder?
  let copy: (any StoreCopy)?
  private let locks: [RunLock]

  private init(
    _ database: Database, output: OutputFolder?, copy: (any StoreCopy)? = nil, locks: [RunLock]
  ) throws {
    self.database = database
    self.output = output
    self.copy = copy
    self.locks = locks
    identity = try database.rows("SELECT identity FROM store") { $0.word(0) }.first ?? ""
  }

  /// Opens for a run, or with `creating` false to write stored reports again: takes the locks until
  /// the store is released, creates the database and the output folder on first use, and heals what
  /// a killed run left behind, in the copy as well.
  package static func open(
    database path: String, output: String, creating: Bool = true, copy: (any StoreCopy)? = nil
  ) throws -> Store {
    if creating {
      _ = try Folder.make(path: FilePath.parent(path))
    } else {
      _ = try DatabaseFile(path: path).open()
    }
    var locks = [try RunLock(path: path + ".lock")]
    let folder = OutputFolder(root: try Folder.make(path: output))
    locks.append(try RunLock(path: output + "/" + OutputFolder.lockName))
    let database = try DatabaseFile(path: path).openOrCreate()
    let store = try Store(database, output: folder, copy: copy, locks: locks)
    try store.heal()
    try store.bringCopyUpToDate()
    return store
  }

  /// Opens an existing database to change it: `annotate`. Takes the lock.
  package static func openForChange(database path: String, copy: (any StoreCopy)? = nil) throws
    -> Store
  {
    _ = try DatabaseFile(path: path).open()
    let lock = try RunLock(path: path + ".lock")
    let store = try Store(DatabaseFile(path: path).open(), output: nil, copy: copy, locks: [lock])
    try store.bringCopyUpToDate()
    return store
  }

  /// Opens an existing database to read it, beside a run or not.
  package static func openForReading(database path: String) throws -> Store {
    let database = try DatabaseFile(path: path).open()
    try database.execute("PRAGMA query_only = ON")
    return try Store(database, output: nil, locks: [])
  }

  /// What the copy takes over.
  var copiedTables: CopiedTables { CopiedTables(database, identity: identity) }

  /// Makes the copy equal to what is committed here.
  func bringCopyUpToDate() throws {
    guard let copy else { return }
    do {
      try copy.prepare(copiedTables, renewing: nil)
      try copy.commit()
    } catch {
      copy.rollBack()
      throw error
    }
  }

  func heal() throws {
    try output?.heal(identity: identity) { pipeline, period in
      let revisions = try database.rows(
        """
        SELECT revision, purged FROM runs
        WHERE pipeline = ? AND period_from = ? AND period_to = ? AND revision IS NOT NULL
        """, .text(pipeline), .text(period.from.description), .text(period.to.description)
      ) { (revision: $0.number(0), isPurged: $0.text(1) != nil) }
      return (
        committed: Set(revisions.map(\.revision)),
        purged: Set(revisions.filter(\.isPurged).map(\.revision))
      )
    }
  }

  func periodFolder(_ period: ReportingPeriod, of pipeline: String, making: Bool) throws
    -> PeriodFolder?
  {
    try output?.period(period, of: pipeline, making: making)
  }
}
