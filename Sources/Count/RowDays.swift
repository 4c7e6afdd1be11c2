import Campus
import Definitions

/// The day on which each row of a table happens, as a day number; missing where it has none.
///
/// Worked out for the rows in question, not kept for all of them.
struct RowDays {
  private enum Origin {
    case none
    case column(ColumnValues)
    /// The first day of a month.
    case month(years: ColumnValues, months: ColumnValues)
    /// The reference date of each semester by its ordinal.
    case semester(SemesterColumn, referenceDays: [Int32])
  }

  private let origin: Origin

  init(of table: Table, _ when: KPIDefinition.When) {
    switch when {
    case .day(let column), .span(let column, _):
      origin = table.columns[column].map { .column($0.values) } ?? .none
    case .month(let year, let month):
      guard let years = table.columns[year]?.values, let months = table.columns[month]?.values
      else {
        origin = .none
        return
      }
      origin = .month(years: years, months: months)
    case .referenceDate:
      origin =
        SemesterColumn(of: table).map {
          .semester($0, referenceDays: RowDays.referenceDays)
        } ?? .none
    }
  }

  private static var referenceDays: [Int32] {
    SemesterColumn.ordinals.map { Semester(ordinal: $0).referenceDate.dayNumber }
  }

  subscript(row: Int) -> Int32 {
    switch origin {
    case .none: TableColumn.missing
    case .column(let values): values[row]
    case .month(let years, let months): RowDays.firstDay(years[row], months[row])
    case .semester(let semesters, let referenceDays):
      RowDays.referenceDay(semesters[row], referenceDays)
    }
  }

  /// The days of some rows.
  func fill(_ days: UnsafeMutableBufferPointer<Int32>, of rows: UnsafeBufferPointer<Int32>) {
    switch origin {
    case .none: days.update(repeating: TableColumn.missing)
    case .column(let values): values.forEach(of: rows) { days[$0] = $1 }
    case .month(let years, let months):
      for offset in rows.indices {
        let row = Int(rows[offset])
        days[offset] = RowDays.firstDay(years[row], months[row])
      }
    case .semester(let semesters, let referenceDays):
      semesters.forEach(of: rows) { days[$0] = RowDays.referenceDay($1, referenceDays) }
    }
  }

  @inline(__always)
  private static func referenceDay(_ ordinal: Int32, _ referenceDays: [Int32]) -> Int32 {
    guard !referenceDays.indices.contains(Int(ordinal)) else { return referenceDays[Int(ordinal)] }
    // Only a worked example can state a year that no column accepts.
    return ordinal == TableColumn.missing
      ? ordinal : Semester(ordinal: Int(ordinal)).referenceDate.dayNumber
  }

  private static func firstDay(_ year: Int32, _ month: Int32) -> Int32 {
    CalendarDate(year: Int(year), month: Int(month), day: 1)?.dayNumber ?? TableColumn.missing
  }
}
