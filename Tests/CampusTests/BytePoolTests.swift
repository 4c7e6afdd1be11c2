import SeededRandomness
import Testing

@testable import Campus

/// Numbered byte strings, compared with a dictionary of them.
struct BytePoolTests {
  /// Strings of every length about that of an entry, many of which begin or end alike; NUL and all
  /// other bytes among them.
  private static func string(_ random: inout SplitMix64) -> [UInt8] {
    let alphabet: [UInt8] = random.below(4) == 0 ? Array(0...255) : [0, 0x41, 0xFF]
    let length = random.below(3) == 0 ? random.below(60) : random.below(18)
    var bytes = (0..<length).map { _ in alphabet[random.below(alphabet.count)] }
    if random.below(2) == 0 { bytes = Array(repeating: 0x41, count: random.below(20)) + bytes }
    return bytes
  }

  private static func intern(_ bytes: [UInt8], _ pool: inout BytePool) -> Int32 {
    bytes.withUnsafeBufferPointer { pool.intern($0) }
  }

  @Test(arguments: 0..<30) func likeADictionary(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var pool = BytePool()
    var numbers: [[UInt8]: Int32] = [:]
    var strings: [[UInt8]] = []
    for _ in 0..<3_000 {
      let bytes = Self.string(&random)
      switch random.below(200) {
      case 0: pool.reserve(pool.count + random.below(100))
      case 1: pool.endLookUp()
      case 2: pool.touch((0..<9).map { _ in random.next() })
      default: break
      }
      let expected = numbers[bytes] ?? Int32(strings.count)
      if numbers.updateValue(expected, forKey: bytes) == nil { strings.append(bytes) }
      #expect(Self.intern(bytes, &pool) == expected, "seed \(seed): \(bytes)")
    }
    #expect(pool.count == strings.count)
    for (number, bytes) in strings.enumerated() {
      #expect(pool.withBytes(of: Int32(number), Array.init) == bytes)
    }
    for _ in 0..<1_000 {
      let bytes = Self.string(&random)
      #expect(bytes.withUnsafeBufferPointer { pool.number(of: $0) } == numbers[bytes])
    }
  }

  @Test(arguments: [false, true]) func numbersOfAnotherPool(lookUpHasEnded: Bool) {
    var random = SplitMix64(seed: 1)
    var pools = [BytePool(), BytePool()]
    for index in 0..<600 { _ = Self.intern(Self.string(&random), &pools[index % 2]) }
    if lookUpHasEnded { pools[0].endLookUp() }
    let found = pools[0].numbers(of: pools[1])
    #expect(found.count == pools[1].count)
    #expect(found.contains(-1) && found.contains { $0 >= 0 })
    func bytes(_ pool: Int) -> [[UInt8]] {
      (0..<Int32(pools[pool].count)).map { pools[pool].withBytes(of: $0, Array.init) }
    }
    let known = bytes(0)
    #expect(found == bytes(1).map { known.firstIndex(of: $0).map(Int32.init) ?? -1 })
    #expect(BytePool().numbers(of: pools[1]).allSatisfy { $0 == -1 })
  }

  @Test func stringsThatDifferInABit() {
    // Also those that a shorter one and NUL would be mistaken for.
    for length in 0...20 {
      var pool = BytePool()
      let bytes = [UInt8](repeating: 0, count: length)
      #expect(Self.intern(bytes, &pool) == 0)
      for bit in 0..<length * 8 {
        var other = bytes
        other[bit / 8] ^= 1 << UInt8(bit % 8)
        #expect(Self.intern(other, &pool) == Int32(bit + 1), "\(length), \(bit)")
        #expect(pool.withBytes(of: Int32(bit + 1), Array.init) == other)
      }
      #expect(Self.intern(bytes + [0], &pool) == Int32(length * 8 + 1))
    }
  }

  @Test func longStringsThatBeginAlike() {
    var pool = BytePool()
    let longest = [UInt8](repeating: 0x41, count: 3_000)
    for length in longest.indices {
      #expect(Self.intern(Array(longest[..<length]), &pool) == Int32(length))
    }
  }

  @Test func aMarkIsNoText() {
    var pool = BytePool(markLength: 1)
    let numbers = [Array("A1".utf8) + [0], Array("A1".utf8) + [1]].map { Self.intern($0, &pool) }
    #expect(numbers == [0, 1])
    #expect(numbers.map(pool.text) == ["A1", "A1"])
  }
}
