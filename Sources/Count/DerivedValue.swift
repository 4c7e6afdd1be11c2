/// The values that a rule may name and no column holds, each with the columns it is made of.
package enum DerivedValue: String, CaseIterable, Sendable {
  /// The row happens in the period.
  case inPeriod = "in_period"
  /// The row belongs to the reference date in question.
  case atReferenceDate = "at_reference_date"
  /// `end − start + 1`.
  case days
  /// Completed years on the day of the event.
  case age
  /// From `start` to `end`, to be within some months.
  case duration
  /// Participating countries without those of the school's own foreign staff and students.
  case countries
  /// Benchmark partners in force on the day.
  case benchmarkPartner = "benchmark_partner"
  /// The countries of those partners.
  case benchmarkPartnerCountry = "benchmark_partner_country"
  /// At least one of the KPI's figures counts the row.
  case anyFigure = "any_figure"

  /// The columns it reads beside the day of the row and the figures.
  package var columns: [String] {
    switch self {
    case .inPeriod, .anyFigure: []
    case .atReferenceDate: ["academic_year", "semester"]
    case .days, .duration: ["start", "end"]
    case .age: ["birth_date"]
    case .countries: ["participant_countries", "own_only_countries"]
    case .benchmarkPartner, .benchmarkPartnerCountry: ["partner_institutions"]
    }
  }
}
