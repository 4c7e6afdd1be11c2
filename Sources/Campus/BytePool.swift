import Glibc

/// Distinct byte strings numbered in the order they are first seen: identifiers and texts of
/// columns, each held once. Exact, never a hash alone.
package struct BytePool: Sendable {
  private var entries: [PoolEntry] = []
  /// The longer strings, one after another.
  private var arena: [UInt8] = []
  /// Empty until a string is looked for, and again after `endLookUp`.
  private var index = HashIndex()
  /// What was touched: said here, so that the compiler must not leave it out.
  private var touched: UInt64 = 0
  /// Bytes at the end of each string that distinguish it and are not part of its text.
  private let markLength: Int

  /// A pool of strings whose last `markLength` bytes only keep them apart: an article known by its
  /// DOI `1` is not the article with the number `1`, though both read `1`.
  package init(markLength: Int = 0) {
    self.markLength = markLength
  }

  package var count: Int { entries.count }

  /// The number of a byte string, new or known.
  package mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    intern(bytes, hash: ByteHash(bytes).low)
  }

  /// The same for a byte string whose hash is known: the lower half of `ByteHash`.
  package mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int32 {
    prepareLookUp()
    let entry = PoolEntry(short: bytes)
    var probe = index.probe(for: hash)
    while let known = index.next(&probe) {
      if isEqual(known, entry, bytes) { return known }
    }
    let number = Int32(entries.count)
    if let entry {
      entries.append(entry)
    } else {
      entries.append(PoolEntry(start: arena.count, count: bytes.count))
      arena.append(contentsOf: bytes)
    }
    index.insert(number, at: probe)
    return number
  }

  package mutating func intern(_ text: String) -> Int32 {
    var copy = text
    return copy.withUTF8 { intern($0) }
  }

  /// Makes sure that a string can be looked for and put in.
  @inline(__always)
  private mutating func prepareLookUp() {
    if !index.hasRoom(for: 1) { makeRoom(for: 2 * entries.count + 64) }
  }

  /// Brings nearer what will be looked at when strings are interned: first the slots of their hashes,
  /// then the strings that are probably theirs. Many at a time cost little more than one, for the
  /// memory answers several questions at once.
  package mutating func touch(_ hashes: [UInt64]) {
    prepareLookUp()
    // A small pool is near at all times.
    guard entries.count > 4096 else { return }
    for hash in hashes { touched |= index.touch(hash) }
    for hash in hashes {
      var probe = index.probe(for: hash)
      if let number = index.next(&probe) { touched |= entries[Int(number)].low }
    }
  }

  /// Forgets what only looking for strings needs; it comes back when one is looked for.
  package mutating func endLookUp() {
    index = HashIndex()
  }

  /// The number of a byte string that is in the pool already. Not after `endLookUp`, where only
  /// `numbers(of:)` finds any.
  package func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    if entries.isEmpty { return nil }
    precondition(!index.isEmpty, "the look-up of the pool has ended")
    return number(of: bytes, index)
  }

  package func number(of text: String) -> Int32? {
    var copy = text
    return copy.withUTF8 { number(of: $0) }
  }

  /// For each string of another pool its number here, or -1.
  package func numbers(of other: BytePool) -> [Int32] {
    var index = index
    if index.isEmpty { fill(&index, roomFor: entries.count + 1) }
    return (0..<Int32(other.count)).map { string in
      other.withBytes(of: string) { number(of: $0, index) } ?? -1
    }
  }

  package func text(_ number: Int32) -> String {
    withBytes(of: number) { String(decoding: $0.dropLast(markLength), as: UTF8.self) }
  }

  /// Appends the text of a string without its mark.
  package func appendText(_ number: Int32, to bytes: inout [UInt8]) {
    withBytes(of: number) { bytes.append(contentsOf: $0.dropLast(markLength)) }
  }

  /// Hands the bytes of a string to a function, the mark included.
  package func withBytes<Result>(
    of number: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let entry = entries[Int(number)]
    guard let range = entry.rangeInArena else { return entry.withShortBytes(body) }
    return arena.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  private func number(of bytes: UnsafeBufferPointer<UInt8>, _ index: HashIndex) -> Int32? {
    let entry = PoolEntry(short: bytes)
    var probe = index.probe(for: ByteHash(bytes).low)
    while let known = index.next(&probe) {
      if isEqual(known, entry, bytes) { return known }
    }
    return nil
  }

  /// Makes room for so many strings, if there is none yet, and for twice as many as there are at
  /// least.
  package mutating func reserve(_ total: Int) {
    guard total > entries.count, !index.hasRoom(for: total - entries.count) else { return }
    let room = max(total, 2 * entries.count)
    entries.reserveCapacity(room)
    makeRoom(for: room)
  }

  private mutating func makeRoom(for total: Int) {
    // Nobody else may hold the old slots, which go before the new ones come.
    var larger = HashIndex()
    swap(&larger, &index)
    fill(&larger, roomFor: total)
    index = larger
  }

  private func fill(_ index: inout HashIndex, roomFor total: Int) {
    index.removeAll(makingRoomFor: total)
    for number in 0..<Int32(entries.count) {
      index.insert(number, hash: withBytes(of: number) { ByteHash($0).low })
    }
  }

  /// Whether a string of the pool is this one, which has an entry of its own if it is short.
  @inline(__always)
  private func isEqual(
    _ number: Int32, _ entry: PoolEntry?, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let known = entries[Int(number)]
    if let entry { return known == entry }
    guard let range = known.rangeInArena, range.count == bytes.count,
      let other = bytes.baseAddress
    else { return false }
    return arena.withUnsafeBufferPointer { arena in
      arena.baseAddress.map { memcmp($0 + range.lowerBound, other, range.count) == 0 } ?? false
    }
  }
}
