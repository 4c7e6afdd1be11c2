import Campus
import SeededRandomness
import Testing

/// Slots found by a hash: none is lost and none comes up under a hash that is another's, however
/// badly the hashes are chosen.
struct HashIndexTests {
  /// Hashes that crowd into one bucket, share their tag or have none, and good ones.
  private static let kinds: [@Sendable (inout SplitMix64) -> UInt64] = [
    { $0.next() },
    { _ in 0 },
    { _ in .max },
    { $0.next() & 0xFF00_0000_0000_0000 },
    { $0.next() | 0xFFFF_FFFF },
    { UInt64($0.below(40)) },
    { UInt64($0.below(3)) << 56 | UInt64($0.below(3)) << 31 },
  ]

  @Test(arguments: kinds.indices) func everyNumberIsFound(kind: Int) {
    for seed in 0..<20 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      var index = HashIndex()
      var hashes: [UInt64] = []
      #expect(index.isEmpty && !index.hasRoom(for: 1))
      for _ in 0..<random.below(400) {
        if !index.hasRoom(for: 1) {
          index.removeAll(makingRoomFor: hashes.count + 1 + random.below(hashes.count + 1))
          for (number, hash) in hashes.enumerated() { index.insert(Int32(number), hash: hash) }
        }
        let hash = Self.kinds[kind](&random)
        _ = index.touch(hash)
        // Where the search for it ended there is room for it.
        var probe = index.probe(for: hash)
        while index.next(&probe) != nil {}
        index.insert(Int32(hashes.count), at: probe)
        hashes.append(hash)
        #expect(!index.isEmpty)
      }
      for hash in Set(hashes) {
        let found = Self.numbers(of: hash, in: index)
        #expect(Set(found).count == found.count, "seed \(seed): a number comes up twice")
        let own = hashes.indices.filter { hashes[$0] == hash }.map(Int32.init)
        #expect(Set(own).isSubset(of: found), "seed \(seed)")
        // The tag is compared, so that nearly all others are passed over.
        #expect(found.allSatisfy { max(hashes[Int($0)] >> 56, 1) == max(hash >> 56, 1) })
      }
    }
  }

  @Test func whatIsNotThereEndsTheSearch() {
    var random = SplitMix64(seed: 3)
    for total in 0..<200 {
      var index = HashIndex()
      index.removeAll(makingRoomFor: total)
      for number in 0..<Int32(total) { index.insert(number, hash: random.next() >> 8) }
      #expect(Self.numbers(of: 0xFF << 56, in: index) == [])
    }
  }

  private static func numbers(of hash: UInt64, in index: HashIndex) -> [Int32] {
    var found: [Int32] = []
    guard !index.isEmpty else { return found }
    var probe = index.probe(for: hash)
    while let number = index.next(&probe) { found.append(number) }
    return found
  }
}
