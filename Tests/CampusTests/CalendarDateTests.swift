import Testing

@testable import Campus

@Suite struct CalendarDateTests {
  private func date(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(iso: text))
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2025-10-15", 20_376),
    ("1900-03-01", -25_508), ("9999-12-31", 2_932_896),
  ])
  func aDayIsNumberedFromTheEpoch(text: String, number: Int32) throws {
    #expect(try date(text).dayNumber == number)
    #expect(CalendarDate(dayNumber: number).description == text)
  }

  @Test func everyDayOfFourHundredYearsFollowsTheOneBefore() throws {
    var number = try date("1801-01-01").dayNumber
    for year in 1801...2200 {
      for month in 1...12 {
        for day in 1...CalendarDate.days(inMonth: month, of: year) {
          let date = try #require(CalendarDate(year: year, month: month, day: day))
          #expect(date.dayNumber == number)
          #expect(date.components == (year, month, day))
          number += 1
        }
      }
    }
  }

  @Test(arguments: [
    "2025-02-29", "1900-02-29", "2025-00-10", "2025-13-01", "2025-04-31", "2025-1-01", "0000-01-01",
    "2025-01-01 ", "２０２５-01-01", "",
  ])
  func whatTheCalendarDoesNotHaveIsNoDate(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  /// 民法 §121: within three months ends before the day of the same number, or before the first of
  /// the following month when there is none.
  @Test(arguments: [
    ("2025-08-01", "2025-10-31", true), ("2025-08-01", "2025-11-01", false),
    ("2025-11-30", "2026-02-28", true), ("2025-11-30", "2026-03-01", false),
    ("2023-11-30", "2024-02-29", true), ("2023-11-30", "2024-03-01", false),
    ("2025-11-15", "2026-02-14", true), ("2025-11-15", "2026-02-15", false),
    ("2025-01-31", "2025-04-30", true), ("2025-01-31", "2025-05-01", false),
    ("2025-12-31", "2026-03-30", true), ("2025-12-31", "2026-03-31", false),
  ])
  func threeMonths(start: String, end: String, isWithin: Bool) throws {
    let limit = try date(start).limit(ofMonths: 3)
    #expect((try date(end) < limit) == isWithin)
  }

  @Test(arguments: [
    ("1980-10-15", "2025-10-14", 44), ("1980-10-15", "2025-10-15", 45),
    ("1979-10-15", "2025-10-14", 45), ("1979-10-15", "2025-10-15", 46),
    ("1980-02-29", "2026-02-28", 45), ("1980-02-29", "2026-03-01", 46),
    ("1980-02-29", "2024-02-28", 43), ("1980-02-29", "2024-02-29", 44),
  ])
  func ageIsInCompletedYears(birth: String, day: String, years: Int) throws {
    #expect(try date(birth).completedYears(on: try date(day)) == years)
  }
}
