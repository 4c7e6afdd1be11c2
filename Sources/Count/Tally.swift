/// Counts items by the values of one dimension: each item once in each value it occurs with. Items
/// come one after another, all values of one together.
struct Tally {
  /// The code of rows without a value.
  static let unknown: Int32 = -1
  /// Codes and most numbers of texts lie below.
  private static let widest = 1 << 16

  private struct Entry {
    var count = 0
    /// The item that was counted last; -1 for none.
    var item: Int32 = -1

    @inline(__always)
    mutating func add(_ item: Int32) {
      if self.item != item { count += 1 }
      self.item = item
    }
  }

  /// By value, the unknown one first.
  private var near: [Entry] = []
  private var far: [Int32: Entry] = [:]

  @inline(__always)
  mutating func add(item: Int32, value: Int32) {
    let place = Int(value) + 1
    if near.indices.contains(place) { near[place].add(item) } else { addFirst(item, value) }
  }

  private mutating func addFirst(_ item: Int32, _ value: Int32) {
    let place = Int(value) + 1
    guard (0..<Tally.widest).contains(place) else {
      far[value, default: Entry()].add(item)
      return
    }
    let missing = max(place + 1, min(2 * near.count, Tally.widest)) - near.count
    near.append(contentsOf: repeatElement(Entry(), count: missing))
    near[place].add(item)
  }

  /// For each value the number of distinct items, in the order of the values.
  var counts: [(value: Int32, count: Int)] {
    let close = near.enumerated().filter { $1.count > 0 }.map {
      (value: Int32($0 - 1), count: $1.count)
    }
    return (close + far.map { (value: $0.key, count: $0.value.count) }).sorted {
      $0.value < $1.value
    }
  }
}
