import Campus

/// 128 bits that stand for all values of a row after normalisation.
///
/// They decide only whether two rows of one key, which is itself compared exactly, are the same row
/// or contradict each other. So there are at most as many comparisons as rows, and the chance that
/// two different rows of five million pass for one is below 10⁻³¹. The values themselves would take
/// hundreds of bytes a row.
///
/// Each column adds a strongly mixed number of its own, a missing value nothing. So the columns may
/// come in any order, and a column that a file lacks is the same as one without values.
struct RowFingerprint: Hashable, Sendable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0

  /// Adds a number of a column.
  @inline(__always)
  mutating func add(_ value: Int32, column: Int) {
    add(UInt64(UInt32(bitPattern: value)), 0, column: column)
  }

  /// Adds a byte string of a column.
  @inline(__always)
  mutating func add(_ bytes: Cell, column: Int) {
    let (low, high) = RowFingerprint.hash(bytes)
    add(low, high, column: column)
  }

  @inline(__always)
  private mutating func add(_ low: UInt64, _ high: UInt64, column: Int) {
    let mixed = RowFingerprint.scattered(low &+ UInt64(column + 1) &* 0x9E37_79B9_7F4A_7C15)
    first &+= mixed
    second &+= RowFingerprint.scattered(high ^ (mixed &* 0xA076_1D64_78BD_642F))
  }

  /// The finaliser of splitmix64: different numbers stay different.
  @inline(__always)
  private static func scattered(_ value: UInt64) -> UInt64 {
    var bits = value
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// Two independent hashes of a byte string.
  @inline(__always)
  private static func hash(_ bytes: Cell) -> (UInt64, UInt64) {
    var low = 0x2D35_8DCC_AA6C_78A5 ^ UInt64(bytes.count)
    var high = 0x8BB8_4B93_962E_ACC9 &+ UInt64(bytes.count)
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    while offset + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      low = folded(low ^ word, 0x4B33_A62E_D433_D4A3)
      high = folded(high ^ word, 0x4D5A_2DA5_1DE1_AA47)
      offset += 8
    }
    let tail = BytePool.lastWord(of: bytes)
    return (folded(low ^ tail, 0xA076_1D64_78BD_642F), folded(high ^ tail, 0xE703_7ED1_A0B4_28DB))
  }

  @inline(__always)
  private static func folded(_ value: UInt64, _ factor: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }
}
