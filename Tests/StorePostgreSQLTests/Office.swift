import Foundation
import Testing

@testable import Store
@testable import StorePostgreSQL

/// An office with an output folder and a PostgreSQL database of its own.
final class Office {
  let server: Server
  let database: String
  let folder: URL

  init(options: String = "") throws {
    server = try Server.shared.get()
    database = try server.makeDatabase(options)
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("campus-kpi-office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Program.root.appendingPathComponent("samples/clean"),
      to: folder.appendingPathComponent("input"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var url: String { server.url(database) }
  var output: String { folder.path + "/output" }
  var file: String { output + "/campus-kpi.sqlite" }
  var period: String { output + "/nightly/2025-08-01..2025-12-31" }

  func connection() throws -> Connection { try server.connection(database) }

  /// A command with the PostgreSQL database, or with another one.
  func start(_ words: [String], database: String? = nil) throws -> Program {
    try Program.campusKPI(
      words + ["--output", output, "--database", database ?? url, "--quiet"])
  }

  func command(_ words: [String], database: String? = nil) throws -> Program.Outcome {
    try start(words, database: database).wait()
  }

  var run: [String] { ["run", "nightly", "--input", folder.path + "/input"] }

  func run(database: String? = nil) throws -> Program.Outcome {
    try command(run, database: database)
  }

  /// Publishes, and must.
  func publish(database: String? = nil) throws {
    let outcome = try run(database: database)
    try #require(outcome.status == 0, "\(outcome.error)")
  }

  /// A student whom a rule lets through is from somewhere else now; again, and he is not.
  func change() throws {
    let export = folder.appendingPathComponent("input/students.csv")
    var lines = try String(contentsOf: export, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.firstIndex { $0.contains("M11401001") })
    lines[row] = Substring(
      lines[row].contains("越南")
        ? lines[row].replacing("越南", with: "中華民國")
        : lines[row].replacing("中華民國", with: "越南"))
    try lines.joined(separator: "\n").write(to: export, atomically: true, encoding: .utf8)
  }

  /// The published revisions, as the links and folders show them.
  var revisions: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: period)) ?? []
    let current = try? FileManager.default.destinationOfSymbolicLink(atPath: period + "/current")
    return names.filter { $0 != "current" }.sorted() + [current ?? "none"]
  }

  /// The rows of a table or view on either side, in the order in which they come.
  func storeRows(_ query: String) throws -> [[String?]] {
    let database = try DatabaseFile(path: file).open()
    return try database.rows(query) { row in
      (0..<Int32(row.columnCount)).map { row.text($0) }
    }
  }

  func copyRows(_ query: String) throws -> [[String?]] { try connection().rows(query) }

  /// Compares every table that is copied and every view of the store.
  func expectEqual(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let database = try DatabaseFile(path: file).open()
    let views = try database.rows("SELECT name FROM sqlite_master WHERE type = 'view'") {
      $0.word(0)
    }.filter { !Dialect.tablesOfViews.contains($0) }
    #expect(views.count > 15, sourceLocation: sourceLocation)
    let tables = ["runs"] + Dialect.tablesOfRuns + Dialect.wholeTables
    let queries =
      views.map { "SELECT * FROM \($0)" } + tables.map { "SELECT * FROM \($0) ORDER BY 1, 2, 3" }
    let connection = try connection()
    for query in queries {
      let (wanted, found) = (try storeRows(query), try connection.rows(query))
      #expect(wanted.count == found.count, "\(query)", sourceLocation: sourceLocation)
      let differing = zip(wanted, found).first { $0 != $1 }
      #expect(differing == nil, "\(query)", sourceLocation: sourceLocation)
    }
  }
}
