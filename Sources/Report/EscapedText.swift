/// Text on its way into a format that gives some characters a meaning.
enum EscapedText {
  /// Appends a text, runs of harmless bytes at once.
  ///
  /// - Parameters:
  ///   - isHarmless: whether a character that begins with this byte stands for itself.
  ///   - escape: writes any other character, or leaves it to be written as it is.
  @inline(__always)
  static func append(
    _ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8],
    isHarmless: (UInt8) -> Bool, escape: (Unicode.Scalar, inout [UInt8]) -> Bool
  ) {
    var position = 0
    while position < text.count {
      let start = position
      while position < text.count, isHarmless(text[position]) { position += 1 }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<position]))
      guard position < text.count else { return }
      let (scalar, length) = scalar(at: position, in: text)
      if !escape(scalar, &output) {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[position..<position + length]))
      }
      position += length
    }
  }

  /// The character that begins at a place in UTF-8, and how many bytes it takes.
  @inline(__always)
  static func scalar(
    at position: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> (Unicode.Scalar, length: Int) {
    func bits(_ offset: Int) -> UInt32 { UInt32(text[position + offset]) & 0x3F }
    let first = UInt32(text[position])
    let (value, length) =
      switch first {
      case 0..<0x80: (first, 1)
      case 0..<0xE0: ((first & 0x1F) << 6 | bits(1), 2)
      case 0..<0xF0: ((first & 0x0F) << 12 | bits(1) << 6 | bits(2), 3)
      default: ((first & 0x07) << 18 | bits(1) << 12 | bits(2) << 6 | bits(3), 4)
      }
    // A string holds nothing but characters.
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}

extension String {
  /// Its bytes in UTF-8.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}
