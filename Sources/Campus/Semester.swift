/// A semester of an academic year: 學期 1 from 1 August to 31 January, 學期 2 from 1 February to
/// 31 July (sources.md, section 4).
package struct Semester: Hashable, Comparable, Sendable {
  /// The academic year as a ROC year: 114 begins on 1 August 2025.
  package let academicYear: Int
  /// 1 or 2.
  package let term: Int

  package init(academicYear: Int, term: Int) {
    self.academicYear = academicYear
    self.term = term
  }

  /// The semester a day lies in.
  package init(containing day: CalendarDate) {
    let (year, month, _) = day.components
    switch month {
    case 8...12: self.init(academicYear: year - 1911, term: 1)
    case 1: self.init(academicYear: year - 1912, term: 1)
    default: self.init(academicYear: year - 1912, term: 2)
    }
  }

  /// Consecutive semesters have consecutive numbers.
  package var ordinal: Int { academicYear * 2 + term - 1 }

  package init(ordinal: Int) {
    self.init(academicYear: ordinal / 2, term: ordinal % 2 + 1)
  }

  /// 15 October for 學期 1, 15 March for 學期 2.
  package var referenceDate: CalendarDate {
    let civilYear = academicYear + (term == 1 ? 1911 : 1912)
    guard let date = CalendarDate(year: civilYear, month: term == 1 ? 10 : 3, day: 15) else {
      preconditionFailure("academic years are 1 to 199 by their value type")
    }
    return date
  }

  package static func < (left: Semester, right: Semester) -> Bool { left.ordinal < right.ordinal }
}
