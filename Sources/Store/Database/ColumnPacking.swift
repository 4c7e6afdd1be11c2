import Campus

/// A column as bytes for the database: words, then row numbers, before the whole is compressed.
///
/// The numbers stand as runs of equal steps, by which a column that hardly varies takes a byte for
/// hundreds of rows, or, where that is shorter, each by itself: a run of no length says so.
enum ColumnPacking {
  /// The bytes before compression. Equal columns built from equal tables have equal bytes.
  static func packed(_ column: WordColumn) -> [UInt8] {
    var packed: [UInt8] = []
    packed.reserveCapacity(column.bytes.count + column.wordCount + column.rowCount + 32)
    append(UInt64(column.wordCount), to: &packed)
    var start = 0
    for end in column.ends {
      append(UInt64(end - start), to: &packed)
      start = end
    }
    packed.append(contentsOf: column.bytes)
    append(UInt64(column.rowCount), to: &packed)
    let numbers = column.numbers.array
    let plain = PlainNumbers(numbers)
    let runsStart = packed.count
    if !appendRuns(numbers, to: &packed, limit: runsStart + plain.byteCount) {
      packed.removeLast(packed.count - runsStart)
      append(zigzag(plain.least), 0, to: &packed)
      append(UInt64(plain.width), to: &packed)
      plain.append(to: &packed)
    }
    return packed
  }

  /// False when the runs would pass a limit.
  private static func appendRuns(_ numbers: [Int32], to output: inout [UInt8], limit: Int) -> Bool {
    var previous: Int32 = -1
    var step: Int32 = 0
    var length: UInt64 = 0
    for number in numbers {
      let next = number &- previous
      previous = number
      if length > 0, next == step {
        length += 1
        continue
      }
      if length > 0 { append(zigzag(step), length, to: &output) }
      if output.count > limit { return false }
      step = next
      length = 1
    }
    if length > 0 { append(zigzag(step), length, to: &output) }
    return true
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
        guard let step = reader.number(), let length = reader.number(),
          numbers.count + length <= rows
        else { return nil }
        let signed = Int32(truncatingIfNeeded: step >> 1) ^ -Int32(step & 1)
        guard length > 0 else {
          guard numbers.isEmpty, let width = reader.number(),
            let plain = reader.plainNumbers(rows, width: width, least: signed),
            words == 0 || plain.allSatisfy({ $0 >= -1 && $0 < words })
          else { return nil }
          numbers = plain
          break
        }
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

  private static func append(_ step: UInt64, _ length: UInt64, to output: inout [UInt8]) {
    append(step, to: &output)
    append(length, to: &output)
  }

  private static func zigzag(_ step: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: (step << 1) ^ (step >> 31)))
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

/// Numbers by themselves: how far each is above the least, in as many bytes as the greatest needs.
/// The lowest bytes of all rows come first: bytes of one kind beside each other compress better.
private struct PlainNumbers {
  private let numbers: [Int32]
  let least: Int32
  let width: Int

  init(_ numbers: [Int32]) {
    self.numbers = numbers
    least = numbers.min() ?? 0
    let span = UInt32(bitPattern: (numbers.max() ?? 0) &- least)
    width = max(1, (UInt32.bitWidth - span.leadingZeroBitCount + 7) / 8)
  }

  var byteCount: Int { numbers.count * width }

  func append(to output: inout [UInt8]) {
    for place in 0..<width {
      output.append(
        contentsOf: numbers.lazy.map {
          UInt8(truncatingIfNeeded: UInt32(bitPattern: $0 &- least) >> UInt32(8 * place))
        })
    }
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

  /// What `PlainNumbers` wrote.
  mutating func plainNumbers(_ count: Int, width: Int, least: Int32) -> [Int32]? {
    guard (1...4).contains(width), count <= (buffer.count - offset) / width else { return nil }
    var numbers = [Int32](repeating: least, count: count)
    for place in 0..<width {
      for row in 0..<count {
        let byte = UInt32(buffer[offset + row])
        numbers[row] &+= Int32(bitPattern: byte << UInt32(8 * place))
      }
      offset += count
    }
    return numbers
  }

  mutating func bytes(_ count: Int) -> [UInt8]? {
    guard count <= buffer.count - offset else { return nil }
    defer { offset += count }
    return Array(buffer[offset..<offset + count])
  }
}
