/// Distinct byte strings numbered in the order they are first seen: identifiers and texts of
/// columns, each held once. An open-addressing table over one arena; exact, never a hash alone.
package struct BytePool: Sendable {
  private var arena: [UInt8] = []
  private var ends: [Int] = []
  private var slots: [Int32] = Array(repeating: -1, count: 64)

  package init() {}

  package var count: Int { ends.count }

  /// The number of a byte string, new or known.
  package mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    var slot = BytePool.hash(bytes) & (slots.count - 1)
    while slots[slot] >= 0 {
      if equal(slots[slot], bytes) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = Int32(ends.count)
    arena.append(contentsOf: bytes)
    ends.append(arena.count)
    slots[slot] = number
    if ends.count * 4 > slots.count * 3 { grow() }
    return number
  }

  package mutating func intern(_ text: String) -> Int32 {
    var copy = text
    return copy.withUTF8 { intern($0) }
  }

  /// The number of a byte string that is in the pool already.
  package func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    var slot = BytePool.hash(bytes) & (slots.count - 1)
    while slots[slot] >= 0 {
      if equal(slots[slot], bytes) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  package func number(of text: String) -> Int32? {
    var copy = text
    return copy.withUTF8 { number(of: $0) }
  }

  package func text(_ number: Int32) -> String {
    String(decoding: arena[range(number)], as: UTF8.self)
  }

  private func range(_ number: Int32) -> Range<Int> {
    let index = Int(number)
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  private func equal(_ number: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == bytes.count else { return false }
    return arena.withUnsafeBufferPointer { arena in
      for offset in 0..<bytes.count where arena[range.lowerBound + offset] != bytes[offset] {
        return false
      }
      return true
    }
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    arena.withUnsafeBufferPointer { arena in
      for number in 0..<Int32(ends.count) {
        let bytes = UnsafeBufferPointer(rebasing: arena[range(number)])
        var slot = BytePool.hash(bytes) & (slots.count - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = number
      }
    }
  }

  /// A multiply-and-fold hash over eight bytes at a time.
  package static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 &+ UInt64(bytes.count)
    var offset = 0
    let raw = UnsafeRawBufferPointer(bytes)
    while offset + 8 <= bytes.count {
      state = mix(state ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var tail: UInt64 = 0
    while offset < bytes.count {
      tail = tail << 8 | UInt64(bytes[offset])
      offset += 1
    }
    return Int(truncatingIfNeeded: mix(state ^ tail) >> 1)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
