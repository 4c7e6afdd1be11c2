/// UTF-8 as it is defined: no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Text {
  /// How many of the bytes, from the first, are whole characters. Fewer than all are left when the
  /// next character is invalid or incomplete.
  static func validLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    let count = bytes.count
    var position = 0
    while true {
      position = ASCIIText.end(of: bytes, from: position)
      // Three bytes a character is what Chinese text is made of.
      while position + 3 <= count, base[position] & 0xF0 == 0xE0 {
        guard isThree(base + position) else { return position }
        position += 3
      }
      guard position < count else { return count }
      let first = base[position]
      if first < 0x80 { continue }
      let left = count - position
      if first >= 0xC2, first < 0xE0 {
        guard left >= 2, base[position + 1] & 0xC0 == 0x80 else { return position }
        position += 2
      } else if first >= 0xF0, first < 0xF5 {
        guard left >= 4, isFour(base + position) else { return position }
        position += 4
      } else {
        return position
      }
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
