import Campus
import Testing

@testable import Report

/// Which published values the page compares.
struct HistoryTests {
  private func history(_ values: [(String, Int, Int)], period: String) throws -> PublishedHistory {
    let sample = SampleContent()
    var kpi = KPIResult(
      number: 4, id: "kpi-04", title: "", english: "", dataSource: "", unit: "", definition: "")
    kpi.value = 9
    let content = PageContent(
      run: RunResult(
        school: School(code: "1", name: ""), period: try sample.period(period), revision: 3,
        inputs: [], kpis: [kpi], findings: [FindingRecord]()),
      history: try values.map {
        PublishedValue(kpi: 4, period: try sample.period($0.0), revision: $0.1, value: $0.2)
      })
    return PublishedHistory(content, kpi: kpi)
  }

  @Test func `The last revision before this one and that of a year before`() throws {
    let history = try history(
      [
        ("2025-08-01..2025-12-31", 1, 5), ("2025-08-01..2025-12-31", 2, 6),
        ("2025-08-01..2025-12-31", 4, 8), ("2024-08-01..2024-12-31", 2, 4),
        ("2024-08-01..2024-12-31", 1, 3), ("2023-08-01..2023-12-31", 1, 2),
        ("2024-08-01..2025-07-31", 1, 7),
      ], period: "2025-08-01..2025-12-31")
    #expect(history.before?.value == 6)
    #expect(history.yearBefore?.value == 4)
    #expect(history.periods.map(\.value) == [2, 4, 7, 9])
  }

  @Test func `A February is compared with a February`() throws {
    let history = try history(
      [("2023-02-01..2023-02-28", 1, 1)], period: "2024-02-01..2024-02-29")
    #expect(history.yearBefore?.value == 1)
    let other = try self.history(
      [("2023-02-01..2023-02-27", 1, 1), ("2022-08-01..2024-07-31", 1, 1)],
      period: "2024-02-01..2024-02-29")
    #expect(other.yearBefore == nil)
  }
}
