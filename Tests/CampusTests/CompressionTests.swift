import SeededRandomness
import Testing

@testable import Campus

struct CompressionTests {
  private static func compressed(_ pieces: [[UInt8]], _ wrapper: Deflation.Wrapper) -> [UInt8] {
    var deflation = Deflation(wrapper)
    for piece in pieces { deflation.append(piece) }
    return deflation.finished()
  }

  /// Pieces without a byte among them, of bytes that repeat and of bytes that do not.
  @Test(arguments: 0..<20) func whatIsExpandedIsWhatWasCompressed(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let kinds = [1, 3, 256][random.below(3)]
    let pieces = (0..<random.below(6)).map { _ in
      (0..<random.below(200_000)).map { _ in UInt8(random.below(kinds)) }
    }
    let bytes = Array(pieces.joined())
    let compressed = Self.compressed(pieces + [[]], .zlib)
    #expect(Inflation.expanded(compressed, size: bytes.count) == bytes, "seed \(seed)")
    #expect(Inflation.expanded(compressed, size: bytes.count + 1) == nil)
    if !bytes.isEmpty {
      #expect(Inflation.expanded(compressed, size: bytes.count - 1) == nil)
    }
  }

  @Test func damageIsNoticedAndNeverTraps() {
    var random = SplitMix64(seed: 5)
    let bytes = (0..<3_000).map { UInt8($0 * $0 % 251) & 0x3F }
    let compressed = Self.compressed([bytes], .zlib)
    for _ in 0..<2_000 {
      var damaged = compressed
      damaged[random.below(damaged.count)] ^= 1 << UInt8(random.below(8))
      let expanded = Inflation.expanded(damaged, size: bytes.count)
      // Two bits of the header have no meaning for who expands.
      #expect(expanded == nil || expanded == bytes)
    }
    for count in compressed.indices {
      #expect(Inflation.expanded(Array(compressed[..<count]), size: bytes.count) == nil)
    }
  }

  /// As databases of earlier versions hold it.
  @Test func whatZlibCompressedIsExpanded() {
    let compressed: [UInt8] = [
      120, 1, 75, 78, 204, 45, 40, 45, 86, 72, 38, 147, 2, 0, 4, 17, 23, 242,
    ]
    let words = String(repeating: "campus ", count: 9)
    #expect(Inflation.expanded(compressed, size: 63) == Array(words.utf8))
  }

  @Test func theWrapperStandsAroundTheSameBytes() {
    let bytes = Array("一二三一二三一二三".utf8)
    let wrapped = Self.compressed([bytes], .zlib)
    #expect(Array(wrapped.dropFirst(2).dropLast(4)) == Self.compressed([bytes], .none))
  }

  /// The check value of the standard's catalogue, in pieces.
  @Test func checksumOfPieces() {
    for split in 0...9 {
      let digits = Array("123456789".utf8)
      var checksum = CRC32()
      checksum.append(Array(digits[..<split]))
      checksum.append(Array(digits[split...]))
      #expect(checksum.value == 0xCBF4_3926)
    }
    #expect(CRC32().value == 0)
  }
}
