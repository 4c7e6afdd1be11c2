import Campus

/// The first 32 bytes of a cell as four words, zeros behind a shorter one: compared and hashed
/// without a loop, and without a branch on the length, which would be guessed wrong as often as not.
struct SpellingHead: Equatable, Sendable {
  static let length = 32
  /// Ones for 32 bytes, then as many zeros.
  private static let masks: [UInt64] = [~0, ~0, ~0, ~0, 0, 0, 0, 0]

  // Four words and no SIMD type, of which this compiler makes slow code.
  private let first, second, third, fourth: UInt64

  init() {
    (first, second, third, fourth) = (0, 0, 0, 0)
  }

  /// - Parameter readable: how many bytes may be read from the cell's first on: its own and those
  ///   behind it. With 32 of them the cell is not copied.
  @inline(__always)
  init(_ cell: Cell, readable: Int) {
    guard readable >= SpellingHead.length, let base = cell.baseAddress else {
      self.init(copying: cell)
      return
    }
    // The masks are 64 bytes: whatever the count, 32 of them follow the first one read.
    let shift = SpellingHead.length - min(cell.count, SpellingHead.length)
    self = SpellingHead.masks.withUnsafeBytes { masks in
      let bytes = UnsafeRawPointer(base)
      func word(_ offset: Int) -> UInt64 {
        bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          & masks.loadUnaligned(fromByteOffset: shift + offset, as: UInt64.self)
      }
      return SpellingHead(word(0), word(8), word(16), word(24))
    }
  }

  @inline(__always)
  private init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
    (self.first, self.second, self.third, self.fourth) = (first, second, third, fourth)
  }

  /// Reads no more than the cell.
  private init(copying cell: Cell) {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    withUnsafeMutableBytes(of: &words) { words in
      words.copyBytes(from: cell.prefix(SpellingHead.length))
    }
    (first, second, third, fourth) = words
  }

  /// A hash of the bytes and of the count of the whole cell; its lower bits are good ones.
  @inline(__always)
  func hash(count: Int) -> UInt64 {
    let mixed =
      (first &* 0x9E37_79B9_7F4A_7C15) ^ (second &* 0xA076_1D64_78BD_642F)
      ^ (third &* 0xE703_7ED1_A0B4_28DB) ^ (fourth &* 0x8EBC_6AF0_9C88_C6E3)
    return ((mixed ^ (mixed >> 29) ^ UInt64(count)) &* 0xBF58_476D_1CE4_E5B9) >> 32
  }

  @inline(__always)
  static func == (left: SpellingHead, right: SpellingHead) -> Bool {
    (left.first ^ right.first) | (left.second ^ right.second) | (left.third ^ right.third)
      | (left.fourth ^ right.fourth) == 0
  }
}
