import Campus

/// The tables of a run by source, and the index of persons for each pair of them
/// between which is looked up.
package final class TableSet: Sendable {
  private let tables: [String: Table]
  private let indexes = Guarded<[[String]: PersonIndex]>([:])

  package init(_ tables: [Table]) {
    self.tables = Dictionary(uniqueKeysWithValues: tables.map { ($0.source, $0) })
  }

  package subscript(source: String) -> Table? { tables[source] }

  /// Built once for all lookups from one source in another; whoever looks up meanwhile waits.
  /// Nil when they have no such column.
  func personIndex(of source: String, from naming: String, personColumn: String) -> PersonIndex? {
    indexes.withLock { indexes in
      let key = [naming, source]
      if let known = indexes[key] { return known }
      guard let table = tables[source],
        case .texts(let names)? = tables[naming]?.columns[personColumn]?.content
      else { return nil }
      let index = PersonIndex(table: table, personColumn: personColumn, names: names)
      indexes[key] = index
      return index
    }
  }
}
