import Campus

/// The words of the tables on the terminal, in one language. One file implements it for each
/// language, so that the compiler finds what a language lacks.
package protocol TableWording: Sendable {
  /// Whether the Chinese one of two names is shown.
  var showsChineseNames: Bool { get }
  var unavailable: String { get }
  var none: String { get }

  // The fourteen values of a run.
  /// Number, name, unit, value, target and achievement of a KPI.
  var valuesHead: [String] { get }
  var dataNotes: String { get }

  // What `check` found.
  /// Source, file, encoding, rows, rejected rows and duplicates.
  var filesHead: [String] { get }
  /// Number and name of a KPI, and whether it can be computed.
  var availabilityHead: [String] { get }
  var available: String { get }

  // What changed between two revisions.
  func difference(from old: Int, to new: Int) -> String
  func noDifference(from old: Int, to new: Int) -> String
  /// KPI, old and new value, change, keys that came and went, causes.
  var changesHead: [String] { get }
  func correctionsApplied(_ count: Int) -> String
  /// Stands for an empty value.
  var noValue: String { get }
  func correction(_ line: String) -> String

  // The published tables of the ministry.
  /// Code and name of a school, academic year, KPI, headcount and its parts.
  var schoolsHead: [String] { get }
  var allSchools: String { get }
  func funnel(_ table: OpenDataResult.TableRows) -> String
}

extension TableWording {
  /// The one of two names that is shown; the Chinese one where there is no English one.
  package func name(_ chinese: String, english: String) -> String {
    showsChineseNames || english.isEmpty ? chinese : english
  }
}

extension Language {
  package var tables: any TableWording {
    switch self {
    case .english: EnglishTableWording()
    case .traditionalChinese: TraditionalChineseTableWording()
    }
  }
}
