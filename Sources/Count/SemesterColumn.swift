import Campus

/// The semester of each row of a table as `Semester.ordinal`, worked out from its year and term;
/// missing where one of them is.
struct SemesterColumn: Sendable {
  /// All ordinals there can be: years are 1 to 199 by their value type, and terms no more.
  static let ordinals = 0..<600

  private let years: ColumnValues
  private let terms: ColumnValues

  /// Nil when the table has no semesters.
  init?(of table: Table) {
    guard let years = table.columns["academic_year"]?.values,
      let terms = table.columns["semester"]?.values
    else { return nil }
    self.years = years
    self.terms = terms
  }

  subscript(row: Int) -> Int32 {
    SemesterColumn.ordinal(years[row], terms[row], missing: TableColumn.missing)
  }

  /// The ordinals of some rows.
  func copy(_ asked: AskedRows, into ordinals: UnsafeMutableBufferPointer<Int32>) {
    let missing = TableColumn.missing
    asked.copy(years, into: ordinals)
    for (place, term) in asked.values(of: terms).enumerated() {
      ordinals[place] = SemesterColumn.ordinal(ordinals[place], term, missing: missing)
    }
  }

  @inline(__always)
  private static func ordinal(_ year: Int32, _ term: Int32, missing: Int32) -> Int32 {
    year == missing || term == missing ? missing : year * 2 + term - 1
  }
}
