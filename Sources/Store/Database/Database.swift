import CSQLite
import Campus

/// The one door to SQLite: a connection whose every return code is checked.
///
/// Errors name the file and SQLite's reason and never a bound value. What SQLite reports as damage
/// is refused; nothing here deletes or recreates a database.
final class Database {
  let path: String
  private let handle: OpaquePointer
  /// Once damage was found, nothing is written any more, not even how the run ended.
  private var isDamaged = false

  /// Opens an existing file. The file's mode is inherited by SQLite's journal.
  init(path: String) throws {
    self.path = path
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      let failure = DatabaseError.failure(code, handle: opened, path: path)
      sqlite3_close_v2(opened)
      throw failure
    }
    handle = opened
    sqlite3_busy_timeout(handle, 10_000)
    try execute("PRAGMA cell_size_check = ON")
    // Deleted rows are overwritten with zeros.
    try execute("PRAGMA secure_delete = ON")
    try execute("PRAGMA foreign_keys = ON")
  }

  deinit { sqlite3_close_v2(handle) }

  func execute(_ sql: String) throws {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code) }
  }

  func prepare(_ sql: String) throws -> Statement { try Statement(sql, of: self, handle: handle) }

  /// Runs one statement that returns nothing.
  func run(_ sql: String, _ values: Statement.Value...) throws {
    try prepare(sql).run(values)
  }

  /// Every row of a query.
  func rows<Row>(
    _ sql: String, _ values: Statement.Value..., read: (Statement) throws -> Row
  ) throws -> [Row] {
    let statement = try prepare(sql)
    try statement.bind(values)
    var rows: [Row] = []
    while try statement.step() { rows.append(try read(statement)) }
    return rows
  }

  /// The first column of the first row as a number; nil for none or NULL.
  func integer(_ sql: String, _ values: Statement.Value...) throws -> Int? {
    let statement = try prepare(sql)
    try statement.bind(values)
    return try statement.step() ? statement.integer(0) : nil
  }

  /// Runs a body in one transaction that holds the write lock from its start.
  /// - Parameter checkingReferences: false spares looking up, for every row, the row that it refers
  ///   to. Nothing may be deleted then that others refer to.
  func transaction<Result>(
    checkingReferences: Bool = true, _ body: () throws -> Result
  ) throws -> Result {
    guard !isDamaged else { throw damaged("nothing is written into it") }
    if !checkingReferences { try execute("PRAGMA foreign_keys = OFF") }
    defer {
      // Setting it back cannot fail: it is a mark of the connection, and no transaction is open.
      if !checkingReferences { try? execute("PRAGMA foreign_keys = ON") }
    }
    try execute("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // SQLite may have rolled back by itself; what fails here changes nothing.
      try? execute("ROLLBACK")
      throw error
    }
  }

  var lastInsertedRow: Int { Int(sqlite3_last_insert_rowid(handle)) }
  var changedRows: Int { Int(sqlite3_changes64(handle)) }

  /// What is stored is not what was written, whether SQLite has noticed or not.
  func damaged(_ cause: String) -> Failure {
    isDamaged = true
    return DatabaseError.corrupt(path, cause)
  }

  func error(_ code: Int32) -> Failure {
    if [SQLITE_CORRUPT, SQLITE_NOTADB].contains(code & 0xFF) { isDamaged = true }
    return DatabaseError.failure(code, handle: handle, path: path)
  }
}
