/// The value of one KPI as one revision of a period published it.
package struct PublishedValue: Hashable, Sendable {
  /// 1 to 14.
  package let kpi: Int
  package let period: ReportingPeriod
  package let revision: Int
  /// Nil when the KPI was unavailable.
  package let value: Int?

  package init(kpi: Int, period: ReportingPeriod, revision: Int, value: Int?) {
    self.kpi = kpi
    self.period = period
    self.revision = revision
    self.value = value
  }
}

extension ReportingPeriod {
  /// Whether the other period covers the same days of some other year (a February ends when it
  /// ends), so that their values can be compared.
  package func coversSameDays(as other: ReportingPeriod) -> Bool {
    let (first, otherFirst) = (from.components, other.from.components)
    let (last, otherLast) = (to.components, other.to.components)
    func closes(_ date: (year: Int, month: Int, day: Int)) -> Bool {
      date.day == CalendarDate.days(inMonth: date.month, of: date.year)
    }
    return first.month == otherFirst.month && first.day == otherFirst.day
      && last.month == otherLast.month
      && (last.day == otherLast.day || (closes(last) && closes(otherLast)))
      && last.year - first.year == otherLast.year - otherFirst.year
  }

  /// Whether the other period is this one a year before.
  package func isYearAfter(_ other: ReportingPeriod) -> Bool {
    coversSameDays(as: other) && from.components.year == other.from.components.year + 1
  }
}
