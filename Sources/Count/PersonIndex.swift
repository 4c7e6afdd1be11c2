import Campus

/// Finds a person's row of a semester table for a day (kpis.md, "Look-up").
struct PersonIndex {
  private let pool: BytePool
  /// Rows grouped by person, each group in order of semester.
  private let rows: [Int32]
  /// Where the group of each person begins; one more than there are persons.
  private let starts: [Int32]
  private let semesters: SemesterColumn

  /// The table's person column must be kept, and so must `academic_year` and `semester`.
  init?(table: Table, personColumn: String) {
    guard let person = table.columns[personColumn], case .texts(let pool) = person.content,
      let semesters = SemesterColumn(of: table)
    else { return nil }
    let persons = person.values.copy(0..<person.values.count)
    self.pool = pool
    self.semesters = semesters
    var starts = [Int32](repeating: 0, count: pool.count + 1)
    for value in persons where value != TableColumn.missing { starts[Int(value) + 1] += 1 }
    for number in 0..<pool.count { starts[number + 1] += starts[number] }
    var next = starts
    var rows = [Int32](repeating: 0, count: Int(starts[pool.count]))
    for row in 0..<table.rowCount where persons[row] != TableColumn.missing {
      let number = Int(persons[row])
      // A person has few rows: the group stays sorted as it is filled.
      var slot = Int(next[number])
      while slot > Int(starts[number]), semesters[Int(rows[slot - 1])] > semesters[row] {
        rows[slot] = rows[slot - 1]
        slot -= 1
      }
      rows[slot] = Int32(row)
      next[number] += 1
    }
    self.rows = rows
    self.starts = starts
  }

  /// For each identifier of another table's pool the person's number here, or -1.
  func numbers(of other: BytePool) -> [Int32] {
    (0..<Int32(other.count)).map { number in
      other.withBytes(of: number) { pool.number(of: $0) } ?? -1
    }
  }

  /// The row of the semester the day lies in; when there is none, the latest earlier row, else the
  /// earliest later one. Nil for a person without a row.
  func row(ofPerson number: Int32, on day: Int32) -> Int? {
    guard number >= 0, day != TableColumn.missing else { return nil }
    let group = rows[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])]
    let asked = Int32(Semester(containing: CalendarDate(dayNumber: day)).ordinal)
    let notLater = group.last { semesters[Int($0)] <= asked }
    return (notLater ?? group.first).map(Int.init)
  }
}
