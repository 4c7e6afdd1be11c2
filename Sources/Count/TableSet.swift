import Campus

/// The tables of a run by source, and the index of persons of each that is looked up in.
package final class TableSet: Sendable {
  private let tables: [String: Table]
  private let indexes = Guarded<[String: PersonIndex]>([:])

  package init(_ tables: [Table]) {
    self.tables = Dictionary(uniqueKeysWithValues: tables.map { ($0.source, $0) })
  }

  package subscript(source: String) -> Table? { tables[source] }

  /// Built once, on the first lookup; whoever looks up meanwhile waits.
  func personIndex(of source: String, personColumn: String) -> PersonIndex? {
    indexes.withLock { indexes in
      if let known = indexes[source] { return known }
      let index = tables[source].flatMap { PersonIndex(table: $0, personColumn: personColumn) }
      indexes[source] = index
      return index
    }
  }
}
