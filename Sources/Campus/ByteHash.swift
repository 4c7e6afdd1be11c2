/// Two independent hashes of a byte string: multiplied and folded, eight bytes at a time.
package struct ByteHash: Sendable {
  /// `BytePool.hash`.
  package let first: UInt64
  package let second: UInt64

  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var first = BytePool.seed(count: bytes.count)
    var second = 0x8BB8_4B93_962E_ACC9 &+ UInt64(bytes.count)
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    while offset + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      first = BytePool.mix(first ^ word)
      second = ByteHash.folded(second ^ word, 0x4D5A_2DA5_1DE1_AA47)
      offset += 8
    }
    let last = BytePool.lastWord(of: bytes)
    self.first = BytePool.mix(first ^ last)
    self.second = ByteHash.folded(second ^ last, 0xE703_7ED1_A0B4_28DB)
  }

  /// The product of two numbers, its upper half laid over the lower.
  @inline(__always)
  fileprivate static func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}

extension BytePool {
  /// The hash by which a string is found, and which databases keep of their packed columns: it stays
  /// as it is.
  package static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var state = seed(count: bytes.count)
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    while offset + 8 <= raw.count {
      state = mix(state ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    return mix(state ^ lastWord(of: bytes))
  }

  @inline(__always)
  fileprivate static func seed(count: Int) -> UInt64 { 0x9E37_79B9_7F4A_7C15 &+ UInt64(count) }

  /// The last bytes of a string as one word: all that follow the last eighth byte, and some before
  /// them. Strings of one length that differ there have different words.
  @inline(__always)
  fileprivate static func lastWord(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
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

  @inline(__always)
  fileprivate static func mix(_ value: UInt64) -> UInt64 {
    ByteHash.folded(value, 0xD6E8_FEB8_6659_FD93)
  }
}
