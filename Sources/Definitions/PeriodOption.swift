import Campus

/// The four ways to name a reporting period, in a pipeline file by key and on the command line by
/// option (`academic_year: 114`, `--academic-year 114`).
package enum PeriodOption: String, CaseIterable, Sendable {
  case period
  case academicYear = "academic_year"
  case calendarYear = "calendar_year"
  case month

  /// The period a text names, or nil when it names none:
  /// `2025-08-01..2025-12-31`, ROC academic year `114`, `2025`, ROC month `114-09`.
  package func period(_ text: String) -> ReportingPeriod? {
    switch self {
    case .period:
      guard let period = ReportingPeriod(text), period.description == text else { return nil }
      return period
    case .academicYear:
      return PeriodOption.number(text, in: 1...199).flatMap {
        ReportingPeriod(academicYear: $0)
      }
    case .calendarYear:
      return PeriodOption.number(text, in: 1912...2110).flatMap {
        ReportingPeriod(calendarYear: $0)
      }
    case .month:
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, let year = PeriodOption.number(parts[0], in: 1...199),
        let month = PeriodOption.number(parts[1], in: 1...12)
      else { return nil }
      return ReportingPeriod(rocYear: year, month: month)
    }
  }

  /// An example of what the option takes.
  package var example: String {
    switch self {
    case .period: "2025-08-01..2025-12-31"
    case .academicYear: "114"
    case .calendarYear: "2025"
    case .month: "114-09"
    }
  }

  private static func number(_ text: some StringProtocol, in range: ClosedRange<Int>) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 4, text.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int(text), range.contains(number)
    else { return nil }
    return number
  }
}
