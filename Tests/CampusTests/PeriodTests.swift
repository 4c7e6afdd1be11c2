import Testing

@testable import Campus

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2025-08-01..2025-12-31", "114年8月至114年12月"), ("2025-09-01..2025-09-30", "114年9月"),
    ("2025-08-15..2025-12-31", "114年8月15日至114年12月31日"),
    ("2025-08-01..2025-08-01", "114年8月1日"), ("2024-02-01..2024-02-29", "113年2月"),
  ])
  func theLabelIsTheMinistrysWayOfWriting(text: String, label: String) throws {
    let period = try #require(ReportingPeriod(text))
    #expect(period.label == label)
    #expect(period.description == text)
  }

  @Test(arguments: [
    "2025-12-31..2025-08-01", "2025-08-01", "2025-08-01...2025-12-31", "2025-08-01.2025-12-31.",
    "2025-08-01..2025-02-30",
  ])
  func whatIsNoPeriod(text: String) {
    #expect(ReportingPeriod(text) == nil)
  }

  @Test func yearsAndMonths() {
    #expect(ReportingPeriod(academicYear: 114)?.description == "2025-08-01..2026-07-31")
    #expect(ReportingPeriod(calendarYear: 2025)?.description == "2025-01-01..2025-12-31")
    #expect(ReportingPeriod(rocYear: 113, month: 2)?.description == "2024-02-01..2024-02-29")
    #expect(ReportingPeriod(rocYear: 114, month: 13) == nil)
  }

  @Test(arguments: [
    ("2025-08-01", 114, 1), ("2026-01-31", 114, 1), ("2026-02-01", 114, 2),
    ("2026-07-31", 114, 2), ("2026-08-01", 115, 1), ("2025-12-31", 114, 1),
  ])
  func theSemesterADayLiesIn(day: String, year: Int, term: Int) throws {
    let date = try #require(CalendarDate(iso: day))
    let semester = Semester(containing: date)
    #expect(semester == Semester(academicYear: year, term: term))
    #expect(Semester(ordinal: semester.ordinal) == semester)
  }

  @Test func referenceDates() {
    #expect(Semester(academicYear: 114, term: 1).referenceDate.description == "2025-10-15")
    #expect(Semester(academicYear: 114, term: 2).referenceDate.description == "2026-03-15")
  }
}
