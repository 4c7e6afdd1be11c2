/// Days of the Gregorian calendar as numbers since 1 January 1970. The generator has its own
/// arithmetic: it must not share a mistake with the pipeline it tests.
enum CivilDay {
  static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    // Counted from 1 January of year 1, by whole years, then months.
    let before = year - 1
    var days = before * 365 + before / 4 - before / 100 + before / 400
    for earlier in 1..<12 where earlier < month { days += length(ofMonth: earlier, year) }
    return days + day - 1 - 719_162
  }

  static func components(_ number: Int) -> (year: Int, month: Int, day: Int) {
    var rest = number + 719_162
    // Whole cycles of 400, 100, 4 and 1 years; the last day of a cycle belongs to its last part.
    let era = rest / 146_097
    rest %= 146_097
    let century = min(3, rest / 36_524)
    rest -= century * 36_524
    let cycle = rest / 1461
    rest %= 1461
    let single = min(3, rest / 365)
    rest -= single * 365
    let year = era * 400 + century * 100 + cycle * 4 + single + 1
    var month = 1
    while rest >= length(ofMonth: month, year) {
      rest -= length(ofMonth: month, year)
      month += 1
    }
    return (year, month, rest + 1)
  }

  static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The first day that is no longer within three months of `start` (民法 §121).
  static func threeMonthLimit(_ start: Int) -> Int {
    let (startYear, startMonth, day) = components(start)
    let year = startMonth > 9 ? startYear + 1 : startYear
    let month = startMonth > 9 ? startMonth - 9 : startMonth + 3
    if day <= length(ofMonth: month, year) { return number(year, month, day) }
    return number(year, month, length(ofMonth: month, year)) + 1
  }

  /// `2025-08-01` as a day; nil for anything else or a day that is not in the calendar.
  static func parse(_ text: Substring) -> Int? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), year >= 1900, (1...12).contains(month),
      day >= 1, day <= length(ofMonth: month, year)
    else { return nil }
    return number(year, month, day)
  }
}

/// A semester as one number: ROC academic year × 2, plus 1 for the second semester.
enum SemesterNumber {
  static func containing(_ day: Int) -> Int {
    let (year, month, _) = CivilDay.components(day)
    if month >= 8 { return (year - 1911) * 2 }
    return (year - 1912) * 2 + (month == 1 ? 0 : 1)
  }

  static func academicYear(_ semester: Int) -> Int { semester / 2 }
  static func semester(_ semester: Int) -> Int { semester % 2 + 1 }

  static func firstDay(_ semester: Int) -> Int {
    semester % 2 == 0
      ? CivilDay.number(semester / 2 + 1911, 8, 1) : CivilDay.number(semester / 2 + 1912, 2, 1)
  }
}
