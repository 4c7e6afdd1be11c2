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
  /// That of a row which has no key.
  static let withoutKey = RowFingerprint()

  private var first: UInt64 = 0
  private var second: UInt64 = 0

  /// That of the row if it has a key, even where all its values are missing or mean nothing.
  @inline(__always)
  var withKey: RowFingerprint { self == .withoutKey ? RowFingerprint.nothing : self }

  /// Of a row with a key and nothing else: the sum of no column.
  private static let nothing = RowFingerprint(second: 1)

  /// Adds a number of a column.
  @inline(__always)
  mutating func add(_ value: Int32, column: Int) {
    add(UInt64(UInt32(bitPattern: value)), 0, column: column)
  }

  /// Adds a byte string of a column by its hash.
  @inline(__always)
  mutating func add(_ hash: ByteHash, column: Int) {
    add(hash.low, hash.high, column: column)
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
}
