import Campus

/// A column as bytes for the database: words, then runs of equal steps between row numbers, the
/// whole compressed by zlib. A column that hardly varies takes a byte for hundreds of rows.
enum ColumnPacking {
  /// The bytes before compression; equal columns built from equal tables have equal bytes.
  static func bytes(of column: WordColumn) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(column.bytes.count + column.wordCount + column.rowCount / 4 + 32)
    append(UInt64(column.wordCount), to: &output)
    var start = 0
    for end in column.ends {
      append(UInt64(end - start), to: &output)
      start = end
    }
    output.append(contentsOf: column.bytes)
    append(UInt64(column.rowCount), to: &output)
    var previous: Int32 = -1
    var step: Int32 = 0
    var length: UInt64 = 0
    for number in column.numbers.array {
      let next = number &- previous
      previous = number
      if length > 0, next == step {
        length += 1
        continue
      }
      if length > 0 { append(step, length, to: &output) }
      step = next
      length = 1
    }
    if length > 0 { append(step, length, to: &output) }
    return output
  }

  /// Nil for bytes that no column has.
  static func column(from bytes: [UInt8]) -> WordColumn? {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = PackedReader(buffer)
      guard let words = reader.number(), words <= buffer.count else { return nil }
      var ends: [Int] = []
      ends.reserveCapacity(words)
      var end = 0
      for _ in 0..<words {
        guard let length = reader.number(), length <= buffer.count else { return nil }
        end += length
        ends.append(end)
      }
      guard let text = reader.bytes(end), let rows = reader.number(), rows <= Int(Int32.max)
      else { return nil }
      var numbers: [Int32] = []
      numbers.reserveCapacity(rows)
      var previous: Int32 = -1
      while numbers.count < rows {
        guard let step = reader.number(), let length = reader.number(), length > 0,
          numbers.count + length <= rows
        else { return nil }
        let signed = Int32(truncatingIfNeeded: step >> 1) ^ -Int32(step & 1)
        for _ in 0..<length {
          previous = previous &+ signed
          // A column of numbers has no words and any values; a word column names its words.
          guard words == 0 || (previous >= -1 && previous < words) else { return nil }
          numbers.append(previous)
        }
      }
      return WordColumn(bytes: text, ends: ends, numbers: numbers)
    }
  }

  private static func append(_ step: Int32, _ length: UInt64, to output: inout [UInt8]) {
    append(UInt64(UInt32(bitPattern: (step << 1) ^ (step >> 31))), to: &output)
    append(length, to: &output)
  }

  /// Seven bits a byte, the lowest first.
  private static func append(_ number: UInt64, to output: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      output.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    output.append(UInt8(rest))
  }
}

private struct PackedReader {
  private let buffer: UnsafeBufferPointer<UInt8>
  private var offset = 0

  init(_ buffer: UnsafeBufferPointer<UInt8>) { self.buffer = buffer }

  mutating func number() -> Int? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < buffer.count, shift < 63 {
      let byte = buffer[offset]
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(exactly: value) }
      shift += 7
    }
    return nil
  }

  mutating func bytes(_ count: Int) -> [UInt8]? {
    guard count <= buffer.count - offset else { return nil }
    defer { offset += count }
    return Array(buffer[offset..<offset + count])
  }
}
