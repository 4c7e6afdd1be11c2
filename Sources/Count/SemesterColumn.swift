import Campus

/// The semester of each row of a table as `Semester.ordinal`, worked out from its year and term;
/// missing where one of them is.
struct SemesterColumn {
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

  subscript(row: Int) -> Int32 { SemesterColumn.ordinal(years[row], terms[row]) }

  @inline(__always)
  func forEach(
    of rows: UnsafeBufferPointer<Int32>, _ body: (_ offset: Int, _ ordinal: Int32) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: rows.count) { rowYears in
      years.forEach(of: rows) { rowYears.initializeElement(at: $0, to: $1) }
      terms.forEach(of: rows) { body($0, SemesterColumn.ordinal(rowYears[$0], $1)) }
    }
  }

  /// Those that occur, in order.
  func occurring() -> [Int32] {
    var found = ItemSet(capacity: SemesterColumn.ordinals.count)
    for start in stride(from: 0, to: years.count, by: RowBlock.size) {
      let rows = start..<min(start + RowBlock.size, years.count)
      for (year, term) in zip(years.copy(rows), terms.copy(rows)) {
        let ordinal = SemesterColumn.ordinal(year, term)
        if ordinal != TableColumn.missing { found.insert(ordinal) }
      }
    }
    return SemesterColumn.ordinals.map(Int32.init).filter(found.contains)
  }

  @inline(__always)
  private static func ordinal(_ year: Int32, _ term: Int32) -> Int32 {
    year == TableColumn.missing || term == TableColumn.missing
      ? TableColumn.missing : year * 2 + term - 1
  }
}
