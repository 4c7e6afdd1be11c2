import Campus

/// One line for each article, book or project that is counted, whatever the number of its rows.
///
/// Several rows of one article may differ, as each teacher types it in: the line is that of the
/// spelling that most rows have, the first in order among equals, with the partners of all.
struct ItemLines {
  private let columns: [DetailColumn]
  private let items: [Int32]
  private let days: [Int32]

  init(columns: [DetailColumn], items: [Int32], days: [Int32]) {
    self.columns = columns
    self.items = items
    self.days = days
  }

  /// The cells of each column, the lines in order of day, then of their cells.
  func cells() -> [DetailCells] {
    let groups = rowsOfItems()
    let representatives = representatives(of: groups)
    let lines = columns.map { $0.cells(ofItems: groups, representatives: representatives) }
    var keys = LineKeys(rowCount: groups.count)
    keys.add(representatives.map { days[$0] }) { DetailColumn.Position.number($0) }
    for cells in lines { keys.add(cells) }
    let order = groups.indices.sorted { (keys.keys[$0], $0) < (keys.keys[$1], $1) }
    return lines.map { $0.lines(order) }
  }

  /// The rows of each item, in order.
  private func rowsOfItems() -> [ArraySlice<Int>] {
    let order = items.indices.sorted { (items[$0], $0) < (items[$1], $1) }
    var groups: [ArraySlice<Int>] = []
    var begin = 0
    while begin < order.count {
      var end = begin + 1
      while end < order.count, items[order[end]] == items[order[begin]] { end += 1 }
      groups.append(order[begin..<end])
      begin = end
    }
    return groups
  }

  private func representatives(of groups: [ArraySlice<Int>]) -> [Int] {
    guard groups.count < items.count else { return groups.compactMap(\.first) }
    var keys = LineKeys(rowCount: items.count)
    for column in columns { keys.add(column.cells(at: items.indices)) }
    let spellings = keys.keys
    return groups.compactMap { rows in
      guard rows.count > 1 else { return rows.first }
      var counts: [UInt64: (count: Int, row: Int)] = [:]
      for row in rows { counts[spellings[row], default: (0, row)].count += 1 }
      let best = counts.max { left, right in
        left.value.count != right.value.count
          ? left.value.count < right.value.count : left.key > right.key
      }
      return best?.value.row ?? rows.first
    }
  }
}
