/// The slots of an open-addressing table: numbers found by a hash. Whoever owns what the numbers
/// stand for compares it, since equal hashes prove nothing.
///
/// A slot takes five bytes: the number, and in an array of its own one byte of the hash, so that a
/// look-up that finds nothing seldom leaves the small array.
package struct HashIndex: Sendable {
  /// A place in a sequence of slots that may hold a hash.
  package struct Probe: Sendable {
    fileprivate var slot: Int
    fileprivate let tag: UInt8
  }

  private var tags: [UInt8] = Array(repeating: 0, count: 64)
  private var numbers: [Int32] = Array(repeating: 0, count: 64)
  private var count = 0

  package init() {}

  /// Whether the next number needs room first: call `grow` and insert all of them again.
  package var isFull: Bool { (count + 1) * 4 > tags.count * 3 }

  package func probe(for hash: UInt64) -> Probe {
    Probe(slot: Int(truncatingIfNeeded: hash) & (tags.count - 1), tag: UInt8(hash >> 56) | 1)
  }

  /// The next number that may be the one looked for, or nil: then the probe stands at the free slot.
  package func next(_ probe: inout Probe) -> Int32? {
    while true {
      let tag = tags[probe.slot]
      if tag == 0 { return nil }
      let slot = probe.slot
      if tag == probe.tag {
        probe.slot = (slot + 1) & (tags.count - 1)
        return numbers[slot]
      }
      probe.slot = (slot + 1) & (tags.count - 1)
    }
  }

  /// Puts a number where a probe ended.
  package mutating func insert(_ number: Int32, at probe: Probe) {
    tags[probe.slot] = probe.tag
    numbers[probe.slot] = number
    count += 1
  }

  /// Puts a number that is not there yet.
  package mutating func insert(_ number: Int32, hash: UInt64) {
    var probe = probe(for: hash)
    while tags[probe.slot] != 0 { probe.slot = (probe.slot + 1) & (tags.count - 1) }
    insert(number, at: probe)
  }

  /// Twice the slots, all of them empty.
  package mutating func grow() {
    let slots = tags.count * 2
    tags = []
    numbers = []
    tags = Array(repeating: 0, count: slots)
    numbers = Array(repeating: 0, count: slots)
    count = 0
  }
}
