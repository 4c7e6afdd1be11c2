import Campus

/// Keeps the ministry's detail tables of a run, column by column.
struct DetailTables {
  private let database: Database
  private let run: Int
  private let columns: PackedColumns

  init(_ database: Database, run: Int, columns: PackedColumns) {
    self.database = database
    self.run = run
    self.columns = columns
  }

  func write(_ tables: [DetailTable]) throws {
    for (position, table) in tables.enumerated() {
      try database.run(
        "INSERT INTO details VALUES (?, ?, ?, ?, ?, ?, ?)", .integer(run), .integer(position),
        .text(table.id), .integer(table.number), .text(table.title),
        .text(table.notes.joined(separator: "\n")), .integer(table.sum))
      let packed = try columns.store(
        columns.begin(
          table.columns.map { column in
            WordColumn(
              words: column.cells.distinct.map(DetailTables.word), numbers: column.cells.numbers)
          }))
      for (index, column) in table.columns.enumerated() {
        try database.run(
          "INSERT INTO detail_columns VALUES (?, ?, ?, ?, ?, ?)", .integer(run),
          .integer(position), .integer(index), .text(column.heading),
          .text(column.kind.rawValue), .integer(packed[index]))
      }
    }
  }

  func read() throws -> [DetailTable] {
    let heads = try database.rows(
      "SELECT id, kpi, title, notes, total FROM details WHERE run = ? ORDER BY position",
      .integer(run)
    ) {
      (
        id: $0.word(0), kpi: $0.number(1), title: $0.word(2),
        notes: $0.word(3).split(separator: "\n").map(String.init), sum: $0.number(4)
      )
    }
    return try heads.enumerated().map { position, head in
      let shown = try database.rows(
        """
        SELECT heading, kind, packed FROM detail_columns
        WHERE run = ? AND detail = ? ORDER BY position
        """, .integer(run), .integer(position)
      ) {
        (
          heading: $0.word(0), kind: DetailTable.Column.Kind(rawValue: $0.word(1)) ?? .text,
          packed: $0.number(2)
        )
      }.map { column in
        let cells = try columns.column(column.packed)
        return DetailTable.Column(
          heading: column.heading, kind: column.kind,
          cells: DetailCells(
            distinct: cells.words.map(DetailTables.cell), numbers: cells.numbers.array))
      }
      let table = DetailTable(
        id: head.id, number: head.kpi, title: head.title, notes: head.notes, columns: shown,
        sum: head.sum)
      guard shown.allSatisfy({ $0.cells.numbers.count == table.lineCount }) else {
        throw database.damaged("a detail table of run \(run) does not fit")
      }
      return table
    }
  }

  /// The kind of a cell as its first letter.
  private static func word(_ cell: DetailTable.Cell) -> String {
    switch cell {
    case .missing: ""
    case .text(let text): "t" + text
    case .integer(let number): "i" + String(number)
    case .decimal(let digits): "d" + digits
    }
  }

  private static func cell(_ word: String) -> DetailTable.Cell {
    guard let kind = word.first else { return .missing }
    let text = String(word.dropFirst())
    switch kind {
    case "i": return Int(text).map { .integer($0) } ?? .missing
    case "d": return .decimal(text)
    default: return .text(text)
    }
  }
}
