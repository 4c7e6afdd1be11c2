/// An order of rows that a seed shuffles: a permutation of 0..<count that needs no memory.
///
/// A Feistel network permutes the next power of four; what falls outside is sent round again.
struct RowOrder: Sendable {
  private let count: UInt64
  private let halfBits: UInt64
  private let keys: [UInt64]

  init(count: Int, seed: UInt64, table: Int) {
    self.count = UInt64(count)
    var bits: UInt64 = 1
    while 1 << (2 * bits) < self.count { bits += 1 }
    halfBits = bits
    var random = RandomStream(seed: seed, topic: .order, table)
    keys = (0..<4).map { _ in random.next() }
  }

  func row(at position: Int) -> Int {
    var value = UInt64(position)
    let mask: UInt64 = (1 << halfBits) - 1
    repeat {
      var left = value >> halfBits
      var right = value & mask
      for key in keys {
        var mixed = (right ^ key) &* 0xD6E8_FEB8_6659_FD93
        mixed ^= mixed >> 32
        mixed = mixed &* 0xD6E8_FEB8_6659_FD93
        (left, right) = (right, left ^ (mixed >> 20 & mask))
      }
      value = left << halfBits | right
    } while value >= count
    return Int(value)
  }
}
