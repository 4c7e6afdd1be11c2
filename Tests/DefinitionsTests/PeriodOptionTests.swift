import Definitions
import Testing

/// The four ways to name a period.
@Suite struct PeriodOptionTests {
  @Test(arguments: [
    (PeriodOption.period, "2025-08-01..2025-12-31", "2025-08-01..2025-12-31"),
    (.academicYear, "114", "2025-08-01..2026-07-31"),
    (.calendarYear, "2025", "2025-01-01..2025-12-31"),
    (.month, "114-09", "2025-09-01..2025-09-30"),
    (.month, "113-2", "2024-02-01..2024-02-29"),
  ]) func isRead(_ option: PeriodOption, _ text: String, _ period: String) {
    #expect(option.period(text)?.description == period)
  }

  @Test(arguments: [
    (PeriodOption.period, "2025-12-31..2025-08-01"), (.period, "2025-08-01.2025-12-31."),
    (.period, "2025-08-01"), (.period, "2025-08-01...025-12-31"), (.academicYear, "0"),
    (.academicYear, "200"), (.academicYear, "+14"), (.academicYear, "１１４"), (.academicYear, ""),
    (.calendarYear, "25"), (.calendarYear, "114"), (.month, "114-13"), (.month, "114-00"),
    (.month, "114"), (.month, "114-1-1"), (.month, "-114-01"), (.month, "114-"),
  ]) func isRefused(_ option: PeriodOption, _ text: String) {
    #expect(option.period(text) == nil)
  }

  @Test func examplesAreRead() {
    for option in PeriodOption.allCases { #expect(option.period(option.example) != nil) }
  }
}
