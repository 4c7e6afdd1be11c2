import CSQLite
import Campus

/// A prepared statement of one connection: bound, stepped, read by column from 0.
final class Statement {
  /// A value to bind.
  enum Value {
    case null
    case integer(Int)
    case text(String)
    case blob([UInt8])

    static func optional(_ value: Int?) -> Value { value.map { .integer($0) } ?? .null }
    static func optional(_ value: String?) -> Value { value.map { .text($0) } ?? .null }
  }

  /// SQLite copies what is bound.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private let database: Database
  private let handle: OpaquePointer

  init(_ sql: String, of database: Database, handle connection: OpaquePointer) throws {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v2(connection, sql, -1, &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw database.error(code) }
    self.database = database
    handle = prepared
  }

  deinit { sqlite3_finalize(handle) }

  /// Binds, runs to the end and is ready again.
  func run(_ values: [Value]) throws {
    try bind(values)
    while try step() {}
    try reset()
  }

  func run(_ values: Value...) throws { try run(values) }

  func bind(_ values: [Value]) throws {
    for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
  }

  /// - Parameter position: from 1.
  func bind(_ value: Value, at position: Int32) throws {
    switch value {
    case .null: try check(sqlite3_bind_null(handle, position))
    case .integer(let number): try check(sqlite3_bind_int64(handle, position, Int64(number)))
    case .text(var text): try text.withUTF8 { try bind($0, at: position, Statement.transient) }
    case .blob(let bytes):
      try bytes.withUnsafeBytes { raw in
        try check(
          sqlite3_bind_blob64(
            handle, position, raw.baseAddress, UInt64(raw.count), Statement.transient))
      }
    }
  }

  /// Binds a text without a copy: the bytes must stay where they are until the statement has been
  /// stepped.
  func bind(unownedText text: UnsafeBufferPointer<UInt8>, at position: Int32) throws {
    try bind(text, at: position, nil)
  }

  private func bind(
    _ text: UnsafeBufferPointer<UInt8>, at position: Int32, _ owner: sqlite3_destructor_type?
  ) throws {
    guard let base = text.baseAddress else {
      return try check(sqlite3_bind_text(handle, position, "", 0, Statement.transient))
    }
    try base.withMemoryRebound(to: CChar.self, capacity: text.count) { characters in
      try check(
        sqlite3_bind_text64(
          handle, position, characters, UInt64(text.count), owner, UInt8(SQLITE_UTF8)))
    }
  }

  /// Whether there is a row to read.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      sqlite3_reset(handle)
      throw database.error(code)
    }
  }

  func reset() throws { try check(sqlite3_reset(handle)) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func integer(_ column: Int32) -> Int? {
    isNull(column) ? nil : Int(sqlite3_column_int64(handle, column))
  }

  /// A column that is NOT NULL.
  func number(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  /// A column that is NOT NULL.
  func word(_ column: Int32) -> String { text(column) ?? "" }

  func text(_ column: Int32) -> String? {
    guard let bytes = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  var columnCount: Int { Int(sqlite3_column_count(handle)) }

  /// The bytes of a value as text, valid within the body; nil for NULL.
  func withText<Result>(
    _ column: Int32, _ body: (UnsafeBufferPointer<UInt8>?) throws -> Result
  ) rethrows -> Result {
    guard let bytes = sqlite3_column_text(handle, column) else { return try body(nil) }
    let count = Int(sqlite3_column_bytes(handle, column))
    return try body(UnsafeBufferPointer(start: bytes, count: count))
  }

  func bytes(_ column: Int32) -> [UInt8] {
    guard let blob = sqlite3_column_blob(handle, column) else { return [] }
    return Array(
      UnsafeRawBufferPointer(start: blob, count: Int(sqlite3_column_bytes(handle, column))))
  }

  private func check(_ code: Int32) throws {
    guard code == SQLITE_OK else { throw database.error(code) }
  }
}
