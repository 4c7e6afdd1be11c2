/// The numbers of a column, each in as many bytes as the greatest needs: one, two or four.
///
/// Codes fit into one byte and most of what is numbered into two, so that a table of a million rows
/// takes tens of bytes a row and not a hundred.
package struct ColumnValues: Sendable {
  private enum Storage: Sendable {
    /// 255 stands for a missing value.
    case bytes([UInt8])
    /// 65,535 stands for a missing value.
    case pairs([UInt16])
    case words([Int32])
  }

  private var storage = Storage.bytes([])

  package init() {}

  package init(_ values: some Sequence<Int32>) {
    append(contentsOf: values)
  }

  package mutating func append(_ value: Int32) {
    append(contentsOf: CollectionOfOne(value))
  }

  /// Appends values, and makes room for the greatest of them first.
  package mutating func append(contentsOf values: some Sequence<Int32>) {
    var least = Int32.max
    var greatest = Int32.min
    for value in values where value != TableColumn.missing {
      least = Swift.min(least, value)
      greatest = Swift.max(greatest, value)
    }
    if least < 0 { widen(for: Int32.max) } else { widen(for: greatest) }
    switch storage {
    case .bytes(var bytes):
      storage = .bytes([])
      bytes.append(contentsOf: values.lazy.map { UInt8(truncatingIfNeeded: ColumnValues.clipped($0)) })
      storage = .bytes(bytes)
    case .pairs(var pairs):
      storage = .bytes([])
      pairs.append(contentsOf: values.lazy.map { UInt16(truncatingIfNeeded: ColumnValues.clipped($0)) })
      storage = .pairs(pairs)
    case .words(var words):
      storage = .bytes([])
      words.append(contentsOf: values)
      storage = .words(words)
    }
  }

  package mutating func reserveCapacity(_ count: Int) {
    switch storage {
    case .bytes(var bytes):
      storage = .bytes([])
      bytes.reserveCapacity(count)
      storage = .bytes(bytes)
    case .pairs(var pairs):
      storage = .bytes([])
      pairs.reserveCapacity(count)
      storage = .pairs(pairs)
    case .words(var words):
      storage = .bytes([])
      words.reserveCapacity(count)
      storage = .words(words)
    }
  }

  /// Keeps the values at some places, in their order.
  package mutating func keep(_ isKept: (Int) -> Bool) {
    self = ColumnValues(indices.lazy.filter(isKept).map { self[$0] })
  }

  /// All ones in either width stands for a missing value.
  private static func clipped(_ value: Int32) -> Int32 { value == TableColumn.missing ? -1 : value }

  private mutating func widen(for value: Int32) {
    switch storage {
    case .bytes(let bytes) where value >= 0xFFFF:
      storage = .words(bytes.map { $0 == .max ? TableColumn.missing : Int32($0) })
    case .bytes(let bytes) where value >= 0xFF:
      storage = .pairs(bytes.map { $0 == .max ? .max : UInt16($0) })
    case .pairs(let pairs) where value >= 0xFFFF:
      storage = .words(pairs.map { $0 == .max ? TableColumn.missing : Int32($0) })
    default: break
    }
  }

  /// Calls the closure with each value of some rows and its offset from the first of them: the width
  /// is looked at once.
  @inline(__always)
  package func forEach(in rows: Range<Int>, _ body: (_ offset: Int, Int32) -> Void) {
    let first = rows.lowerBound
    switch storage {
    case .bytes(let bytes):
      for row in rows { body(row - first, ColumnValues.value(bytes[row])) }
    case .pairs(let pairs):
      for row in rows { body(row - first, ColumnValues.value(pairs[row])) }
    case .words(let words):
      for row in rows { body(row - first, words[row]) }
    }
  }

  @inline(__always)
  private static func value(_ byte: UInt8) -> Int32 {
    byte == .max ? TableColumn.missing : Int32(byte)
  }

  @inline(__always)
  private static func value(_ pair: UInt16) -> Int32 {
    pair == .max ? TableColumn.missing : Int32(pair)
  }
}

extension ColumnValues: RandomAccessCollection {
  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch storage {
    case .bytes(let bytes): bytes.count
    case .pairs(let pairs): pairs.count
    case .words(let words): words.count
    }
  }

  @inline(__always)
  package subscript(row: Int) -> Int32 {
    switch storage {
    case .bytes(let bytes): ColumnValues.value(bytes[row])
    case .pairs(let pairs): ColumnValues.value(pairs[row])
    case .words(let words): words[row]
    }
  }
}
