import Campus

/// The tables and views of the database, by version. A version that has been published is never
/// edited: what changes is a further migration.
enum Schema {
  static let migrations: [[String]] = [
    [FirstTables.runs, FirstTables.values, FirstTables.evidence, FirstTables.records]
      + FirstViews.all,
    // Packed columns whose numbers stand by themselves, which earlier programs cannot read.
    [],
    [EvidenceBlocks.table, EvidenceBlocks.view],
  ]

  static var version: Int { migrations.count }

  /// Brings a database to this program's version, in one transaction or not at all.
  static func migrate(_ database: Database) throws {
    let current = try database.integer("PRAGMA user_version") ?? 0
    guard current < version else { return }
    try database.transaction {
      for statements in migrations[current...] {
        for statement in statements { try database.execute(statement) }
      }
      try database.execute("PRAGMA user_version = \(version)")
    }
  }
}
