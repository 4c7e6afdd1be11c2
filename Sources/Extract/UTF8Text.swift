/// UTF-8 as it is defined: no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Text {
  /// How many of the bytes, from the first, are whole characters. Fewer than all are left when the
  /// next character is invalid or incomplete.
  static func validLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    let count = bytes.count
    var position = 0
    while position < count {
      position = end(ofPlainBlocks: bytes, from: position)
      let end = min(count, position + blockSize)
      while position < end {
        let length = length(base + position, left: count - position)
        if length == 0 { return position }
        position += length
      }
    }
    return count
  }

  /// The length of the character that begins here; 0 when it is invalid or incomplete.
  @inline(__always)
  private static func length(_ bytes: UnsafePointer<UInt8>, left: Int) -> Int {
    switch bytes[0] {
    case 0..<0x80: 1
    case 0xE0...0xEF: left >= 3 && isThree(bytes) ? 3 : 0
    case 0xC2..<0xE0: left >= 2 && bytes[1] & 0xC0 == 0x80 ? 2 : 0
    case 0xF0..<0xF5: left >= 4 && isFour(bytes) ? 4 : 0
    default: 0
    }
  }

  private static func isThree(_ bytes: UnsafePointer<UInt8>) -> Bool {
    guard bytes[1] & 0xC0 == 0x80, bytes[2] & 0xC0 == 0x80 else { return false }
    if bytes[0] == 0xE0 { return bytes[1] >= 0xA0 }
    if bytes[0] == 0xED { return bytes[1] < 0xA0 }
    return true
  }

  private static func isFour(_ bytes: UnsafePointer<UInt8>) -> Bool {
    guard bytes[1] & 0xC0 == 0x80, bytes[2] & 0xC0 == 0x80, bytes[3] & 0xC0 == 0x80 else {
      return false
    }
    if bytes[0] == 0xF0 { return bytes[1] >= 0x90 }
    if bytes[0] == 0xF4 { return bytes[1] < 0x90 }
    return true
  }

  private static let blockSize = 64

  /// Where the blocks end, from a character's beginning on, that hold nothing but ASCII and
  /// characters of three bytes, of which Chinese text is made.
  private static func end(
    ofPlainBlocks bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    guard let base = bytes.baseAddress else { return start }
    var position = start
    while position + blockSize <= bytes.count, isPlain(UnsafeRawPointer(base + position)) {
      position += blockSize
      // The last character may go on behind the block.
      if bytes[position - 1] >= 0xE0 {
        position -= 1
      } else if bytes[position - 2] >= 0xE0 {
        position -= 2
      }
    }
    return position
  }

  /// Whether a block, which begins with a character, holds nothing but ASCII and characters of three
  /// bytes that begin with neither E0 nor ED, whose second byte may not be any.
  ///
  /// Eight bytes a step, and in each the highest bit says what the byte is; the compiler makes
  /// vectors of it.
  @inline(__always)
  private static func isPlain(_ block: UnsafeRawPointer) -> Bool {
    let highest: UInt64 = 0x8080_8080_8080_8080
    var wrong: UInt64 = 0
    var firstsBefore: UInt64 = 0
    for step in 0..<blockSize / 8 {
      let word = UInt64(
        littleEndian: block.loadUnaligned(fromByteOffset: step * 8, as: UInt64.self))
      let notFirst = word & ~(word << 1) & highest
      let first = word & (word << 1) & highest
      let firstOfThree = first & (word << 2) & ~(word << 3)
      // The byte after the first one and the byte after that, here or in the next word.
      let expected =
        firstOfThree << 8 | firstOfThree << 16 | firstsBefore >> 56 | firstsBefore >> 48
      wrong |= notFirst ^ expected
      wrong |= first ^ firstOfThree
      let low = word & 0x0F0F_0F0F_0F0F_0F0F
      let isNotZero = low &+ 0x7F7F_7F7F_7F7F_7F7F
      let isNotD = (low ^ 0x0D0D_0D0D_0D0D_0D0D) &+ 0x7F7F_7F7F_7F7F_7F7F
      wrong |= firstOfThree & ~(isNotZero & isNotD)
      firstsBefore = firstOfThree
    }
    return wrong & highest == 0
  }

  /// Writes a character of the basic plane; returns how many bytes it took, at most three.
  @inline(__always)
  static func write(_ scalar: UInt16, to output: UnsafeMutablePointer<UInt8>) -> Int {
    if scalar < 0x80 {
      output[0] = UInt8(truncatingIfNeeded: scalar)
      return 1
    }
    if scalar < 0x800 {
      output[0] = 0xC0 | UInt8(truncatingIfNeeded: scalar >> 6)
      output[1] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
      return 2
    }
    output[0] = 0xE0 | UInt8(truncatingIfNeeded: scalar >> 12)
    output[1] = 0x80 | UInt8(truncatingIfNeeded: (scalar >> 6) & 0x3F)
    output[2] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
    return 3
  }
}

/// Bytes below 0x80, which mean the same in UTF-8 and CP950 and are passed over eight at a time.
enum ASCIIText {
  /// Where the run of ASCII bytes that begins at a position ends.
  @inline(__always)
  static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var position = start
    while position + 8 <= raw.count,
      raw.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      position += 8
    }
    while position < raw.count, raw[position] < 0x80 { position += 1 }
    return position
  }
}
