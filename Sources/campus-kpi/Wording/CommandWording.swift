import Campus
import Count
import Store

/// What the commands say about their results, in one language. One file implements it for each
/// language, so that the compiler finds what a language lacks.
protocol CommandWording: Sendable {
  // Runs.
  func nothingNew(_ period: ReportingPeriod, revision: Int) -> String
  func noted(run: Int) -> String
  func purged(_ record: PurgeRecord, before day: CalendarDate) -> String
  /// Pipeline, period, revision, KPI's number and name, value, target, unit and time.
  var historyHead: [String] { get }
  /// Run, pipeline, period, revision, begin, end, exit status, program and note.
  var runsHead: [String] { get }
  func evidencePurged(_ day: String) -> String

  // Definitions.
  func hold(folder: String, definitions: Int, examples: Int) -> String
  /// Rule, why a row is left out, and how many are.
  var rulesHead: [String] { get }
  var read: String { get }
  var rejected: String { get }
  var duplicates: String { get }
  var counted: String { get }
  func value(_ value: Int, unit: String) -> String
  var openReadings: String { get }

  // The verdict on a key.
  func noRow(kpi: String, key: String) -> String
  func verdict(counted: Bool) -> String
  /// Rule, verdict and the row that was looked up.
  var stepsHead: [String] { get }
  func outcome(_ step: Explanation.Step) -> String
  func publishedNothing(revision: Int) -> String
  func published(revision: Int) -> String

  // What stands in a file.
  func label(_ fact: PreviewFact) -> String
  var none: String { get }
  var withByteOrderMark: String { get }
  var noContract: String { get }
  var lineNumber: String { get }
}

/// What `preview` tells about a file.
enum PreviewFact {
  case encoding, source, records, headerLine, column, unknownColumns, footerLine, rows, rejected
}

extension Language {
  var commands: any CommandWording {
    switch self {
    case .english: EnglishCommandWording()
    case .traditionalChinese: TraditionalChineseCommandWording()
    }
  }
}
