import Campus
import SeededRandomness

@testable import Count

/// Rows with values of every width, some of them missing, and the table that holds them.
struct RandomRows {
  struct Row {
    let kind: Int?
    let isOpen: Bool
    let number: Int?
    let day: Int?
    let end: Int?
    let person: String?
  }

  static let kinds = CodeList(
    name: "kinds",
    entries: ["talk", "visit", "course", "other"].map {
      CodeList.Entry(code: $0, label: $0, english: $0)
    }, words: [:])

  let rows: [Row]

  init(count: Int, using random: inout SplitMix64) {
    func some<Value>(_ value: Value) -> Value? {
      Int.random(in: 0..<8, using: &random) == 0 ? nil : value
    }
    rows = (0..<count).map { _ in
      let day = some(Int.random(in: -2...2, using: &random))
      return Row(
        kind: some(Int.random(in: 0..<4, using: &random)), isOpen: Bool.random(using: &random),
        number: some(Int.random(in: -70_000...70_000, using: &random)), day: day,
        end: some((day ?? 0) + Int.random(in: 0..<100, using: &random)),
        person: some("P\(Int.random(in: 0..<40, using: &random))"))
    }
  }

  var table: Table {
    var table = Table(source: "events")
    var pool = BytePool()
    table.columns["kind"] = column(.codes(RandomRows.kinds), \.kind)
    table.columns["open"] = TableColumn(content: .flags, values: rows.map { $0.isOpen ? 1 : 0 })
    table.columns["number"] = column(.integers, \.number)
    table.columns["day"] = column(.dates, \.day)
    table.columns["start"] = table.columns["day"]
    table.columns["end"] = column(.dates, \.end)
    let persons = rows.map { $0.person.map { Int(pool.intern($0)) } }
    table.columns["person"] = TableColumn(
      content: .texts(pool), values: RandomRows.numbers(persons))
    table.lines = rows.indices.map { Int32($0 + 2) }
    return table
  }

  private func column(_ content: TableColumn.Content, _ value: (Row) -> Int?) -> TableColumn {
    TableColumn(content: content, values: RandomRows.numbers(rows.map(value)))
  }

  static func numbers(_ values: [Int?]) -> [Int32] {
    values.map { $0.map(Int32.init) ?? TableColumn.missing }
  }
}

/// Some of the persons in some semesters.
struct RandomPersons {
  struct Row {
    let person: String
    let semester: Semester
    let kind: Int?
  }

  let rows: [Row]
  private let ofPerson: [String: [Row]]

  init(using random: inout SplitMix64) {
    var rows: [Row] = []
    // The events happen in the semester 116: some persons have rows only before it or after it.
    for person in 0..<30 {
      for ordinal in 114...120 where Int.random(in: 0..<4, using: &random) == 0 {
        rows.append(
          Row(
            person: "P\(person)", semester: Semester(ordinal: ordinal),
            kind: Bool.random(using: &random) ? Int.random(in: 0..<4, using: &random) : nil))
      }
    }
    ofPerson = Dictionary(grouping: rows, by: \.person)
    self.rows = rows.shuffled(using: &random)
  }

  var table: Table {
    var table = Table(source: "persons")
    var pool = BytePool()
    table.columns["person"] = TableColumn(
      content: .texts(pool), values: rows.map { pool.intern($0.person) })
    table.columns["person"]?.content = .texts(pool)
    table.columns["academic_year"] = TableColumn(
      content: .integers, values: rows.map { Int32($0.semester.academicYear) })
    table.columns["semester"] = TableColumn(
      content: .integers, values: rows.map { Int32($0.semester.term) })
    table.columns["kind"] = TableColumn(
      content: .codes(RandomRows.kinds), values: RandomRows.numbers(rows.map(\.kind)))
    table.lines = rows.indices.map { Int32($0 + 2) }
    return table
  }

  /// The row of the semester of the day, else the latest before, else the earliest after.
  func row(of person: String?, on day: Int?) -> Row? {
    guard let person, let day else { return nil }
    let asked = Semester(containing: CalendarDate(dayNumber: Int32(day)))
    let own = ofPerson[person]?.sorted { $0.semester < $1.semester }
    return own?.last { $0.semester <= asked } ?? own?.first
  }
}
