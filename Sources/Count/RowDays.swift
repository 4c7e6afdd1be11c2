import Campus
import Definitions

/// The day on which each row of a table happens, as a day number; missing where it has none.
enum RowDays {
  static func days(of table: Table, _ when: KPIDefinition.When) -> [Int32] {
    let missing = [Int32](repeating: TableColumn.missing, count: table.rowCount)
    switch when {
    case .day(let column), .span(let column, _):
      return table.columns[column].map { Array($0.values) } ?? missing
    case .month(let year, let month):
      guard let years = table.columns[year]?.values, let months = table.columns[month]?.values
      else { return missing }
      return zip(years, months).map { year, month in
        CalendarDate(year: Int(year), month: Int(month), day: 1)?.dayNumber ?? TableColumn.missing
      }
    case .referenceDate:
      guard let ordinals = PersonIndex.semesterOrdinals(of: table),
        let first = ordinals.min(), let last = ordinals.max()
      else { return missing }
      // There are few semesters and many rows.
      let known = (first...last).map { Semester(ordinal: Int($0)).referenceDate.dayNumber }
      return ordinals.map { known[Int($0 - first)] }
    }
  }

  /// The reference dates for which the table has rows, in order.
  static func referenceDates(of table: Table) -> [CalendarDate] {
    Set(PersonIndex.semesterOrdinals(of: table) ?? []).sorted().map {
      Semester(ordinal: Int($0)).referenceDate
    }
  }
}
