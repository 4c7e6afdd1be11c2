/// White space in UTF-8 bytes: what Unicode calls so, and U+FEFF (sources.md, section 2).
enum WhiteSpace {
  /// Whether a white-space character may begin with the byte: a quick look that spares most cells
  /// the slow one.
  @inline(__always)
  static func mayBegin(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3) || byte == 0xEF
  }

  /// Whether a cell holds nothing but white space.
  static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    while position < bytes.count {
      let length = length(in: bytes, at: position)
      if length == 0 { return false }
      position += length
    }
    return true
  }

  /// Where the first character that is no white space begins; the count when there is none.
  static func end(ofLeading bytes: UnsafeBufferPointer<UInt8>, lineBreaks: Bool = true) -> Int {
    var position = 0
    while position < bytes.count {
      let length = length(in: bytes, at: position)
      if length == 0 || (!lineBreaks && isLineBreak(bytes[position])) { break }
      position += length
    }
    return position
  }

  /// Where the white space at the end begins.
  static func start(ofTrailing bytes: UnsafeBufferPointer<UInt8>, lineBreaks: Bool = true) -> Int {
    var end = bytes.count
    while end > 0 {
      // A white-space character has one to three bytes, and only its first is no continuation.
      var start = end - 1
      while start > 0, bytes[start] & 0xC0 == 0x80, end - start < 3 { start -= 1 }
      if !lineBreaks && isLineBreak(bytes[start]) { break }
      if length(in: bytes, at: start) != end - start { break }
      end = start
    }
    return end
  }

  private static func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// The length of the white-space character at a position, or 0 when it is another.
  private static func length(in bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    let first = bytes[position]
    if first < 0x80 { return first == 0x20 || (first >= 0x09 && first <= 0x0D) ? 1 : 0 }
    func byte(_ offset: Int) -> UInt8 {
      position + offset < bytes.count ? bytes[position + offset] : 0
    }
    switch (first, byte(1)) {
    case (0xC2, 0x85), (0xC2, 0xA0):  // U+0085, U+00A0
      return 2
    case (0xE1, 0x9A):  // U+1680
      return byte(2) == 0x80 ? 3 : 0
    case (0xE2, 0x80):  // U+2000 to U+200A, U+2028, U+2029, U+202F
      switch byte(2) {
      case 0x80...0x8A, 0xA8, 0xA9, 0xAF: return 3
      default: return 0
      }
    case (0xE2, 0x81):  // U+205F
      return byte(2) == 0x9F ? 3 : 0
    case (0xE3, 0x80):  // U+3000
      return byte(2) == 0x80 ? 3 : 0
    case (0xEF, 0xBB):  // U+FEFF
      return byte(2) == 0xBF ? 3 : 0
    default:
      return 0
    }
  }
}
