import CSQLite
import Campus
import Glibc

/// SQLite's return codes as failures of a run.
enum DatabaseError {
  static func failure(_ code: Int32, handle: OpaquePointer?, path: String) -> Failure {
    let status: ExitStatus
    var cause = String(cString: sqlite3_errstr(code))
    var help: String?
    switch code & 0xFF {
    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT:
      return corrupt(path, cause)
    case SQLITE_BUSY, SQLITE_LOCKED:
      status = .lockHeld
      help = "another program holds the database open; close it and run again"
    case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH:
      status = .outputCannotBeCreated
      help =
        "the file and its folder must be writable for whoever runs this, and the disk must have room"
    case SQLITE_FULL:
      status = .readOrWriteFailed
      help = "free some space and run again; nothing was published"
    case SQLITE_IOERR, SQLITE_NOMEM, SQLITE_TOOBIG, SQLITE_INTERRUPT, SQLITE_PROTOCOL:
      status = .readOrWriteFailed
    default:
      // A statement or a constraint is wrong: SQLite names columns here, never values.
      status = .bug
      if let handle { cause += ": " + String(cString: sqlite3_errmsg(handle)) }
    }
    if let handle, status != .bug {
      let system = sqlite3_system_errno(handle)
      // A journal that cannot be made is then looked for, and this says why it was not found.
      let isSecondhand = code & 0xFF == SQLITE_CANTOPEN && system == ENOENT
      if system != 0, !isSecondhand { cause += ": " + String(cString: strerror(system)) }
    }
    return Failure(status, "cannot use the database \(path): \(cause)", help: help)
  }

  static func corrupt(_ path: String, _ cause: String) -> Failure {
    Failure(
      .readOrWriteFailed, "the database \(path) is damaged: \(cause)",
      help: "it was left as it is; put back a copy of it from a backup, or move it away and begin "
        + "a new one with --database and an empty --output folder")
  }
}
