/// Counted rows by item, so that one person, article or book counts once however many rows it has.
struct CountedItems {
  /// The places of rows among the counted ones: item after item in the order of their numbers, the
  /// rows of one in theirs.
  private let places: [Int32]
  /// Where each item's places begin; one more than there are items.
  private let starts: [Int32]

  /// - Parameter items: for each counted row the number of its item.
  init(_ items: [Int32]) {
    // Rows that come in the order of their items, as those of one semester mostly do, sort quickly.
    var pairs = items.enumerated().map { UInt64($1) << 32 | UInt64($0) }
    pairs.sort()
    var places: [Int32] = []
    var starts: [Int32] = []
    places.reserveCapacity(pairs.count)
    var previous: UInt64?
    for pair in pairs {
      if pair >> 32 != previous { starts.append(Int32(places.count)) }
      previous = pair >> 32
      places.append(Int32(truncatingIfNeeded: pair & 0xFFFF_FFFF))
    }
    starts.append(Int32(places.count))
    self.places = places
    self.starts = starts
  }

  /// How many items there are.
  var count: Int { starts.count - 1 }

  /// The places of the rows of one item.
  subscript(item: Int) -> ArraySlice<Int32> {
    places[Int(starts[item])..<Int(starts[item + 1])]
  }

  /// Hands over every row by its place, item after item.
  @inline(__always)
  func forEachRow(_ body: (_ item: Int32, _ place: Int) -> Void) {
    var item: Int32 = 0
    for (index, place) in places.enumerated() {
      if index == Int(starts[Int(item) + 1]) { item += 1 }
      body(item, Int(place))
    }
  }

  /// How many items have a row for which something holds, by place.
  func count(where holds: [Truth]) -> Int {
    (0..<count).reduce(0) { count, item in
      count + (self[item].contains { holds[Int($0)] == .holds } ? 1 : 0)
    }
  }
}
