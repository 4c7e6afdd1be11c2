import Campus
import Glibc

/// The database as a file: created whole and private, refused when it is not ours or not sound.
struct DatabaseFile {
  /// `KPIC`: tells our databases from all others.
  static let applicationID = 0x4B_50_49_43
  private static let magic = Array("SQLite format 3\0".utf8)
  /// Most of a database is columns and blocks of evidence of many kilobytes, which take less time in
  /// pages larger than SQLite's usual 4,096 bytes.
  private static let pageSize = 16_384

  let path: String

  /// Opens the database, and creates it where there is none.
  func openOrCreate() throws -> Database {
    if try !exists() { try create() }
    return try open()
  }

  /// Opens a database that must exist and brings its schema up to date.
  func open() throws -> Database {
    guard try exists() else {
      throw Failure(
        .inputMissing, "there is no database \(path)",
        help: "publish a first revision with 'campus-kpi run', or give --database FILE")
    }
    try checkHeader()
    let database = try Database(path: path)
    try checkIdentity(database)
    try database.execute("PRAGMA journal_mode = DELETE")
    // EXTRA: the folder is synchronised too, so that a commit outlives a power cut.
    try database.execute("PRAGMA synchronous = EXTRA")
    try Schema.migrate(database)
    return database
  }

  private func exists() throws -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return false }
      throw FileFailure.read(path, errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(.readOrWriteFailed, "the database \(path) is not a regular file")
    }
    return true
  }

  /// Written beside its place and moved there when it has its tables: a database of no bytes is
  /// never ours, so that one that was cut off can be told.
  private func create() throws {
    let temporary = path + ".creating"
    unlink(temporary)
    unlink(temporary + "-journal")
    let descriptor = Glibc.open(
      temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw FileFailure.create(path, errno) }
    defer { close(descriptor) }
    do {
      guard fchmod(descriptor, 0o600) == 0 else { throw FileFailure.create(path, errno) }
      let database = try Database(path: temporary)
      try database.execute("PRAGMA page_size = \(DatabaseFile.pageSize)")
      // Nothing is lost with a file that nobody has seen: it becomes lasting once, when it is whole.
      try database.execute("PRAGMA synchronous = OFF")
      try database.execute("PRAGMA journal_mode = MEMORY")
      try database.execute("PRAGMA application_id = \(DatabaseFile.applicationID)")
      try Schema.migrate(database)
      guard fsync(descriptor) == 0 else { throw FileFailure.create(path, errno) }
    } catch {
      unlink(temporary)
      unlink(temporary + "-journal")
      throw error
    }
    guard rename(temporary, path) == 0 else { throw FileFailure.create(path, errno) }
    try Folder(path: FilePath.parent(path)).synchronise()
  }

  /// What can be told from the first hundred bytes before SQLite touches the file.
  private func checkHeader() throws {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure.read(path, errno) }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 100)
    let count = pread(descriptor, &header, header.count, 0)
    guard count >= 0 else { throw FileFailure.read(path, errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileFailure.read(path, errno) }
    guard count == header.count else {
      throw DatabaseError.corrupt(path, "it was cut off: it has \(status.st_size) bytes")
    }
    guard Array(header[0..<16]) == DatabaseFile.magic else {
      throw DatabaseError.corrupt(path, "it is not an SQLite database")
    }
    func number(_ offset: Int, _ count: Int) -> Int {
      header[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }
    // SQLite would take another format for an error of the statement.
    guard (1...4).contains(number(44, 4)) else {
      throw DatabaseError.corrupt(path, "its schema has a format that SQLite does not know")
    }
    let pageSize = number(16, 2) == 1 ? 65_536 : number(16, 2)
    // A journal left by a crash will bring the file back to its size.
    guard access(path + "-journal", F_OK) != 0, number(24, 4) == number(92, 4) else { return }
    guard status.st_size >= number(28, 4) * pageSize else {
      throw DatabaseError.corrupt(
        path, "it was cut off: it has \(status.st_size) of \(number(28, 4) * pageSize) bytes")
    }
  }

  private func checkIdentity(_ database: Database) throws {
    guard try database.integer("PRAGMA application_id") == DatabaseFile.applicationID else {
      throw Failure(
        .readOrWriteFailed, "the database \(path) belongs to another program",
        help: "give --database another file; this one was left as it is")
    }
    let version = try database.integer("PRAGMA user_version") ?? 0
    // One of ours has its tables before it has its name.
    guard version > 0 else {
      throw database.damaged("no campus-kpi has written its version \(version)")
    }
    guard version <= Schema.version else {
      throw Failure(
        .readOrWriteFailed,
        "the database \(path) was written by a newer campus-kpi "
          + "(schema \(version), this program knows \(Schema.version))",
        help: "install the newer program, or give --database another file")
    }
  }

  /// Looks through the whole file for damage; takes about a second a gigabyte.
  static func check(_ database: Database) throws {
    let complaints = try database.rows("PRAGMA quick_check(1)") { $0.word(0) }
    guard complaints == ["ok"] else {
      throw database.damaged("its pages do not fit together")
    }
  }
}
