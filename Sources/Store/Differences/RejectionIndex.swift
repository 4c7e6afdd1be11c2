import Campus

/// The rejected rows of a run, found by their key, by an identifier, or by their place.
struct RejectionIndex {
  private var byPlace: [SourceLocation: Int] = [:]
  private var byKey: [[String]: Int] = [:]
  private let rejected: RejectedRows?
  private let eventColumns: [String]
  private let itemColumns: [String]

  init(_ rejected: RejectedRows?, eventColumns: [String], itemColumns: [String]) {
    self.rejected = rejected
    self.eventColumns = eventColumns
    self.itemColumns = itemColumns
    guard let rejected else { return }
    for (index, row) in rejected.rows.enumerated() {
      byPlace[row.location] = index
      for names in [eventColumns, itemColumns] {
        if let key = key(names, { name in identifier(name, row) }) { byKey[key] = index }
      }
    }
  }

  /// The rejected row that a decided row of the other run has become or was.
  func row(like row: Int, of decisions: KPIDecisions) -> RejectedRows.Row? {
    guard !byPlace.isEmpty else { return nil }
    func own(_ name: String) -> String? {
      decisions.columns.first { $0.lookup == nil && $0.name == name }?.cells.text(row)
    }
    if let key = key(eventColumns, own) {
      if let found = byKey[key] { return rejected?.rows[found] }
    } else if let key = key(itemColumns, own), let found = byKey[key] {
      return rejected?.rows[found]
    }
    // Without identifiers a row is known by where it stands.
    guard let place = byPlace[decisions.location(row)], let found = rejected?.rows[place],
      found.identifiers.allSatisfy({ $0 == nil })
    else { return nil }
    return found
  }

  /// The rejected row of a person in a source that is looked up in.
  func row(ofPerson decisions: KPIDecisions, _ row: Int) -> RejectedRows.Row? {
    guard let rejected else { return nil }
    for name in rejected.columns {
      guard
        let own = decisions.columns.first(where: {
          $0.lookup == nil && $0.name == name && $0.personal
        })?.cells.text(row)
      else { continue }
      if let found = rejected.rows.first(where: { identifier(name, $0) == own }) { return found }
    }
    return nil
  }

  private func identifier(_ name: String, _ row: RejectedRows.Row) -> String? {
    guard let index = rejected?.columns.firstIndex(of: name),
      row.identifiers.indices.contains(index)
    else { return nil }
    return row.identifiers[index]
  }

  /// The columns' names and values; nil when one is missing.
  private func key(_ names: [String], _ value: (String) -> String?) -> [String]? {
    guard !names.isEmpty else { return nil }
    var key = names
    for name in names {
      guard let part = value(name) else { return nil }
      key.append(part)
    }
    return key
  }
}
