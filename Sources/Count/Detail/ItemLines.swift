import Campus
import Glibc

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

  /// The lines in order of day, then of their cells.
  func cells() -> [[DetailTable.Cell]] {
    let order = items.indices.sorted { (items[$0], $0) < (items[$1], $1) }
    var lines: [(day: Int32, cells: [DetailTable.Cell], text: [UInt8])] = []
    var begin = 0
    while begin < order.count {
      var end = begin + 1
      while end < order.count, items[order[end]] == items[order[begin]] { end += 1 }
      let rows = order[begin..<end]
      let representative = representative(of: rows)
      let cells = columns.map { $0.cell(ofItem: rows, representative: representative) }
      lines.append((days[representative], cells, ItemLines.bytes(cells)))
      begin = end
    }
    lines.sort { left, right in
      left.day != right.day
        ? left.day < right.day : ItemLines.precedes(left.text, right.text)
    }
    return lines.map(\.cells)
  }

  private func representative(of rows: ArraySlice<Int>) -> Int {
    guard rows.count > 1 else { return rows.first ?? 0 }
    var spellings: [[UInt8]: (count: Int, row: Int)] = [:]
    for row in rows {
      spellings[ItemLines.bytes(columns.map { $0.cell(at: row) }), default: (0, row)].count += 1
    }
    let best = spellings.max { left, right in
      left.value.count != right.value.count
        ? left.value.count < right.value.count : ItemLines.precedes(right.key, left.key)
    }
    return best?.value.row ?? rows.first ?? 0
  }

  /// The cells one after another, each ended by a zero, which stands in no cell: so lines are in
  /// the order of their first cells, then of their second ones.
  private static func bytes(_ cells: [DetailTable.Cell]) -> [UInt8] {
    var bytes: [UInt8] = []
    for cell in cells {
      bytes.append(contentsOf: cell.text.utf8)
      bytes.append(0)
    }
    return bytes
  }

  private static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let order = left.withUnsafeBytes { left in
      right.withUnsafeBytes { right -> Int32 in
        guard let one = left.baseAddress, let other = right.baseAddress else { return 0 }
        return memcmp(one, other, min(left.count, right.count))
      }
    }
    return order == 0 ? left.count < right.count : order < 0
  }
}
