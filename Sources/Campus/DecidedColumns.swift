/// The columns of decided rows, taken out of the tables once for all KPIs that decided on the same
/// rows: those of one source mostly did.
package struct DecidedColumns {
  /// Some rows of a column of a source.
  struct Wanted: Sendable {
    let source: String
    let name: String
    let rows: [Int32]
    /// Takes them out of the table.
    let take: @Sendable () -> WordColumn
  }

  private struct Taken {
    let rows: [Int32]
    let cells: WordColumn
  }

  private let tables: [String: Table]
  private let workers: Workers
  private var taken: [String: [String: Taken]] = [:]

  /// - Parameters:
  ///   - tables: those that KPIs count in and look up in.
  ///   - workers: those that take columns out side by side.
  package init(_ tables: [Table], workers: Workers = Workers()) {
    self.tables = Dictionary(
      tables.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
    self.workers = workers
  }

  /// A source's table; an empty one where it has none.
  func table(_ source: String) -> Table { tables[source] ?? Table(source: source) }

  /// The columns that are wanted: those of which a KPI before had the same rows, and new ones.
  mutating func cells(_ wanted: [Wanted]) throws -> [WordColumn] {
    let known = wanted.map { column -> WordColumn? in
      let taken = taken[column.source]?[column.name]
      return taken?.rows == column.rows ? taken?.cells : nil
    }
    let new = wanted.indices.filter { known[$0] == nil }
    let made = try workers.begin(count: new.count) { wanted[new[$0]].take() }.values()
    var cells = known.map { $0 ?? WordColumn() }
    for (index, column) in zip(new, made) {
      cells[index] = column
      taken[wanted[index].source, default: [:]][wanted[index].name] = Taken(
        rows: wanted[index].rows, cells: column)
    }
    return cells
  }

  /// Gives back what was taken.
  package mutating func forget() { taken.removeAll() }
}
