import Glibc

/// Distinct byte strings numbered in the order they are first seen: identifiers and texts of
/// columns, each held once. An open-addressing table over one arena; exact, never a hash alone.
package struct BytePool: Sendable {
  private var arena: [UInt8] = []
  private var ends: [Int] = []
  private var index = HashIndex()
  /// Bytes at the end of each string that distinguish it and are not part of its text.
  private let markLength: Int

  /// A pool of strings whose last `markLength` bytes only keep them apart: an article known by its
  /// DOI `1` is not the article with the number `1`, though both read `1`.
  package init(markLength: Int = 0) {
    self.markLength = markLength
  }

  package var count: Int { ends.count }

  /// The number of a byte string, new or known.
  package mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    intern(bytes, hash: BytePool.hash(bytes))
  }

  /// The same for a byte string whose hash is known.
  package mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int32 {
    var probe = index.probe(for: hash)
    while let known = index.next(&probe) {
      if equal(known, bytes) { return known }
    }
    let number = Int32(ends.count)
    arena.append(contentsOf: bytes)
    ends.append(arena.count)
    index.insert(number, at: probe)
    return number
  }

  /// Brings what is known of a hash nearer before it is asked for; returns nothing of use.
  @inline(__always)
  package func touch(_ hash: UInt64) -> UInt64 { index.touch(hash) }

  package mutating func intern(_ text: String) -> Int32 {
    var copy = text
    return copy.withUTF8 { intern($0) }
  }

  /// The number of a byte string that is in the pool already.
  package func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    var probe = index.probe(for: BytePool.hash(bytes))
    while let known = index.next(&probe) {
      if equal(known, bytes) { return known }
    }
    return nil
  }

  package func number(of text: String) -> Int32? {
    var copy = text
    return copy.withUTF8 { number(of: $0) }
  }

  package func text(_ number: Int32) -> String {
    String(decoding: arena[range(number)].dropLast(markLength), as: UTF8.self)
  }

  /// Appends the text of a string without its mark.
  package func appendText(_ number: Int32, to bytes: inout [UInt8]) {
    withBytes(of: number) { bytes.append(contentsOf: $0.dropLast(markLength)) }
  }

  /// Hands the bytes of a string to a function, the mark included.
  package func withBytes<Result>(
    of number: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let range = range(number)
    return arena.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  private func range(_ number: Int32) -> Range<Int> {
    let index = Int(number)
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  private func equal(_ number: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == bytes.count else { return false }
    guard let other = bytes.baseAddress, !bytes.isEmpty else { return true }
    return arena.withUnsafeBufferPointer { arena in
      arena.baseAddress.map { memcmp($0 + range.lowerBound, other, range.count) == 0 } ?? false
    }
  }

  /// A multiply-and-fold hash over eight bytes at a time.
  package static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 &+ UInt64(bytes.count)
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    while offset + 8 <= raw.count {
      state = mix(state ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    return mix(state ^ lastWord(of: bytes))
  }

  /// The last bytes of a string as one word: all that follow the last eighth byte, and some before
  /// them. Strings of one length that differ there have different words.
  @inline(__always)
  package static func lastWord(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = raw.count
    if count >= 8 { return raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self) }
    if count >= 4 {
      let head = raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
      let tail = raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      return UInt64(head) << 32 | UInt64(tail)
    }
    if count == 0 { return 0 }
    return UInt64(raw[0]) << 16 | UInt64(raw[count / 2]) << 8 | UInt64(raw[count - 1])
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
