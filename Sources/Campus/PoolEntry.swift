/// A string of a pool in sixteen bytes: itself, if it is short, or where it lies among the long
/// ones. An identifier is nearly always short, and is then found by one look into the memory.
struct PoolEntry: Equatable, Sendable {
  /// So many bytes and their number fill an entry.
  static let longestShort = 15
  private static let long: UInt64 = 0xFF

  /// The first eight bytes, the first of all in the lowest; or where a long string begins.
  let low: UInt64
  /// The other bytes, and in the highest byte how many there are; or the length of a long string.
  private let high: UInt64

  /// A string among the long ones.
  init(start: Int, count: Int) {
    low = UInt64(start)
    high = UInt64(count) | PoolEntry.long << 56
  }

  /// A string that is short enough; otherwise nil.
  @inline(__always)
  init?(short bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    guard count <= PoolEntry.longestShort else { return nil }
    let raw = UnsafeRawBufferPointer(bytes)
    if count > 8 {
      low = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
      // The last eight bytes, without those that are in the first.
      let last = UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
      high = last >> UInt64((16 - count) * 8) | UInt64(count) << 56
    } else {
      low = PoolEntry.word(raw)
      high = UInt64(count) << 56
    }
  }

  /// Up to eight bytes, the first in the lowest.
  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let count = bytes.count
    if count >= 4 {
      let head = UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self))
      let tail = UInt32(
        littleEndian: bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      // Where they overlap they are the same.
      return UInt64(head) | UInt64(tail) << UInt64((count - 4) * 8)
    }
    var word: UInt64 = 0
    for offset in 0..<count { word |= UInt64(bytes[offset]) << UInt64(offset * 8) }
    return word
  }

  /// Where a long string lies; nil for a short one.
  @inline(__always)
  var rangeInArena: Range<Int>? {
    guard high >> 56 == PoolEntry.long else { return nil }
    return Int(low)..<Int(low) + Int(high & 0x00FF_FFFF_FFFF_FFFF)
  }

  /// Hands the bytes of a short string to a function.
  @inline(__always)
  func withShortBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let count = Int(high >> 56)
    return withUnsafeBytes(of: (low.littleEndian, high.littleEndian)) { bytes in
      body(UnsafeBufferPointer(rebasing: bytes.bindMemory(to: UInt8.self)[..<count]))
    }
  }
}
