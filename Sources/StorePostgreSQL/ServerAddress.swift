import CLibpq
import Campus

/// `postgresql://user@host:port/database?…` as libpq reads it. Nothing that may be a password is
/// ever part of a message.
struct ServerAddress {
  let url: String
  /// Such as `127.0.0.1:5432/figures`, for messages.
  let shown: String
  /// What must not be repeated, should a message of the server hold it.
  let secrets: [String]

  /// Throws `usage` for what is no address.
  init(_ url: String) throws {
    guard let options = PQconninfoParse(url, nil) else {
      // libpq's own reason would quote parts of the address.
      throw ServerAddress.invalid("it cannot be read")
    }
    defer { PQconninfoFree(options) }
    var values: [String: String] = [:]
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val {
        values[String(cString: keyword)] = String(cString: value)
      }
      option += 1
    }
    // A password with one of these marks moves into the neighbouring parts of the address.
    let places = ["host", "hostaddr", "port", "dbname", "user"].map { values[$0] ?? "" }
    guard !places.contains(where: { $0.contains("@") }), !places[3].contains("/"),
      places[2].utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ",") })
    else {
      throw ServerAddress.invalid("its parts do not fit together")
    }
    self.url = url
    secrets = ["password", "sslpassword"].compactMap { values[$0] }.filter { !$0.isEmpty }
    let host = values["host"] ?? values["hostaddr"] ?? ""
    shown =
      host + (values["port"].map { ":" + $0 } ?? "") + "/" + (values["dbname"] ?? "")
  }

  private static func invalid(_ reason: String) -> Failure {
    Failure(
      .usage, "the address of the PostgreSQL database is wrong: \(reason)",
      help: "postgresql://USER@HOST:PORT/DATABASE, in which %40, %2F and %3A stand for @, / and : "
        + "in a name or password; the password is better kept in ~/.pgpass")
  }

  /// A message without the secrets and on one line.
  func masked(_ message: String) -> String {
    var text = message
    for secret in secrets { text = text.replacing(secret, with: "***") }
    return text.split(whereSeparator: \.isNewline)
      .map { WordFolding.trimmed(String($0)) }.joined(separator: " ")
  }
}
