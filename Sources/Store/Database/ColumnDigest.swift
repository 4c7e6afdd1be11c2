/// The number by which a packed column is looked for in the database. It stays as it is: with another
/// one no column of before would be found. Columns with the same number may be different.
enum ColumnDigest {
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var state = 0x9E37_79B9_7F4A_7C15 &+ UInt64(bytes.count)
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    while offset + 8 <= raw.count {
      state = mix(state ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    return Int(truncatingIfNeeded: mix(state ^ lastWord(of: raw)))
  }

  /// The last bytes as one word: all that follow the last eighth byte, and some before them.
  private static func lastWord(of raw: UnsafeRawBufferPointer) -> UInt64 {
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
