/// The slots of an open-addressing table: numbers found by a hash. Whoever owns what the numbers
/// stand for compares it, since equal hashes prove nothing.
///
/// A slot takes eight bytes: the number and 32 bits of its hash, which decide where it stands in a
/// table of any size. So it grows without a look at what the numbers stand for.
package struct HashIndex: Sendable {
  /// A place in a sequence of slots that may hold a hash.
  package struct Probe: Sendable {
    fileprivate var slot: Int
    fileprivate let hash: UInt32
  }

  /// The hash in the upper half, the number plus one in the lower; 0 is free.
  private var slots: [UInt64] = Array(repeating: 0, count: 64)
  private var count = 0

  package init() {}

  @inline(__always)
  package func probe(for hash: UInt64) -> Probe {
    let short = UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    return Probe(slot: Int(short) & (slots.count - 1), hash: short)
  }

  /// The next number that may be the one looked for, or nil: then the probe stands at the free slot.
  @inline(__always)
  package func next(_ probe: inout Probe) -> Int32? {
    slots.withUnsafeBufferPointer { slots in
      while true {
        let slot = slots[probe.slot]
        if slot == 0 { return nil }
        probe.slot = (probe.slot + 1) & (slots.count - 1)
        if UInt32(truncatingIfNeeded: slot >> 32) == probe.hash {
          return Int32(truncatingIfNeeded: slot & 0xFFFF_FFFF) &- 1
        }
      }
    }
  }

  /// Brings the first slot of a hash nearer before it is needed: many at a time cost little more
  /// than one, for the memory answers several questions at once.
  @inline(__always)
  package func touch(_ hash: UInt64) -> UInt64 {
    slots[probe(for: hash).slot]
  }

  /// Puts a number where a probe for its hash ended.
  @inline(__always)
  package mutating func insert(_ number: Int32, at probe: Probe) {
    slots[probe.slot] = UInt64(probe.hash) << 32 | UInt64(UInt32(bitPattern: number) &+ 1)
    count += 1
    if count * 4 > slots.count * 3 { grow(to: slots.count * 2) }
  }

  private mutating func grow(to size: Int) {
    var larger = [UInt64](repeating: 0, count: size)
    larger.withUnsafeMutableBufferPointer { larger in
      for slot in slots where slot != 0 {
        var place = Int(slot >> 32) & (size - 1)
        while larger[place] != 0 { place = (place + 1) & (size - 1) }
        larger[place] = slot
      }
    }
    slots = larger
  }
}
