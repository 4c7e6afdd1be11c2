/// The days a report covers, both included.
package struct ReportingPeriod: Hashable, Sendable {
  package let from: CalendarDate
  package let to: CalendarDate

  /// Nil when the last day is before the first.
  package init?(from: CalendarDate, to: CalendarDate) {
    guard from <= to else { return nil }
    self.from = from
    self.to = to
  }

  /// One day.
  package init(day: CalendarDate) {
    from = day
    to = day
  }

  /// `2025-08-01..2025-12-31`.
  package init?(_ text: String) {
    let ends = text.split(separator: ".", omittingEmptySubsequences: true)
    guard ends.count == 2, let from = CalendarDate(iso: ends[0]),
      let to = CalendarDate(iso: ends[1])
    else { return nil }
    self.init(from: from, to: to)
    guard description == text else { return nil }
  }

  /// 1 August to 31 July of a ROC academic year: 114 is 2025-08-01..2026-07-31.
  package init?(academicYear: Int) {
    guard let from = CalendarDate(year: academicYear + 1911, month: 8, day: 1),
      let to = CalendarDate(year: academicYear + 1912, month: 7, day: 31)
    else { return nil }
    self.init(from: from, to: to)
  }

  /// 1 January to 31 December of a year of the common era.
  package init?(calendarYear: Int) {
    guard let from = CalendarDate(year: calendarYear, month: 1, day: 1),
      let to = CalendarDate(year: calendarYear, month: 12, day: 31)
    else { return nil }
    self.init(from: from, to: to)
  }

  /// One month of a ROC year.
  package init?(rocYear: Int, month: Int) {
    guard (1...12).contains(month),
      let from = CalendarDate(year: rocYear + 1911, month: month, day: 1),
      let to = CalendarDate(
        year: rocYear + 1911, month: month,
        day: CalendarDate.days(inMonth: month, of: rocYear + 1911))
    else { return nil }
    self.init(from: from, to: to)
  }

  package func contains(_ day: CalendarDate) -> Bool { from <= day && day <= to }

  /// The period in the ministry's way of writing it: `114年8月至114年12月`, with days only where
  /// it does not begin and end with a month.
  package var label: String {
    let first = from.components
    let last = to.components
    let wholeMonths =
      first.day == 1 && last.day == CalendarDate.days(inMonth: last.month, of: last.year)
    func name(_ date: (year: Int, month: Int, day: Int)) -> String {
      let month = "\(date.year - 1911)年\(date.month)月"
      return wholeMonths ? month : month + "\(date.day)日"
    }
    let (begin, end) = (name(first), name(last))
    return begin == end ? begin : begin + "至" + end
  }
}

extension ReportingPeriod: CustomStringConvertible {
  package var description: String { "\(from)..\(to)" }
}
