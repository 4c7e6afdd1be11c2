/// The columns of decided rows, taken out of the tables once for all KPIs that decided on the same
/// rows: those of one source mostly did.
package struct DecidedColumns {
  private struct Taken {
    let rows: [Int32]
    let cells: WordColumn
  }

  private let tables: [String: Table]
  private var taken: [String: [String: Taken]] = [:]

  /// - Parameter tables: those that KPIs count in and look up in.
  package init(_ tables: [Table]) {
    self.tables = Dictionary(
      tables.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A source's table; an empty one where it has none.
  func table(_ source: String) -> Table { tables[source] ?? Table(source: source) }

  /// Some rows of a column of a source.
  /// - Parameter make: takes them out, where no KPI had the same rows of it.
  mutating func cells(
    _ column: String, of source: String, rows: [Int32], make: () -> WordColumn
  ) -> WordColumn {
    if let known = taken[source]?[column], known.rows == rows { return known.cells }
    let cells = make()
    taken[source, default: [:]][column] = Taken(rows: rows, cells: cells)
    return cells
  }

  /// Gives back what was taken.
  package mutating func forget() { taken.removeAll() }
}
