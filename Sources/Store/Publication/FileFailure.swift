import Campus
import Glibc

/// What the file system refuses, with path and cause.
enum FileFailure {
  static func create(_ path: String, _ code: Int32) -> Failure {
    Failure(.outputCannotBeCreated, "cannot create \(path): \(cause(code))", help: help(code))
  }

  static func write(_ path: String, _ code: Int32) -> Failure {
    Failure(.readOrWriteFailed, "cannot write \(path): \(cause(code))", help: help(code))
  }

  static func read(_ path: String, _ code: Int32) -> Failure {
    Failure(.readOrWriteFailed, "cannot read \(path): \(cause(code))")
  }

  private static func cause(_ code: Int32) -> String { String(cString: strerror(code)) }

  private static func help(_ code: Int32) -> String? {
    switch code {
    case ENOSPC, EDQUOT: "free some space and run again; nothing was published"
    case EACCES, EPERM, EROFS: "the folder must be writable for whoever runs this"
    default: nil
    }
  }
}

/// Paths as text.
enum FilePath {
  /// The folder of a path, `.` when it names none.
  static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
