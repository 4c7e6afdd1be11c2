import Campus

/// One line for each article, book or project that is counted, whatever the number of its rows.
///
/// Several rows of one article may differ, as each teacher types it in: the line is that of the
/// spelling that most rows have, the first in order among equals, with the partners of all.
struct ItemLines {
  private let columns: [DetailColumn]
  private let items: CountedItems
  private let days: [Int32]

  init(columns: [DetailColumn], items: CountedItems, days: [Int32]) {
    self.columns = columns
    self.items = items
    self.days = days
  }

  /// The cells of each column, the lines in order of day, then of their cells.
  func cells() -> [DetailCells] {
    let representatives = representatives()
    let lines = columns.map { $0.cells(of: items, representatives: representatives) }
    var keys = LineKeys(rowCount: items.count)
    keys.add(representatives.map { days[$0] }) { DetailColumn.Position.number($0) }
    for cells in lines { keys.add(cells) }
    let places = keys.lines()
    let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    return lines.map { $0.lines(order) }
  }

  /// For each item the place of the row that stands for it.
  private func representatives() -> [Int] {
    // Only rows that have others beside them need be compared.
    let compared = (0..<items.count).filter { items[$0].count > 1 }
      .flatMap { items[$0].map(Int.init) }
    var keys = LineKeys(rowCount: compared.count)
    for column in columns { keys.add(column.cells(at: compared)) }
    var spellings = zip(keys.lines(), compared).makeIterator()
    return (0..<items.count).map { item in
      let rows = items[item]
      guard rows.count > 1 else { return Int(rows[rows.startIndex]) }
      return ItemLines.commonest(rows.map { _ in spellings.next() ?? (0, 0) })
    }
  }

  /// The first row of the spelling that most rows have, the first of these in order.
  private static func commonest(_ rows: [(spelling: Int32, place: Int)]) -> Int {
    let sorted = rows.sorted { ($0.spelling, $0.place) < ($1.spelling, $1.place) }
    var best = sorted[0].place
    var most = 0
    var begin = 0
    for end in 1...sorted.count
    where end == sorted.count || sorted[end].spelling != sorted[begin].spelling {
      if end - begin > most { (best, most) = (sorted[begin].place, end - begin) }
      begin = end
    }
    return best
  }
}
