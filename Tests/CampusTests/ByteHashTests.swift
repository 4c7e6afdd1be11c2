import Campus
import Testing

/// The strings of real exports are numbers, alike but for a digit or their length: no two of them
/// have half of a hash in common.
struct ByteHashTests {
  @Test(arguments: ["", "A", "華"]) func numbersOfAnyLength(prefix: String) {
    var hashes: [ByteHash] = []
    for digits in 1...5 {
      var number = Array(prefix.utf8) + Array(repeating: UInt8(ascii: "0"), count: digits)
      repeat {
        hashes.append(number.withUnsafeBufferPointer { ByteHash($0) })
      } while ByteHashTests.increase(&number, digits: digits)
    }
    #expect(hashes.count == 111_110)
    #expect(ByteHashTests.areDifferent(hashes.map(\.low)))
    #expect(ByteHashTests.areDifferent(hashes.map(\.high)))
  }

  @Test func repeatedBytesOfAnyLength() {
    var hashes: [ByteHash] = []
    for byte in [0, 0x30, 0x39, 0xFF] as [UInt8] {
      for count in 0...2_000 where count > 0 || byte == 0 {
        hashes.append(
          Array(repeating: byte, count: count).withUnsafeBufferPointer { ByteHash($0) })
      }
    }
    #expect(ByteHashTests.areDifferent(hashes.map(\.low)))
    #expect(ByteHashTests.areDifferent(hashes.map(\.high)))
  }

  @Test func aBitAnywhereChangesAboutHalfOfTheHash() {
    for count in [1, 3, 4, 8, 9, 16, 17, 33, 130, 250, 400] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      let hash = bytes.withUnsafeBufferPointer { ByteHash($0) }
      for bit in 0..<count * 8 {
        var other = bytes
        other[bit / 8] ^= 1 << UInt8(bit % 8)
        let changed = other.withUnsafeBufferPointer { ByteHash($0) }
        let flipped = [changed.low ^ hash.low, changed.high ^ hash.high].map(\.nonzeroBitCount)
        #expect(flipped.allSatisfy { (8...56).contains($0) }, "\(count) bytes, bit \(bit)")
      }
    }
  }

  /// Counts up; false behind the last number of so many digits.
  private static func increase(_ number: inout [UInt8], digits: Int) -> Bool {
    for place in number.indices.suffix(digits).reversed() {
      if number[place] < UInt8(ascii: "9") {
        number[place] += 1
        return true
      }
      number[place] = UInt8(ascii: "0")
    }
    return false
  }

  private static func areDifferent(_ hashes: [UInt64]) -> Bool {
    let sorted = hashes.sorted()
    return zip(sorted, sorted.dropFirst()).allSatisfy { $0 != $1 }
  }
}
