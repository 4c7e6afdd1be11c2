import Campus

/// Finds the row of a semester table for a person whom another table names, and a day (kpis.md,
/// "Look-up").
struct PersonIndex {
  /// The rows of the persons who are named, each person's together in order of semester.
  private let rows: [Int32]
  /// Where the rows of each person begin, by the identifier's number in the naming table; one more
  /// than there are identifiers.
  private let starts: [Int32]
  private let semesters: SemesterColumn

  /// The table's person column must be kept, and so must `academic_year` and `semester`.
  ///
  /// - Parameter names: the identifiers of the naming table. Nobody else is looked for: a table of
  ///   a million rows has few that are.
  init?(table: Table, personColumn: String, names: BytePool) {
    guard let person = table.columns[personColumn], case .texts(let pool) = person.content,
      let semesters = SemesterColumn(of: table)
    else { return nil }
    // By the number in this table that in the naming one, or -1.
    var namedAs = [Int32](repeating: -1, count: pool.count)
    for (name, own) in pool.numbers(of: names).enumerated() where own >= 0 {
      namedAs[Int(own)] = Int32(name)
    }
    var named: [(row: Int32, name: Int32)] = []
    var starts = [Int32](repeating: 0, count: names.count + 1)
    let missing = TableColumn.missing
    RowBlock.forEach(of: table.rowCount, days: .none) { block in
      let asked = block.asked
      for (row, own) in zip(asked.rows, asked.values(of: person.values)) where own != missing {
        let name = namedAs[Int(own)]
        guard name >= 0 else { continue }
        named.append((row, name))
        starts[Int(name) + 1] += 1
      }
    }
    for name in 0..<names.count { starts[name + 1] += starts[name] }
    var next = starts
    var rows = [Int32](repeating: 0, count: named.count)
    for (row, name) in named {
      // A person has few rows: the group stays sorted as it is filled.
      var slot = Int(next[Int(name)])
      let semester = semesters[Int(row)]
      while slot > Int(starts[Int(name)]), semesters[Int(rows[slot - 1])] > semester {
        rows[slot] = rows[slot - 1]
        slot -= 1
      }
      rows[slot] = row
      next[Int(name)] += 1
    }
    self.rows = rows
    self.starts = starts
    self.semesters = semesters
  }

  /// The row of the semester the day lies in; when there is none, the latest earlier row, else the
  /// earliest later one. Nil for a person without a row.
  func row(ofPerson number: Int32, on day: Int32) -> Int? {
    guard day != TableColumn.missing else { return nil }
    let group = Int(starts[Int(number)])..<Int(starts[Int(number) + 1])
    let asked = Int32(Semester(containing: CalendarDate(dayNumber: day)).ordinal)
    let place = group.last { semesters[Int(rows[$0])] <= asked } ?? group.first
    return place.map { Int(rows[$0]) }
  }
}
