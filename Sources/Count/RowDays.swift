import Campus
import Definitions

/// The day on which each row of a table happens, as a day number; missing where it has none.
///
/// Worked out for the rows in question, not kept for all of them.
struct RowDays: Sendable {
  private enum Origin: Sendable {
    case none
    case column(ColumnValues)
    /// The first day of a month.
    case month(years: ColumnValues, months: ColumnValues)
    /// The reference date of each semester by its ordinal.
    case semester(SemesterColumn, referenceDays: [Int32])
  }

  /// Those of a table whose days nobody asks for.
  static let none = RowDays(.none)

  private let origin: Origin

  private init(_ origin: Origin) { self.origin = origin }

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
      let days = SemesterColumn.ordinals.map { Semester(ordinal: $0).referenceDate.dayNumber }
      origin = SemesterColumn(of: table).map { .semester($0, referenceDays: days) } ?? .none
    }
  }

  subscript(row: Int) -> Int32 {
    let missing = TableColumn.missing
    switch origin {
    case .none: return missing
    case .column(let values): return values[row]
    case .month(let years, let months):
      return RowDays.firstDay(years[row], months[row], missing: missing)
    case .semester(let semesters, let days):
      return RowDays.referenceDay(semesters[row], days, missing: missing)
    }
  }

  /// The days of some rows.
  func fill(_ days: UnsafeMutableBufferPointer<Int32>, for asked: AskedRows) {
    let missing = TableColumn.missing
    switch origin {
    case .none:
      for place in 0..<asked.count { days[place] = missing }
    case .column(let values): asked.copy(values, into: days)
    case .month(let years, let months):
      asked.copy(years, into: days)
      for (place, month) in asked.values(of: months).enumerated() {
        days[place] = RowDays.firstDay(days[place], month, missing: missing)
      }
    case .semester(let semesters, let referenceDays):
      semesters.copy(asked, into: days)
      for place in 0..<asked.count {
        days[place] = RowDays.referenceDay(days[place], referenceDays, missing: missing)
      }
    }
  }

  /// Those on which some row happens, in order.
  func occurring(inTableOf rowCount: Int) -> [Int32] {
    var found: [Int32] = []
    RowBlock.forEach(of: rowCount, days: self) { block in
      // Hundreds of thousands of rows have a few reference dates.
      for day in block.asked.days where !found.contains(day) { found.append(day) }
    }
    return found.filter { $0 != TableColumn.missing }.sorted()
  }

  @inline(__always)
  private static func firstDay(_ year: Int32, _ month: Int32, missing: Int32) -> Int32 {
    CalendarDate(year: Int(year), month: Int(month), day: 1)?.dayNumber ?? missing
  }

  @inline(__always)
  private static func referenceDay(
    _ ordinal: Int32, _ referenceDays: [Int32], missing: Int32
  ) -> Int32 {
    if referenceDays.indices.contains(Int(ordinal)) { return referenceDays[Int(ordinal)] }
    // Only a worked example can state a year that no column accepts.
    return ordinal == missing ? missing : Semester(ordinal: Int(ordinal)).referenceDate.dayNumber
  }
}
