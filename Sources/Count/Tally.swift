import Campus

/// Counts items by the values of one dimension: each item once in each value it occurs with.
struct Tally {
  /// The code of rows without a value.
  static let unknown: Int32 = -1

  private var pairs: [UInt64] = []

  /// `item` is the person, article or book; for events the row itself.
  mutating func add(item: Int32, value: Int32) {
    pairs.append(UInt64(UInt32(bitPattern: value)) << 32 | UInt64(UInt32(bitPattern: item)))
  }

  /// For each value the number of distinct items.
  consuming func counts() -> [(value: Int32, count: Int)] {
    var pairs = pairs
    pairs.sort()
    var counts: [(value: Int32, count: Int)] = []
    var previous: UInt64?
    for pair in pairs where pair != previous {
      previous = pair
      let value = Int32(bitPattern: UInt32(pair >> 32))
      if let last = counts.last, last.value == value {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((value, 1))
      }
    }
    return counts
  }
}
