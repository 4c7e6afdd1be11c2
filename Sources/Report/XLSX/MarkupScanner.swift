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
  mutating func number() -> Int? {
    var number = 0
    let start = position
    while position < bytes.count, case let digit = Int(bytes[position]) - 48, 0..<10 ~= digit {
      guard position - start < 18 else { return nil }
      number = number * 10 + digit
      position += 1
    }
    return position > start ? number : nil
  }

  /// Goes behind the capital letters of a column here: 0 for `A`, 26 for `AA`.
  mutating func letters() -> Int? {
    var number = 0
    let start = position
    while position < bytes.count, case let letter = Int(bytes[position]) - 64, 1..<27 ~= letter {
      guard position - start < 12 else { return nil }
      number = number * 26 + letter
      position += 1
    }
    return position > start ? number - 1 : nil
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
