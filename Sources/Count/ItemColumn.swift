import Campus
import Definitions

/// The number of the item that each row counts for: the person, article or book, or for events the
/// row itself.
struct ItemColumn {
  /// How many items there can be.
  let capacity: Int
  /// Nil for events.
  private let values: ColumnValues?
  /// How many distinct values there are: a row without one is an item behind them.
  private let valueCount: Int

  init(of table: Table, _ count: KPIDefinition.Count) {
    guard case .distinct(let name) = count, let column = table.columns[name] else {
      values = nil
      valueCount = 0
      capacity = table.rowCount
      return
    }
    switch column.content {
    case .texts(let pool): valueCount = pool.count
    case .codes(let list): valueCount = list.entries.count
    case .decimals(let distinct): valueCount = distinct.count
    case .sets(let sets, _): valueCount = sets.count
    case .flags: valueCount = 2
    case .dates, .integers:
      // Their values are no numbers of a list: they get some.
      var numbers: [Int32: Int32] = [:]
      values = ColumnValues(
        column.values.map { value in
          guard value != TableColumn.missing else { return value }
          let number = numbers[value] ?? Int32(numbers.count)
          numbers[value] = number
          return number
        })
      valueCount = numbers.count
      capacity = numbers.count + table.rowCount
      return
    }
    values = column.values
    capacity = valueCount + table.rowCount
  }

  subscript(row: Int) -> Int32 {
    guard let values else { return Int32(row) }
    let value = values[row]
    return value == TableColumn.missing ? Int32(valueCount + row) : value
  }

  /// The items of some rows.
  func items(of rows: [Int32]) -> [Int32] {
    guard let values else { return rows }
    var items = values.values(at: rows)
    for place in items.indices where items[place] == TableColumn.missing {
      items[place] = Int32(valueCount) + rows[place]
    }
    return items
  }

  /// Which items some rows count for.
  func set(of rows: [Int32]) -> ItemSet {
    var set = ItemSet(capacity: capacity)
    for item in items(of: rows) { set.insert(item) }
    return set
  }
}
