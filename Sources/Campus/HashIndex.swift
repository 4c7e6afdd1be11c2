/// The slots of an open-addressing table: numbers found by a hash. Whoever owns what the numbers
/// stand for compares it, since equal hashes prove nothing, and knows the hashes when the table
/// grows.
///
/// Eight slots stand together in a bucket of forty bytes: a byte of each one's hash, its tag, by
/// which nearly all that is not looked for is passed over, and then the eight numbers. A full
/// bucket sends on to the next one.
package struct HashIndex: Sendable {
  /// A place in a sequence of slots that may hold a hash.
  package struct Probe: Sendable {
    fileprivate var bucket: Int
    /// The tag of the hash, eight times.
    fileprivate let tags: UInt64
    /// The highest bit of each byte of the bucket's tags that is like it and yet to be looked at.
    fileprivate var candidates: UInt64
  }

  private static let wordsOfBucket = 5
  /// Seven of eight slots may be taken: one at least is free, where every search ends.
  private static let mostInBucket = 7

  /// The tags of a bucket, the first in the lowest byte and 0 for a free slot, then two numbers a
  /// word. The slots of a bucket are taken from the first on.
  private var words: [UInt64] = []
  private var bucketCount = 0
  private var count = 0

  package init() {}

  package var isEmpty: Bool { count == 0 }

  /// Whether some more numbers can be put in. Otherwise all have to move into a
  /// larger table first.
  @inline(__always)
  package func hasRoom(for more: Int) -> Bool {
    count + more <= bucketCount * HashIndex.mostInBucket
  }

  /// Begins to look for a hash. Only where there is room for one more: a search must have an end.
  @inline(__always)
  package func probe(for hash: UInt64) -> Probe {
    let bucket = bucket(of: hash)
    let tags = HashIndex.tag(of: hash) &* 0x0101_0101_0101_0101
    return Probe(
      bucket: bucket, tags: tags,
      candidates: HashIndex.places(of: tags, in: words[bucket * HashIndex.wordsOfBucket]))
  }

  /// The next number that may be the one looked for, or nil: then the probe stands at a free slot.
  @inline(__always)
  package func next(_ probe: inout Probe) -> Int32? {
    while probe.candidates == 0 {
      if HashIndex.hasFreeSlot(words[probe.bucket * HashIndex.wordsOfBucket]) { return nil }
      probe.bucket = probe.bucket + 1 == bucketCount ? 0 : probe.bucket + 1
      probe.candidates = HashIndex.places(
        of: probe.tags, in: words[probe.bucket * HashIndex.wordsOfBucket])
    }
    let place = probe.candidates.trailingZeroBitCount / 8
    probe.candidates &= probe.candidates - 1
    let pair = words[probe.bucket * HashIndex.wordsOfBucket + 1 + place / 2]
    return Int32(truncatingIfNeeded: pair >> UInt64(place % 2 * 32))
  }

  /// Brings the first bucket of a hash nearer before it is needed; what it returns says nothing.
  @inline(__always)
  package func touch(_ hash: UInt64) -> UInt64 {
    words[bucket(of: hash) * HashIndex.wordsOfBucket]
  }

  /// Puts a number where a probe for its hash ended.
  @inline(__always)
  package mutating func insert(_ number: Int32, at probe: Probe) {
    let start = probe.bucket * HashIndex.wordsOfBucket
    let place = 8 - words[start].leadingZeroBitCount / 8
    words[start] |= (probe.tags & 0xFF) << UInt64(place * 8)
    words[start + 1 + place / 2] |=
      UInt64(UInt32(bitPattern: number)) << UInt64(place % 2 * 32)
    count += 1
  }

  /// Empties the table and makes it as large as so many numbers need.
  package mutating func removeAll(makingRoomFor total: Int) {
    bucketCount = total / HashIndex.mostInBucket + 1
    count = 0
    // The old slots go before the new ones come: both together are the most memory of all.
    words = []
    words = Array(repeating: 0, count: bucketCount * HashIndex.wordsOfBucket)
  }

  /// Puts in a number that is known not to be there.
  package mutating func insert(_ number: Int32, hash: UInt64) {
    var bucket = bucket(of: hash)
    while !HashIndex.hasFreeSlot(words[bucket * HashIndex.wordsOfBucket]) {
      bucket = bucket + 1 == bucketCount ? 0 : bucket + 1
    }
    insert(number, at: Probe(bucket: bucket, tags: HashIndex.tag(of: hash), candidates: 0))
  }

  /// The lower half of a hash chooses the bucket, whatever their number is.
  @inline(__always)
  private func bucket(of hash: UInt64) -> Int {
    Int(((hash & 0xFFFF_FFFF) &* UInt64(bucketCount)) >> 32)
  }

  /// The highest byte of a hash, which is never 0.
  @inline(__always)
  private static func tag(of hash: UInt64) -> UInt64 { max(hash >> 56, 1) }

  @inline(__always)
  private static func hasFreeSlot(_ tags: UInt64) -> Bool { tags >> 56 == 0 }

  /// The highest bit of each byte that is the same in both words, and no other bit.
  @inline(__always)
  private static func places(of tags: UInt64, in word: UInt64) -> UInt64 {
    let difference = word ^ tags
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((difference & low) &+ low) | difference | low)
  }
}
