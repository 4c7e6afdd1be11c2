import Campus

/// The tables of a run by source, and the index of persons of each that is looked up in.
package final class TableSet {
  private let tables: [String: Table]
  private var indexes: [String: PersonIndex] = [:]

  package init(_ tables: [Table]) {
    self.tables = Dictionary(uniqueKeysWithValues: tables.map { ($0.source, $0) })
  }

  package subscript(source: String) -> Table? { tables[source] }

  /// Built once, on the first lookup.
  func personIndex(of source: String, personColumn: String) -> PersonIndex? {
    if let known = indexes[source] { return known }
    let index = tables[source].flatMap { PersonIndex(table: $0, personColumn: personColumn) }
    indexes[source] = index
    return index
  }
}
