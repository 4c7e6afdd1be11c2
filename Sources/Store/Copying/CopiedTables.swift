/// The tables as a copy reads them, also within the transaction that writes them.
package struct CopiedTables {
  /// Tells this store from every other: a copy belongs to one.
  package let identity: String
  private let database: Database

  /// The statements that make the tables and views, by version, as SQLite takes them.
  package static var migrations: [[String]] { Schema.migrations }

  init(_ database: Database, identity: String) {
    self.database = database
    self.identity = identity
  }

  /// The numbers of all runs, with what a closure makes of their rows.
  package func runs<Element>(_ read: (CopiedRow) throws -> Element) throws -> [Int: Element] {
    let statement = try database.prepare("SELECT * FROM runs")
    var runs: [Int: Element] = [:]
    while try statement.step() { runs[statement.number(0)] = try read(CopiedRow(statement)) }
    return runs
  }

  /// Hands every row of a table over, or every row of one run, in the order of its columns.
  /// - Parameter table: a name from the program, never from outside.
  package func eachRow(of table: String, run: Int?, _ body: (CopiedRow) throws -> Void) throws {
    let statement = try database.prepare(
      "SELECT * FROM \(table)" + (run == nil ? "" : " WHERE run = ?"))
    if let run { try statement.bind([.integer(run)]) }
    while try statement.step() { try body(CopiedRow(statement)) }
  }
}

/// One row, valid while it is handed over.
package struct CopiedRow {
  private let statement: Statement
  package let columnCount: Int

  init(_ statement: Statement) {
    self.statement = statement
    columnCount = statement.columnCount
  }

  /// The bytes of a value as text, a number in decimal digits; nil for NULL.
  package func withText<Result>(
    of column: Int, _ body: (UnsafeBufferPointer<UInt8>?) throws -> Result
  ) rethrows -> Result {
    try statement.withText(Int32(column), body)
  }
}
