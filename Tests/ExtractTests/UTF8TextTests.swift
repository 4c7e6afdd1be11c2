import SeededRandomness
import Testing

@testable import Extract

/// Valid UTF-8, compared with a reader that tries one character after another.
struct UTF8TextTests {
  /// Texts whose parts come often enough next to each other: characters of every length, those that
  /// an unusual second byte would make invalid, broken ones, and single bytes of all kinds.
  private static let parts: [[UInt8]] =
    ["a", ",", "0123456789", "é", "·", "中", "中華民國", "臺", "ก", "한", "힣", "\u{E000}", "，", "😀"]
    .map { Array($0.utf8) } + [
      [0xC0, 0x80], [0xE0, 0x9F, 0xBF], [0xE0, 0xA0, 0x80], [0xED, 0x9F, 0xBF],
      [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xE4, 0xB8],
      [0xB8], [0xFF], [0xF5, 0x80, 0x80, 0x80],
    ]

  @Test(arguments: 0..<40) func likeOneCharacterAfterAnother(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<300 {
      // Mostly Chinese with something else in it, at every offset from the blocks' beginnings.
      var bytes = Array(repeating: UInt8(ascii: "x"), count: Int.random(in: 0...70, using: &random))
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        let isPlain = Int.random(in: 0..<40, using: &random) > 0
        bytes += isPlain ? Array("華".utf8) : Self.parts.randomElement(using: &random) ?? []
        if Int.random(in: 0..<3, using: &random) == 0 { bytes.append(UInt8(ascii: ";")) }
      }
      if Bool.random(using: &random), !bytes.isEmpty {
        bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      let length = bytes.withUnsafeBufferPointer(UTF8Text.validLength)
      #expect(length == Self.validLength(bytes), "seed \(seed): \(bytes)")
    }
  }

  private static func validLength(_ bytes: [UInt8]) -> Int {
    var position = 0
    while let length = (1...4).first(where: { isCharacter(bytes[position...].prefix($0), $0) }) {
      position += length
    }
    return position
  }

  private static func isCharacter(_ bytes: ArraySlice<UInt8>, _ length: Int) -> Bool {
    bytes.count == length
      && String(validating: bytes, as: UTF8.self)?.unicodeScalars.count == 1
  }
}
