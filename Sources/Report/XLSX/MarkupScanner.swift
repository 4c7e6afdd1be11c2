import Glibc

/// Goes through markup from its beginning to its end.
struct MarkupScanner {
  let bytes: UnsafeRawBufferPointer
  private(set) var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Goes to where a word stands next; false when it stands nowhere.
  mutating func skip(to word: String) -> Bool {
    guard let place = find(word) else { return false }
    position = place
    return true
  }

  /// Goes behind where a word stands next; false when it stands nowhere.
  mutating func skip(past word: String) -> Bool {
    guard let place = find(word) else { return false }
    position = place + word.utf8.count
    return true
  }

  /// Goes behind a word when it stands here.
  mutating func take(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard let base = bytes.baseAddress, bytes.count - position >= length,
      memcmp(base + position, word.utf8Start, length) == 0
    else { return false }
    position += length
    return true
  }

  /// Goes behind the digits here; nil when there are none, or too many.
  mutating func number() -> Int? { numeral("0"..."9", least: 0, most: 18) }

  /// Goes behind the capital letters of a column here: 0 for `A`, 26 for `AA`.
  mutating func letters() -> Int? { numeral("A"..."Z", least: 1, most: 12).map { $0 - 1 } }

  /// - Parameters:
  ///   - least: what the first of the digits is worth.
  ///   - most: so many digits fit into a number.
  private mutating func numeral(
    _ digits: ClosedRange<Unicode.Scalar>, least: Int, most: Int
  ) -> Int? {
    let bytes = UInt8(ascii: digits.lowerBound)...UInt8(ascii: digits.upperBound)
    var number = 0
    let start = position
    while position < self.bytes.count, bytes.contains(self.bytes[position]) {
      guard position - start < most else { return nil }
      number = number * bytes.count + Int(self.bytes[position] - bytes.lowerBound) + least
      position += 1
    }
    return position > start ? number : nil
  }

  private func find(_ word: String) -> Int? {
    var word = word
    return word.withUTF8 { word in
      guard let base = bytes.baseAddress, let first = word.first, let start = word.baseAddress
      else {
        return nil
      }
      var place = position
      while place + word.count <= bytes.count,
        let found = memchr(base + place, Int32(first), bytes.count - place - word.count + 1)
      {
        place = UnsafeRawPointer(found) - base
        if memcmp(found, start, word.count) == 0 { return place }
        place += 1
      }
      return nil
    }
  }
}
