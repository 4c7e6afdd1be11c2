import Campus
import Store

#if POSTGRESQL
  import StorePostgreSQL
#endif

/// What `--database` or a pipeline's `database` names: the file of the store, or a PostgreSQL
/// database that holds a copy of it; the file is then the usual one in the output folder.
enum DatabaseAddress {
  case file(String)
  case server(String)

  /// The file of a store that is not named.
  static let usualFile = "campus-kpi.sqlite"

  /// Throws `usage` for an address of any other kind.
  init(_ word: String) throws {
    if word.hasPrefix("postgresql://") || word.hasPrefix("postgres://") {
      self = .server(word)
    } else if word.contains("://") {
      // Not repeated: it may hold a password.
      throw Failure(
        .usage, "the database is neither a file nor a PostgreSQL address",
        help: "use --database FILE or --database postgresql://USER@HOST/DATABASE")
    } else {
      self = .file(word)
    }
  }

  var file: String? {
    if case .file(let path) = self { return path }
    return nil
  }

  /// Connects to the server; nil for a file.
  func copy() throws -> (any StoreCopy)? {
    guard case .server(let url) = self else { return nil }
    #if POSTGRESQL
      return try PostgreSQLCopy(url: url)
    #else
      _ = url
      throw Failure(
        .usage, "this campus-kpi was built without PostgreSQL",
        help: "build it with 'make build POSTGRESQL=1', or give --database FILE")
    #endif
  }

  /// A text in which the user and password of every address are replaced.
  static func masked(_ text: String) -> String {
    var rest = text[...]
    var output = ""
    while let mark = rest.firstRange(of: "://") {
      output += rest[..<mark.upperBound]
      rest = rest[mark.upperBound...]
      let address = rest.prefix { !$0.isWhitespace }
      if let at = address.lastIndex(of: "@") {
        output += "***"
        rest = rest[at...]
      }
    }
    return output + rest
  }
}
