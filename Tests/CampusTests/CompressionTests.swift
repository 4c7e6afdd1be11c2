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

  /// Output of just as many bytes as the library is given room for, and about that.
  @Test func bytesThatCannotBeCompressed() {
    var random = SplitMix64(seed: 7)
    let bytes = (0..<65_530).map { _ in UInt8(random.below(256)) }
    var lengths: Set<Int> = []
    for count in 65_440...bytes.count {
      let compressed = Self.compressed([Array(bytes[..<count])], .zlib)
      lengths.insert(compressed.count)
      #expect(Inflation.expanded(compressed, size: count) == Array(bytes[..<count]))
    }
    #expect(lengths.isSuperset(of: 65_530...65_540))
  }

  /// As databases of earlier versions hold it: at once, and as columns with a change of the strategy
  /// in between.
  @Test func whatZlibCompressedIsExpanded() {
    let plain: [UInt8] = [
      120, 1, 75, 78, 204, 45, 40, 45, 86, 72, 38, 147, 2, 0, 4, 17, 23, 242,
    ]
    let words = Array(String(repeating: "campus ", count: 9).utf8)
    #expect(Inflation.expanded(plain, size: 63) == words)
    let changing: [UInt8] = [
      120, 1, 74, 78, 204, 45, 40, 45, 86, 72, 38, 68, 1, 118, 226, 173, 144, 121, 76, 227, 178,
      211, 31, 68, 173, 226, 91, 86, 158, 251, 44, 97, 155, 212, 206, 142, 5, 0, 0, 223, 207, 26, 6,
    ]
    let numbers = (40..<60).map { UInt8($0 * 37 & 0xFF) } + Array(repeating: 7, count: 20)
    #expect(Inflation.expanded(changing, size: 80) == Array(words[..<40]) + numbers)
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
