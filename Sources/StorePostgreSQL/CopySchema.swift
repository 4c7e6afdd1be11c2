import Campus
import Store

/// The schema `campus_kpi` of a database: made on first use, brought to this program's version, and
/// refused when it is not ours, of another store or newer.
struct CopySchema {
  static let name = "campus_kpi"

  let connection: Connection

  /// Runs within a transaction. The table `store` says whose schema it is, and its version.
  func prepare(for identity: String) throws {
    let (exists, objects, isMarked) = try state()
    if !exists { try connection.execute("CREATE SCHEMA \(CopySchema.name)") }
    if !isMarked {
      // An administrator may have made the schema for us, empty.
      guard objects == 0 else { throw foreign() }
      try connection.execute(
        """
        CREATE TABLE store (
          identity text PRIMARY KEY, program text NOT NULL, version bigint NOT NULL)
        """)
      _ = try connection.rows("INSERT INTO store VALUES ($1, 'campus-kpi', 0)", [identity])
    }
    let version = try checkedVersion(identity)
    let known = CopiedTables.migrations
    guard version < known.count else { return }
    for texts in known[version...] {
      for statement in Dialect.statements(texts) { try connection.execute(statement) }
    }
    try connection.execute("UPDATE store SET version = \(known.count)")
  }

  private func state() throws -> (exists: Bool, objects: Int, isMarked: Bool) {
    let rows = try connection.rows(
      """
      SELECT count(*), count(c.oid),
        count(*) FILTER (WHERE c.relname = 'store' AND c.relkind = 'r' AND (
          SELECT count(*) FROM pg_attribute AS a
          WHERE a.attrelid = c.oid AND a.attname IN ('identity', 'program', 'version')) = 3)
      FROM pg_namespace AS n LEFT JOIN pg_class AS c ON c.relnamespace = n.oid
      WHERE n.nspname = $1
      """, [CopySchema.name])
    let counts = (rows.first ?? []).map { $0.flatMap { Int($0) } ?? 0 }
    guard counts.count == 3 else { throw foreign() }
    return (counts[0] > 0, counts[1], counts[2] > 0)
  }

  private func checkedVersion(_ identity: String) throws -> Int {
    let rows = try connection.rows("SELECT identity, program, version::text FROM store")
    guard rows.count == 1, rows[0][1] == "campus-kpi", let version = rows[0][2].flatMap({ Int($0) })
    else { throw foreign() }
    guard version <= CopiedTables.migrations.count else {
      throw connection.errors.failure(
        "its schema \(CopySchema.name) was written by a newer campus-kpi (schema \(version), this "
          + "program knows \(CopiedTables.migrations.count))",
        help: "install the newer program")
    }
    guard rows[0][0] == identity else {
      throw connection.errors.failure(
        "its schema \(CopySchema.name) holds the figures of another output folder",
        help: "give --output the folder it belongs to, or another PostgreSQL database; where that "
          + "folder is lost, rename the schema (ALTER SCHEMA campus_kpi RENAME TO …) and begin anew"
      )
    }
    return version
  }

  private func foreign() -> Failure {
    connection.errors.failure(
      "its schema \(CopySchema.name) belongs to something else; it was left as it is",
      help: "rename it, or give another PostgreSQL database")
  }
}
