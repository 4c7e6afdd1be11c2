import Campus

/// The values that Count derives from a row, which a condition names like a column.
package enum DerivedValue: String, CaseIterable, Sendable {
  /// The row happens in the period.
  case inPeriod = "in_period"
  /// The row belongs to the reference date in question.
  case atReferenceDate = "at_reference_date"
  /// end − start + 1.
  case days
  /// Completed years on the day.
  case age
  /// From start to end, for `within`.
  case duration
  /// `participant_countries` without `own_only_countries`.
  case countries
  /// Partners among `partner_institutions` that are in force on the day.
  case benchmarkPartner = "benchmark_partner"
  /// The countries of those partners.
  case benchmarkPartnerCountry = "benchmark_partner_country"
  /// At least one of the KPI's figures counts the row.
  case anyFigure = "any_figure"

  /// The columns without which there is nothing to derive it from.
  var needs: [String] {
    switch self {
    case .inPeriod, .anyFigure: []
    case .atReferenceDate: ["academic_year", "semester"]
    case .days, .duration: ["start", "end"]
    case .age: ["birth_date"]
    case .countries: ["participant_countries"]
    case .benchmarkPartner, .benchmarkPartnerCountry: ["partner_institutions"]
    }
  }

  /// The columns it reads beside the day of the row and the figures.
  package var columns: [String] {
    self == .countries ? needs + ["own_only_countries"] : needs
  }

  /// Whether it can be asked of a person's row that was looked up.
  var isOfPerson: Bool { self == .age }

  func kind(_ lists: CodeLists) -> ValueKind {
    switch self {
    case .inPeriod, .atReferenceDate, .anyFigure: .flag
    case .days, .age: .number
    case .duration: .span
    case .countries, .benchmarkPartnerCountry:
      lists.usable(CodeLists.countries).map { .set($0, open: false) } ?? .unknown
    case .benchmarkPartner:
      lists.usable(CodeLists.benchmarkPartners).map { .set($0, open: false) } ?? .unknown
    }
  }
}

/// The code lists by name.
struct CodeLists {
  static let countries = "countries"
  static let benchmarkPartners = "benchmark_partners"

  private(set) var lists: [String: CodeList] = [:]
  /// Lists whose file has problems that leave nothing to look up.
  private var unreadable: Set<String> = []

  var names: [String] { Array(lists.keys) + Array(unreadable) }

  mutating func add(_ list: CodeList?, name: String) {
    if let list { lists[name] = list } else { unreadable.insert(name) }
  }

  func usable(_ name: String) -> CodeList? { lists[name] }

  func exists(_ name: String) -> Bool { lists[name] != nil || unreadable.contains(name) }
}
