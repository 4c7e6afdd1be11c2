import Campus
import Definitions
import Testing

@testable import Count

@Suite struct RowDaysTests {
  private static func table(_ columns: [String: [Int32]]) -> Table {
    var table = Table(source: "events")
    table.columns = columns.mapValues { TableColumn(content: .integers, values: $0) }
    table.lines = (columns.values.first ?? []).map { _ in 2 }
    return table
  }

  private static func days(_ table: Table, _ when: KPIDefinition.When) -> [String] {
    let days = RowDays(of: table, when)
    var read: [Int32] = []
    RowBlock.forEach(of: table.rowCount, days: days) { read += $0.asked.days }
    #expect(read == (0..<table.rowCount).map { days[$0] })
    return read.map {
      $0 == TableColumn.missing ? "-" : CalendarDate(dayNumber: $0).description
    }
  }

  @Test func theReferenceDateOfTheSemester() {
    let years = (0..<1200).map { Int32(1 + $0 % 199) }
    let table = RowDaysTests.table([
      "academic_year": [114, 114, .min, 113] + years,
      "semester": [1, 2, 1, .min] + years.map { $0 % 2 + 1 },
    ])
    let days = RowDaysTests.days(table, .referenceDate)
    #expect(days[..<4] == ["2025-10-15", "2026-03-15", "-", "-"])
    for (year, day) in zip(years, days[4...]) {
      let semester = Semester(academicYear: Int(year), term: Int(year) % 2 + 1)
      #expect(day == semester.referenceDate.description)
    }
    #expect(
      RowDays(of: table, .referenceDate).occurring(inTableOf: table.rowCount)
        == Set(days.compactMap(CalendarDate.init(iso:))).map(\.dayNumber).sorted())
  }

  @Test func theFirstDayOfTheMonth() {
    let table = RowDaysTests.table([
      "year": [2025, .min, 2025, 2025, 0], "month": [12, 1, .min, 13, 1],
    ])
    #expect(
      RowDaysTests.days(table, .month(year: "year", month: "month"))
        == ["2025-12-01", "-", "-", "-", "-"])
  }

  @Test func withoutTheColumnThereIsNoDay() {
    let table = RowDaysTests.table(["year": [2025, 2026]])
    #expect(RowDaysTests.days(table, .referenceDate) == ["-", "-"])
    #expect(RowDaysTests.days(table, .day(column: "start")) == ["-", "-"])
    #expect(RowDaysTests.days(table, .month(year: "year", month: "month")) == ["-", "-"])
    #expect(RowDays(of: table, .referenceDate).occurring(inTableOf: 2) == [])
  }
}
