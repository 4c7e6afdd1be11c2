/// The value of a row in a column of byte strings: where it lies in the bytes of its batch.
struct ByteSlice: Equatable, Sendable {
  static var missing: ByteSlice { ByteSlice(start: 0, length: .max) }
  private static let folded: UInt32 = 1 << 31

  // A batch has thousands of them: two words of 32 bits hold what lies in it. They trap rather than
  // take a wrong value, which a row of gigabytes would have to bring about.
  private let first: UInt32
  /// The count, and the highest bit for what is folded; all ones for a missing value.
  private let length: UInt32

  private init(start: UInt32, length: UInt32) {
    first = start
    self.length = length
  }

  /// A value in the batch's folded bytes, or else in its raw ones.
  @inline(__always)
  init(start: Int, count: Int, isFolded: Bool) {
    precondition(count < Int(ByteSlice.folded) - 1, "a value of two gigabytes")
    self.init(start: UInt32(start), length: UInt32(count) | (isFolded ? ByteSlice.folded : 0))
  }

  @inline(__always)
  var isMissing: Bool { length == .max }

  @inline(__always)
  var isFolded: Bool { length & ByteSlice.folded != 0 }

  /// Empty for a missing value.
  @inline(__always)
  var range: Range<Int> {
    let count = isMissing ? 0 : Int(length & ~ByteSlice.folded)
    return Int(first)..<Int(first) + count
  }
}
