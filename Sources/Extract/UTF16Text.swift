/// UTF-16 in either byte order.
struct UTF16Text: Sendable {
  let bigEndian: Bool

  /// How many of the bytes, from the first, are whole characters: no half a unit, no surrogate
  /// without its partner.
  func validLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var position = 0
    while position + 1 < bytes.count {
      let unit = unit(bytes, position)
      if UTF16.isLeadSurrogate(unit) {
        guard position + 3 < bytes.count, UTF16.isTrailSurrogate(self.unit(bytes, position + 2))
        else { return position }
        position += 4
      } else if UTF16.isTrailSurrogate(unit) {
        return position
      } else {
        position += 2
      }
    }
    return position
  }

  /// Writes whole characters as UTF-8, at most three bytes for two; returns how many bytes were
  /// read and written. What is invalid (only in a file changed since its survey) is left unread.
  func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, to output: UnsafeMutablePointer<UInt8>
  ) -> (read: Int, written: Int) {
    var position = 0
    var written = 0
    while position + 1 < bytes.count {
      let unit = unit(bytes, position)
      if UTF16.isLeadSurrogate(unit) {
        guard position + 3 < bytes.count else { break }
        let trail = self.unit(bytes, position + 2)
        guard UTF16.isTrailSurrogate(trail) else { break }
        let scalar = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(trail & 0x3FF))
        output[written] = 0xF0 | UInt8(truncatingIfNeeded: scalar >> 18)
        output[written + 1] = 0x80 | UInt8(truncatingIfNeeded: (scalar >> 12) & 0x3F)
        output[written + 2] = 0x80 | UInt8(truncatingIfNeeded: (scalar >> 6) & 0x3F)
        output[written + 3] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
        written += 4
        position += 4
      } else if UTF16.isTrailSurrogate(unit) {
        break
      } else {
        written += UTF8Text.write(unit, to: output + written)
        position += 2
      }
    }
    return (position, written)
  }

  @inline(__always)
  private func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> UInt16 {
    let (low, high) = bigEndian ? (position + 1, position) : (position, position + 1)
    return UInt16(bytes[high]) << 8 | UInt16(bytes[low])
  }
}
