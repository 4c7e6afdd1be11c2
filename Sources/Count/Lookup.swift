import Campus

/// For each row of a table the row of its person in another table.
struct Lookup {
  let source: String
  let table: Table
  /// -1 for a row without a person, or whose person has no row.
  let rows: [Int32]

  /// - Parameters:
  ///   - persons: the column of the first table that names them.
  ///   - days: those of the rows; the person's row is that of the semester they lie in.
  init(
    from table: Table, to other: Table, persons: ColumnValues, index: PersonIndex, days: RowDays
  ) {
    let missing = TableColumn.missing
    var rows: [Int32] = []
    rows.reserveCapacity(table.rowCount)
    RowBlock.forEach(of: table.rowCount, days: days) { block in
      let asked = block.asked
      for (person, day) in zip(asked.values(of: persons), asked.days) {
        let found = person == missing ? nil : index.row(ofPerson: person, on: day)
        rows.append(found.map(Int32.init) ?? -1)
      }
    }
    self.source = other.source
    self.table = other
    self.rows = rows
  }

  /// The person's row for a row.
  func row(for row: Int) -> Int? { rows[row] < 0 ? nil : Int(rows[row]) }

  /// What a condition on the person's row says; unknown for a person who has none, and no where it
  /// neither holds nor fails.
  func evaluate(_ condition: Predicate, _ asked: AskedRows, into truths: Truths) {
    guard table.rowCount > 0 else { return truths.update(repeating: .unknown) }
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: asked.count) { persons in
      // A person without a row borrows the first one, whose answer is thrown away.
      for offset in asked.rows.indices {
        persons.initializeElement(at: offset, to: max(0, rows[Int(asked.rows[offset])]))
      }
      condition.evaluate(
        AskedRows(
          rows: .init(persons), range: nil, days: asked.days, scratch: asked.scratch),
        into: truths)
    }
    for offset in truths.indices {
      if rows[Int(asked.rows[offset])] < 0 {
        truths[offset] = .unknown
      } else if truths[offset] == .unknown {
        truths[offset] = .fails
      }
    }
  }
}
