/// Which rows of a source are faulty, and how. At most `share` of a source's rows are rejected for
/// it, however few rows there are.
struct RowFaults: Sendable {
  enum Kind { case none, conflict, single }

  let table: SourceTable
  let world: World
  let rows: Int
  /// Rows in which up to three may be rejected, and in which one may.
  private let large: Int
  private let small: Int

  /// `share` is in parts of ten thousand.
  init(table: SourceTable, world: World, rows: Int, share: Int) {
    self.table = table
    self.world = world
    self.rows = rows
    large = max(6, (30_000 + share - 1) / share)
    small = max(2, (10_000 + share - 1) / share)
  }

  /// What is wrong with a row. A conflicting row takes the place of the row before it and differs.
  func kind(of row: Int) -> Kind {
    let block = row / large
    let within = row % large
    guard block < rows / large else {
      let rest = rows % large
      guard within / small < rest / small else { return .none }
      var random = world.stream(.fault, table, -1 - within / small)
      return random.below(small) == within % small ? .single : .none
    }
    var random = world.stream(.fault, table, block)
    if table.hasKey, random.once(in: 3) {
      return within == 1 + random.below(large - 1) ? .conflict : .none
    }
    let third = large / 3
    for part in 0..<3 where within == part * third + random.below(third) { return .single }
    return .none
  }

  /// Breaks a row that was filled.
  func spoil(_ row: inout Row, _ number: Int) {
    var random = world.stream(.fault, table, number, 1)
    switch random.below(12) {
    case 0: row.fault = .fieldCount
    case 1: row.fault = .badCharacter
    case 2, 3: dropRequired(&row, &random)
    case 4, 5:
      guard let start = table.place(of: "start"), let end = table.place(of: "end") else {
        return invalidate(&row, &random)
      }
      row.cells[end] = row.cells[start]
      row.cells[end].value -= UInt64(1 + random.below(40))
    default: invalidate(&row, &random)
    }
  }

  /// Makes a row differ from the row whose key it has.
  func contradict(_ row: inout Row, _ number: Int) {
    var random = world.stream(.fault, table, number, 1)
    let places = table.columns.indices.filter { place in
      if table.columns[place].key { return false }
      switch table.columns[place].type {
      case .text, .yesNo, .code: return true
      default: return false
      }
    }
    let place = places[random.below(places.count)]
    let cell = row.cells[place]
    switch table.columns[place].type {
    case .yesNo:
      row.cells[place] = Cell(state: .value, value: cell.value ^ 1)
    case .code(let name):
      let next = cell.state == .value ? (cell.value + 1) % UInt64(name.codes.count) : 0
      row.cells[place] = Cell(state: .value, value: next)
    default:
      let start = row.texts.count
      row.texts.append("（更正）")
      row.cells[place] = Cell(state: .value, start: start, length: row.texts.count - start)
    }
  }

  private func dropRequired(_ row: inout Row, _ random: inout RandomStream) {
    if table.name == "publications" || table.name == "books", random.once(in: 2) {
      row.cells[0] = Cell()
      row.cells[1] = Cell()
      return
    }
    let places = table.columns.indices.filter { table.columns[$0].required }
    row.cells[places[random.below(places.count)]] = Cell()
  }

  private static let words: [StaticString] = ["?", "不詳", "ZZZ", "？？"]
  private static let dates: [StaticString] = [
    "2025-02-30", "2025-13-01", "?", "1850-05-05", "2023-02-29", "2025-00-10", "不詳",
  ]
  private static let numbers: [StaticString] = ["-5", "abc", "1..5", "?", "1e3", "…"]
  private static let years: [StaticString] = ["1899", "10000", "20x5", "-114"]
  private static let months: [StaticString] = ["0", "13", "?", "8.5"]
  private static let semesters: [StaticString] = ["0", "3", "?", "1.5"]
  private static let academicYears: [StaticString] = ["0", "200", "1911", "1x4"]
  private static let flags: [StaticString] = ["?", "maybe", "2", "不詳"]

  /// Puts a word into a cell that no spelling makes valid.
  private func invalidate(_ row: inout Row, _ random: inout RandomStream) {
    let first = random.below(table.columns.count)
    let draw = random.below(64)
    for offset in 0..<table.columns.count {
      let place = (first + offset) % table.columns.count
      let words: [StaticString]
      switch table.columns[place].type {
      case .text, .identifier, .doi, .isbn, .codes(.benchmarkPartners): continue
      case .code, .codes: words = RowFaults.words
      case .date: words = RowFaults.dates
      case .decimal: words = RowFaults.numbers
      case .year: words = RowFaults.years
      case .month: words = RowFaults.months
      case .semester: words = RowFaults.semesters
      case .academicYear: words = RowFaults.academicYears
      case .yesNo: words = RowFaults.flags
      }
      return row.spoil(place, with: words[draw % words.count])
    }
  }
}
