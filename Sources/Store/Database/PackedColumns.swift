import Campus

/// The packed columns of the database: written once however many KPIs and runs share them.
final class PackedColumns {
  private let database: Database
  private let compression: Compression
  private let insert: Statement
  private let find: Statement
  private let read: Statement
  /// Expanding a column twice in one comparison is spared.
  private var expanded: [Int: WordColumn] = [:]
  /// Packing a column twice as well, which several KPIs share.
  private var stored: [(column: WordColumn, packed: Int)] = []

  init(_ database: Database) throws {
    self.database = database
    compression = try Compression()
    insert = try database.prepare(
      "INSERT INTO packed_columns (digest, size, bytes) VALUES (?, ?, ?)")
    find = try database.prepare(
      "SELECT packed, bytes FROM packed_columns WHERE digest = ? AND size = ?")
    read = try database.prepare("SELECT size, bytes FROM packed_columns WHERE packed = ?")
  }

  /// The number of a column, new or known. A digest only finds candidates; bytes decide.
  func store(_ column: WordColumn) throws -> Int {
    if let known = stored.first(where: { $0.column == column }) { return known.packed }
    let number = try pack(column)
    stored.append((column, number))
    return number
  }

  private func pack(_ column: WordColumn) throws -> Int {
    let packed = ColumnPacking.packed(column)
    let bytes = packed.bytes
    let digest = bytes.withUnsafeBufferPointer { Int(truncatingIfNeeded: BytePool.hash($0)) }
    try find.bind([.integer(digest), .integer(bytes.count)])
    defer { try? find.reset() }
    while try find.step() {
      if Compression.expanded(find.bytes(1), size: bytes.count) == bytes { return find.number(0) }
    }
    try insert.run([
      .integer(digest), .integer(bytes.count),
      .blob(try compression.compressed(bytes, plainStart: packed.plainStart)),
    ])
    return database.lastInsertedRow
  }

  func column(_ packed: Int) throws -> WordColumn {
    if let known = expanded[packed] { return known }
    try read.bind([.integer(packed)])
    defer { try? read.reset() }
    guard try read.step(),
      let bytes = Compression.expanded(read.bytes(1), size: read.number(0)),
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
