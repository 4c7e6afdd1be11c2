import Campus

/// The packed columns of the database: written once however many KPIs and runs share them.
final class PackedColumns {
  private let database: Database
  private let workers: Workers
  private let insert: Statement
  private let find: Statement
  private let read: Statement
  /// Expanding a column twice in one comparison is spared.
  private var expanded: [Int: WordColumn] = [:]
  /// Packing a column twice as well, which several KPIs share.
  private var stored: [(column: WordColumn, packed: Int)] = []

  /// - Parameter workers: those that pack what is stored.
  init(_ database: Database, workers: Workers = Workers()) throws {
    self.database = database
    self.workers = workers
    insert = try database.prepare(
      "INSERT INTO packed_columns (digest, size, bytes) VALUES (?, ?, ?)")
    find = try database.prepare(
      "SELECT packed, bytes FROM packed_columns WHERE digest = ? AND size = ?")
    read = try database.prepare("SELECT size, bytes FROM packed_columns WHERE packed = ?")
  }

  /// Begins to pack columns beside what the caller goes on to do.
  func begin(_ columns: [WordColumn]) -> PendingColumns {
    var new: [WordColumn] = []
    let places = columns.map { column -> PendingColumns.Place in
      if let known = stored.first(where: { $0.column == column }) { return .stored(known.packed) }
      if let same = new.firstIndex(of: column) { return .new(same) }
      new.append(column)
      return .new(new.count - 1)
    }
    return PendingColumns(
      places: places, new: new,
      packed: workers.begin(count: new.count) { [new] in try PackedColumn(new[$0]) })
  }

  /// The numbers of columns, new or known.
  func store(_ pending: PendingColumns) throws -> [Int] {
    let numbers = try pending.packed.values().map(store)
    stored += zip(pending.new, numbers).map { ($0, $1) }
    return pending.places.map { place in
      switch place {
      case .stored(let number): number
      case .new(let index): numbers[index]
      }
    }
  }

  /// The number of a column, new or known.
  func store(_ column: WordColumn) throws -> Int { try store(begin([column]))[0] }

  /// A digest only finds candidates; bytes decide.
  private func store(_ column: PackedColumn) throws -> Int {
    try find.bind([.integer(column.digest), .integer(column.size)])
    defer { try? find.reset() }
    while try find.step() {
      if column.isSame(as: find.bytes(1)) { return find.number(0) }
    }
    try insert.run([.integer(column.digest), .integer(column.size), .blob(column.compressed)])
    return database.lastInsertedRow
  }

  func column(_ packed: Int) throws -> WordColumn {
    if let known = expanded[packed] { return known }
    try read.bind([.integer(packed)])
    defer { try? read.reset() }
    guard try read.step(),
      let bytes = Inflation.expanded(read.bytes(1), size: read.number(0)),
      let column = ColumnPacking.column(from: bytes)
    else { throw database.damaged("a packed column cannot be read") }
    expanded[packed] = column
    return column
  }

  /// Forgets what was expanded and stored, when the KPIs of another source begin.
  func forget() {
    expanded.removeAll()
    stored.removeAll()
  }
}
