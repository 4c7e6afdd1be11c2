import Campus

/// Reads a cell from the left, character by character: digits in ASCII or full width, and fixed
/// words.
struct CellScanner {
  private let bytes: Cell
  private var position = 0

  init(_ cell: Cell) {
    bytes = cell
  }

  var isAtEnd: Bool { position == bytes.count }

  /// The next digit, `0` to `9` or `０` to `９`.
  @inline(__always)
  mutating func digit() -> Int? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    if byte >= 48 && byte <= 57 {
      position += 1
      return Int(byte) - 48
    }
    guard byte == 0xEF, position + 3 <= bytes.count, bytes[position + 1] == 0xBC,
      (0x90...0x99).contains(bytes[position + 2])
    else { return nil }
    position += 3
    return Int(bytes[position - 1]) - 0x90
  }

  /// The number of a run of digits no longer than the limit, and its length; nil without a digit.
  @inline(__always)
  mutating func number(digits limit: Int) -> (value: Int, length: Int)? {
    var value = 0
    var length = 0
    while length < limit, let digit = digit() {
      value = value * 10 + digit
      length += 1
    }
    return length == 0 ? nil : (value, length)
  }

  /// Whether the next character is this ASCII one or its full-width form, which is then read: who
  /// types full-width digits types `／` and `．` with them.
  @inline(__always)
  mutating func skip(_ byte: UInt8) -> Bool {
    guard position < bytes.count else { return false }
    if bytes[position] == byte {
      position += 1
      return true
    }
    guard bytes[position] == 0xEF, position + 3 <= bytes.count else { return false }
    // U+FF01 to U+FF5E are the ASCII characters from U+0021 in order.
    let scalar = 0xFEE0 + UInt32(byte)
    guard bytes[position + 1] == UInt8(0x80 | scalar >> 6 & 0x3F),
      bytes[position + 2] == UInt8(0x80 | scalar & 0x3F)
    else { return false }
    position += 3
    return true
  }

  /// Whether a word comes next, which is then read.
  mutating func skip(_ word: StaticString) -> Bool {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count, Cell(rebasing: bytes[position..<end]).equals(word) else {
      return false
    }
    position = end
    return true
  }

  /// Reads white space, and says whether there was any.
  mutating func skipWhiteSpace() -> Bool {
    let start = position
    while position < bytes.count {
      let length = bytes.whiteSpaceLength(at: position, limit: bytes.count)
      if length == 0 { break }
      position += length
    }
    return position > start
  }
}
