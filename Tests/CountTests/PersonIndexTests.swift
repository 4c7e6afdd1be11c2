import Campus
import Testing

@testable import Count

@Suite struct PersonIndexTests {
  /// Rows of two persons: A in 113-1, 114-1 and 114-2, B in 115-1 only.
  private var table: Table {
    var pool = BytePool()
    let (first, second) = (pool.intern("A"), pool.intern("B"))
    var table = Table(source: "students")
    table.columns["student_id"] = TableColumn(
      content: .texts(pool), values: [first, second, first, first])
    table.columns["academic_year"] = TableColumn(content: .integers, values: [114, 115, 113, 114])
    table.columns["semester"] = TableColumn(content: .integers, values: [2, 1, 1, 1])
    table.lines = [2, 3, 4, 5]
    table.fileIndexes.append(0, rows: 4)
    return table
  }

  /// Of A, whom another table calls 1, and of somebody without a row, whom it calls 0.
  private var index: PersonIndex? {
    var names = BytePool()
    for name in ["C", "A"] { _ = names.intern(name) }
    return PersonIndex(table: table, personColumn: "student_id", names: names)
  }

  @Test(arguments: [
    ("2025-10-01", 3), ("2026-02-01", 0), ("2026-01-31", 3),
    // No row of 113-2: the latest earlier one.
    ("2025-03-01", 2),
    // After all rows: the latest; before all: the earliest later one.
    ("2030-01-01", 0), ("2020-01-01", 2),
  ])
  func thePersonsRowForADay(day: String, row: Int) throws {
    let date = try #require(CalendarDate(iso: day))
    #expect(try #require(index).row(ofPerson: 1, on: date.dayNumber) == row)
  }

  @Test func someoneWithoutARowOrADay() throws {
    let index = try #require(index)
    #expect(index.row(ofPerson: 0, on: 20_000) == nil)
    #expect(index.row(ofPerson: 1, on: TableColumn.missing) == nil)
  }
}
