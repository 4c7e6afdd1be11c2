import Campus
import Glibc

/// The bytes of one cell, UTF-8, as they stand in the file.
typealias Cell = UnsafeBufferPointer<UInt8>

/// White space and missing values by their bytes, so that a cell costs no String.
extension Cell {
  /// The cell without white space at its ends: what Unicode calls so, and U+FEFF.
  @inline(__always)
  var trimmed: Cell {
    guard count > 0 else { return self }
    if Cell.isNoSpace(self[0]) && (Cell.isGraphic(self[count - 1]) || endsInHan) { return self }
    return carefullyTrimmed
  }

  private var carefullyTrimmed: Cell {
    var start = 0
    var end = count
    while start < end {
      let length = whiteSpaceLength(at: start, limit: end)
      if length == 0 { break }
      start += length
    }
    while start < end {
      let length = whiteSpaceLength(before: end, limit: start)
      if length == 0 { break }
      end -= length
    }
    return Cell(rebasing: self[start..<end])
  }

  /// Whether a trimmed cell stands for no value: empty, `-`, `－`, `—` or `NULL`.
  @inline(__always)
  var isMissing: Bool {
    switch count {
    case 0: return true
    case 1: return self[0] == UInt8(ascii: "-")
    case 3:
      return self[0] == 0xEF && self[1] == 0xBC && self[2] == 0x8D  // －
        || self[0] == 0xE2 && self[1] == 0x80 && self[2] == 0x94  // —
    case 4: return self[0] == UInt8(ascii: "N") && equals("NULL")
    default: return false
    }
  }

  /// Whether a trimmed cell says that the figure is not available: `…` or `...`.
  var isNotAvailable: Bool { equals("…") || equals("...") }

  func equals(_ literal: StaticString) -> Bool {
    guard count == literal.utf8CodeUnitCount, let base = baseAddress else { return count == 0 }
    return memcmp(base, literal.utf8Start, count) == 0
  }

  func holds(_ byte: UInt8) -> Bool {
    guard let base = baseAddress else { return false }
    return memchr(base, Int32(byte), count) != nil
  }

  /// Whether U+FFFD or NUL is among the characters.
  var holdsBadCharacter: Bool {
    guard let base = baseAddress else { return false }
    if holds(0) { return true }
    var rest = base
    let end = base + count
    while let lead = memchr(rest, 0xEF, end - rest) {
      rest = UnsafePointer(lead.assumingMemoryBound(to: UInt8.self))
      if end - rest >= 3, rest[1] == 0xBF, rest[2] == 0xBD { return true }
      rest += 1
    }
    return false
  }

  /// Whether the bytes are those of ASCII alone.
  var isASCII: Bool { allSatisfy { $0 < 0x80 } }

  var text: String { String(decoding: self, as: UTF8.self) }

  /// How much of a value a message quotes: a cell may hold a mebibyte.
  var quoted: String { quote(text) }

  @inline(__always)
  private static func isGraphic(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  /// Whether no white space begins with a byte.
  @inline(__always)
  private static func isNoSpace(_ byte: UInt8) -> Bool {
    isGraphic(byte) || (byte >= 0xE4 && byte <= 0xE9)
  }

  /// Whether the last character is one of U+4000 to U+9FFF.
  @inline(__always)
  private var endsInHan: Bool {
    count >= 3 && self[count - 3] >= 0xE4 && self[count - 3] <= 0xE9
  }

  /// The length in bytes of the white space that begins at an offset; 0 when there is none.
  func whiteSpaceLength(at offset: Int, limit: Int) -> Int {
    let lead = self[offset]
    if lead < 0x80 { return lead == 0x20 || (0x09...0x0D).contains(lead) ? 1 : 0 }
    if lead == 0xC2, offset + 2 <= limit {
      return self[offset + 1] == 0x85 || self[offset + 1] == 0xA0 ? 2 : 0
    }
    guard offset + 3 <= limit else { return 0 }
    switch (lead, self[offset + 1], self[offset + 2]) {
    case (0xE1, 0x9A, 0x80),  // U+1680
      (0xE2, 0x80, 0x80...0x8A),  // U+2000 to U+200A
      (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9),  // U+2028, U+2029
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),  // U+202F, U+205F
      (0xE3, 0x80, 0x80),  // U+3000
      (0xEF, 0xBB, 0xBF):  // U+FEFF
      return 3
    default: return 0
    }
  }

  private func whiteSpaceLength(before end: Int, limit: Int) -> Int {
    if self[end - 1] < 0x80 { return whiteSpaceLength(at: end - 1, limit: end) }
    for length in 2...3 where end - length >= limit {
      if whiteSpaceLength(at: end - length, limit: end) == length { return length }
    }
    return 0
  }
}

/// A value as a message quotes it, cut when it is long.
func quote(_ value: String) -> String {
  let longest = 40
  let scalars = value.unicodeScalars
  guard let end = scalars.index(scalars.startIndex, offsetBy: longest, limitedBy: scalars.endIndex),
    end < scalars.endIndex
  else { return value }
  return String(scalars[..<end]) + "…"
}
