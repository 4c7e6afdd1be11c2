import Campus
import Definitions
import Store

/// Where the database and the reports of a command lie: as the options say, else as the pipeline.
struct StoreLocation {
  private let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  /// The pipeline is read only where the command line does not say.
  func database() throws -> String {
    if let file = try arguments["--database"].map({ try DatabaseAddress($0) })?.file { return file }
    return try settings().database()
  }

  /// A connection to the PostgreSQL database that holds a copy; nil where none is named.
  func databaseCopy() throws -> (any StoreCopy)? {
    if let named = arguments["--database"] { return try DatabaseAddress(named).copy() }
    return try settings().databaseCopy()
  }

  func output() throws -> String {
    if let named = arguments["--output"] { return named }
    return try settings().output()
  }

  private func settings() throws -> RunSettings {
    try RunSettings(arguments, pipeline: arguments["--pipeline"])
  }

  /// The published run that a word names: the revision `2` of the period that was published last, or
  /// of the one that `--period` and its like give; `2025-08-01..2025-12-31/2`; `run-17` as in
  /// `campus-kpi runs`; or `latest`.
  func run(_ word: String, in store: Store) throws -> StoredRun {
    let published = try store.runs().filter {
      $0.revision != nil && $0.pipeline == arguments["--pipeline"] ?? $0.pipeline
    }
    var found: StoredRun?
    if word.hasPrefix("run-"), let number = Int(word.dropFirst(4)) {
      found = published.first { $0.run == number }
    } else {
      let parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      let named = parts.count == 2 ? ReportingPeriod(parts[0]) : nil
      guard parts.count == 1 || named != nil else { throw unknown(word) }
      let given = try named ?? RunSettings.period(arguments)
      let last = published.last { $0.period == given ?? $0.period }
      let ofPeriod = published.filter {
        $0.pipeline == last?.pipeline && $0.period == last?.period
      }
      let number = parts[parts.count - 1]
      guard number == "latest" || Int(number) != nil else { throw unknown(word) }
      found = number == "latest" ? ofPeriod.last : ofPeriod.first { $0.revision == Int(number) }
    }
    guard let found else {
      throw Failure(
        .usage, "no published revision is called '\(word)'",
        help: "see 'campus-kpi runs'; another period's is named 2025-08-01..2025-12-31/2")
    }
    return found
  }

  private func unknown(_ word: String) -> Failure {
    Failure(
      .usage, "'\(word)' names no revision",
      help: "such as 2, 2025-08-01..2025-12-31/2, run-17 or latest")
  }

  /// The number of a KPI: `4` or `kpi-04`.
  static func kpi(_ word: String) throws -> Int {
    let digits = word.hasPrefix("kpi-") ? word.dropFirst(4) : word[...]
    guard let number = Int(digits), (1...14).contains(number) else {
      throw Failure(.usage, "no KPI is called '\(word)'", help: "such as kpi-04 or 4")
    }
    return number
  }
}
