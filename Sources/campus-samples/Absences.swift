/// Columns and whole sources that the exports lack.
struct Absences: Sendable {
  /// `students.day_night`, `books`, `students.programme=等級別`, in the order given.
  private(set) var names: [String] = []

  /// Whether 等級別 is the header of the students' programme.
  var programmeIsLevel: Bool { names.contains("students.programme=等級別") }

  func lacks(_ table: SourceTable) -> Bool { names.contains(table.name) }

  /// The places of a source's lacking columns.
  func columns(of table: SourceTable) -> [Int] {
    table.columns.indices.filter { names.contains(table.name + "." + table.columns[$0].name) }
  }

  /// Adds a name; throws when there is no such source or optional column.
  mutating func add(_ name: String) throws {
    let parts = name.split(separator: ".", maxSplits: 1)
    guard let table = SourceTable.all.first(where: { $0.name == parts[0] }) else {
      throw Stop.usage("there is no source `\(parts[0])`")
    }
    if parts.count == 2, name != "students.programme=等級別" {
      guard let column = table.columns.first(where: { $0.name == parts[1] }), !column.required
      else {
        throw Stop.usage("\(table.name) has no optional column `\(parts[1])`")
      }
    }
    if !names.contains(name) { names.append(name) }
  }

  /// Without these too many works would have no identity, and the reject limit would stop the run.
  private static let identities: Set = ["doi", "article_no", "isbn", "book_no"]

  /// None to three lacking columns, seldom a lacking source.
  mutating func addRandom(seed: UInt64) throws {
    var random = RandomStream(seed: seed, topic: .absent)
    for _ in 0..<random.below(4) {
      let table = SourceTable.all[random.below(SourceTable.all.count)]
      if random.once(in: 8) {
        try add(table.name)
        continue
      }
      let optional = table.columns.filter {
        !$0.required && !Absences.identities.contains($0.name)
      }
      try add(table.name + "." + optional[random.below(optional.count)].name)
    }
    if random.once(in: 6) { try add("students.day_night") }
    if random.once(in: 12) { try add("students.programme=等級別") }
  }

  /// The rows of absent.csv.
  var lines: String {
    names.map { name in
      let parts = name.split(separator: ".", maxSplits: 1)
      return parts[0] + "," + (parts.count == 2 ? parts[1] : "") + "\n"
    }.joined()
  }
}
