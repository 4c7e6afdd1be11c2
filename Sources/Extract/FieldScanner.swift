/// Finds the fields of an ordinary line by its separators alone, eight bytes at a time.
///
/// What could mean anything else is for libcsv: a quote, another number of fields than the header
/// has, a row that might be blank or a footer.
struct FieldScanner: ~Copyable {
  /// Where each field of the line ends.
  private let ends: UnsafeMutablePointer<Int>

  init() { ends = .allocate(capacity: RowCollector.fieldLimit) }

  deinit { ends.deallocate() }

  /// Where a field of the last line begins and ends.
  subscript(field: Int) -> Range<Int> { (field == 0 ? 0 : ends[field - 1] + 1)..<ends[field] }

  /// Whether a line, without its line break, has just so many fields and nothing unusual.
  mutating func isOrdinary(
    _ line: UnsafeBufferPointer<UInt8>, fields: Int, separator: UInt8
  ) -> Bool {
    guard line.count <= RowCollector.byteLimit, var field = separators(line, fields, separator)
    else { return false }
    ends[field] = line.count
    field += 1
    return field == fields && hasTwoCells(line, fields)
  }

  /// The number of separators; nil for a quote, or for more than belong between the fields.
  private func separators(
    _ line: UnsafeBufferPointer<UInt8>, _ fields: Int, _ separator: UInt8
  ) -> Int? {
    let bytes = UnsafeRawBufferPointer(line)
    var found = 0
    var position = 0
    while position + 8 <= bytes.count {
      let word = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      if FieldScanner.places(of: UInt8(ascii: "\""), in: word) != 0 { return nil }
      var places = FieldScanner.places(of: separator, in: word)
      while places != 0 {
        guard found < fields - 1 else { return nil }
        ends[found] = position + places.trailingZeroBitCount / 8
        found += 1
        places &= places - 1
      }
      position += 8
    }
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") { return nil }
      if bytes[position] == separator {
        guard found < fields - 1 else { return nil }
        ends[found] = position
        found += 1
      }
      position += 1
    }
    return found
  }

  /// The highest bit of each byte of a word that is the one sought, and no other bit.
  @inline(__always)
  private static func places(of byte: UInt8, in word: UInt64) -> UInt64 {
    let difference = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((difference & low) &+ low) | difference | low)
  }

  /// Whether two cells show by their first byte that they are not blank: then the row is neither
  /// blank nor a footer.
  private func hasTwoCells(_ line: UnsafeBufferPointer<UInt8>, _ fields: Int) -> Bool {
    var found = 0
    for field in 0..<fields {
      let range = self[field]
      guard !range.isEmpty, !WhiteSpace.mayBegin(line[range.lowerBound]) else { continue }
      found += 1
      if found == 2 { return true }
    }
    return false
  }
}
