/// Which of the numbered items have been counted: a bit for each there can be.
struct ItemSet {
  private var words: [UInt64]

  init(capacity: Int) {
    words = Array(repeating: 0, count: (capacity + 63) / 64)
  }

  @inline(__always)
  mutating func insert(_ item: Int32) {
    words[Int(item) >> 6] |= 1 << UInt64(item & 63)
  }

  func contains(_ item: Int32) -> Bool {
    words[Int(item) >> 6] >> UInt64(item & 63) & 1 == 1
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// How many members the other set does not have.
  func count(without other: ItemSet) -> Int {
    zip(words, other.words).reduce(0) { $0 + ($1.0 & ~$1.1).nonzeroBitCount }
  }
}
