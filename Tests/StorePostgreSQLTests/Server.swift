import Foundation
import Glibc
import Testing

@testable import StorePostgreSQL

/// A PostgreSQL server on loopback in a throw-away directory, one for all tests; it ends with them,
/// however they end.
final class Server: Sendable {
  static let password = "pä55-wörd"
  static let user = "campus"
  static let missing: Comment = "there is no PostgreSQL server on this machine (Debian: postgresql)"

  /// The folder of `initdb`, of the newest version.
  private static let programs: String? = {
    let debian = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: debian)) ?? []
    let folders =
      versions.compactMap { Int($0) }.sorted(by: >).map { "\(debian)/\($0)/bin" }
      + ["/usr/local/pgsql/bin", "/usr/local/bin", "/usr/bin"]
    return folders.first { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") }
  }()

  /// PostgreSQL refuses to run as root.
  private static let unprivileged = ["postgres", "nobody"].first { (name: String) in
    getpwnam(name) != nil
  }

  static let isInstalled = programs != nil && (geteuid() != 0 || unprivileged != nil)

  static let shared = Result { try Server() }

  let port: Int
  private let folder: String
  /// The server ends when nobody holds this.
  private let lifeline: FileHandle

  private init() throws {
    var template = Array("/tmp/campus-kpi-postgresql-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    port = try Server.freePort()
    try Data((Server.password + "\n").utf8).write(to: URL(fileURLWithPath: folder + "/password"))
    if geteuid() == 0, let user = Server.unprivileged {
      _ = try Server.shell("chown -R \(user) \(folder)", asItself: true).wait()
    }
    let programs = try #require(Server.programs)
    let made = try Server.shell(
      """
      \(programs)/initdb -D \(folder)/data -U \(Server.user) -A scram-sha-256 -E UTF8 \
      --locale=C.UTF-8 --no-sync --pwfile=\(folder)/password
      """
    ).wait()
    try #require(made.status == 0, "initdb: \(made.error)")
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    lifeline = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
    _ = try Server.shell(
      """
      \(programs)/postgres -D \(folder)/data -p \(port) -c listen_addresses=127.0.0.1 \
      -c unix_socket_directories=\(folder) -c fsync=off -c logging_collector=off &
      server=$!
      cat > /dev/null
      kill -QUIT $server
      wait $server
      rm -rf \(folder)
      """, input: FileHandle(fileDescriptor: ends[0], closeOnDealloc: true))
    for _ in 0..<600 {
      if (try? connection("postgres")) != nil { return }
      usleep(50_000)
    }
    Issue.record("the PostgreSQL server does not answer")
  }

  func url(_ database: String, password: String? = Server.password) -> String {
    let word = password.map {
      ":" + ($0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
    }
    return "postgresql://\(Server.user)\(word ?? "")@127.0.0.1:\(port)/\(database)"
  }

  func connection(_ database: String) throws -> Connection {
    try Connection(ServerAddress(url(database)))
  }

  /// A new database, empty.
  func makeDatabase(_ options: String = "") throws -> String {
    let name = "t" + UUID().uuidString.lowercased().filter { $0 != "-" }
    try connection("postgres").execute("CREATE DATABASE \(name) \(options)")
    return name
  }

  private static func shell(_ script: String, asItself: Bool = false, input: FileHandle? = nil)
    throws -> Program
  {
    var words = ["/bin/sh", "-c", script]
    if geteuid() == 0, !asItself, let unprivileged {
      words = ["/usr/sbin/runuser", "-u", unprivileged, "--"] + words
    }
    return try Program(words, folder: "/", input: input)
  }

  private static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    try #require(bound)
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
