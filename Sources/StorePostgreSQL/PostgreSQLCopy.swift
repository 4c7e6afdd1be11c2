import Campus
import Store

/// The tables and views of the store in the schema `campus_kpi` of a PostgreSQL database.
package final class PostgreSQLCopy: StoreCopy {
  private static let pieceSize = 65_536

  private let connection: Connection
  private var isOpen = false

  /// Connects, and changes nothing yet. Throws `usage` for an address that is none.
  package init(url: String) throws {
    connection = try Connection(ServerAddress(url))
  }

  package func prepare(_ tables: CopiedTables, renewing run: Int?) throws {
    try connection.execute("BEGIN")
    isOpen = true
    // One run at a time, on whatever machine; the number spells KPIC.
    _ = try connection.rows("SELECT pg_advisory_xact_lock(1263552835)")
    try CopySchema(connection: connection).prepare(for: tables.identity)
    try copyRuns(tables, renewing: run)
    for table in Dialect.wholeTables { try copyWhole(table, tables) }
  }

  package func commit() throws {
    try connection.commit()
    isOpen = false
  }

  package func rollBack() {
    guard isOpen else { return }
    isOpen = false
    // A connection that is lost has rolled back by itself.
    try? connection.execute("ROLLBACK")
  }

  package func giveBackSpace() throws {
    for table in ["runs"] + Dialect.tablesOfRuns {
      try connection.execute("VACUUM (FULL) \(table)")
    }
  }

  /// Runs that the copy lacks or holds otherwise are copied, those that it alone has are deleted.
  private func copyRuns(_ tables: CopiedTables, renewing renewed: Int?) throws {
    let wanted = try tables.runs { row in
      var line: [UInt8] = []
      try CopyText.append(row, to: &line)
      return line
    }
    var held: [Int: [UInt8]] = [:]
    for line in try connection.copyOut("SELECT * FROM runs") {
      let number = line.prefix { $0 != UInt8(ascii: "\t") }
      if let run = Int(String(decoding: number, as: UTF8.self)) { held[run] = line }
    }
    let obsolete = held.filter { wanted[$0.key] != $0.value || $0.key == renewed }.map(\.key)
    let missing = wanted.filter { held[$0.key] != $0.value || $0.key == renewed }.map(\.key)
    for run in obsolete.sorted() { try connection.execute("DELETE FROM runs WHERE run = \(run)") }
    guard !missing.isEmpty else { return }
    try connection.copyIn("runs") { put in
      for run in missing.sorted() { try put(wanted[run] ?? []) }
    }
    for table in Dialect.tablesOfRuns {
      try connection.copyIn(table) { put in
        for run in missing.sorted() { try self.put(table, of: run, tables, put) }
      }
    }
  }

  private func put(
    _ table: String, of run: Int?, _ tables: CopiedTables, _ put: ([UInt8]) throws -> Void
  ) throws {
    var piece: [UInt8] = []
    try tables.eachRow(of: table, run: run) { row in
      try CopyText.append(row, to: &piece)
      if piece.count >= PostgreSQLCopy.pieceSize {
        try put(piece)
        piece.removeAll(keepingCapacity: true)
      }
    }
    try put(piece)
  }

  private func copyWhole(_ table: String, _ tables: CopiedTables) throws {
    var wanted: [[UInt8]] = []
    try tables.eachRow(of: table, run: nil) { row in
      var line: [UInt8] = []
      try CopyText.append(row, to: &line)
      wanted.append(line)
    }
    let held = try connection.copyOut("SELECT * FROM \(table) ORDER BY 1")
    guard held != wanted else { return }
    try connection.execute("DELETE FROM \(table)")
    try connection.copyIn(table) { put in for line in wanted { try put(line) } }
  }
}
