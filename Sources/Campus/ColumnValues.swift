/// The numbers of a column, each in as many bytes as the greatest needs: one, two or four.
///
/// Codes fit into one byte and most of what is numbered into two, so that a table of a million rows
/// takes tens of bytes a row and not a hundred.
package struct ColumnValues: Sendable {
  private enum Width: Sendable {
    case one, two, four
  }

  private var width = Width.one
  // One of these holds the values. All ones in the narrow ones stands for a missing value.
  private var bytes: [UInt8] = []
  private var pairs: [UInt16] = []
  private var words: [Int32] = []

  package init() {}

  package init(_ values: [Int32]) {
    append(contentsOf: values)
  }

  /// Appends values, and makes room for the greatest of them first.
  package mutating func append(contentsOf values: [Int32]) {
    var greatest: UInt32 = 0
    for value in values where value != TableColumn.missing {
      // A negative number is a great one without its sign.
      greatest = Swift.max(greatest, UInt32(bitPattern: value))
    }
    widen(for: greatest)
    switch width {
    case .one:
      bytes.append(
        contentsOf: values.map {
          $0 == TableColumn.missing ? .max : UInt8(truncatingIfNeeded: $0)
        })
    case .two:
      pairs.append(
        contentsOf: values.map {
          $0 == TableColumn.missing ? .max : UInt16(truncatingIfNeeded: $0)
        })
    case .four: words.append(contentsOf: values)
    }
  }

  /// Drops the values at some places.
  package mutating func removeAll(at isRemoved: (Int) -> Bool) {
    self = ColumnValues(indices.filter { !isRemoved($0) }.map { self[$0] })
  }

  private mutating func widen(for value: UInt32) {
    switch width {
    case .one where value >= 0xFFFF:
      words = bytes.map { $0 == .max ? TableColumn.missing : Int32($0) }
      width = .four
    case .one where value >= 0xFF:
      pairs = bytes.map { $0 == .max ? .max : UInt16($0) }
      width = .two
    case .two where value >= 0xFFFF:
      words = pairs.map { $0 == .max ? TableColumn.missing : Int32($0) }
      width = .four
    default: return
    }
    bytes = []
    if width == .four { pairs = [] }
  }

  /// Calls the closure with the value of each row and its offset among them: the width is looked at
  /// once, and in the module that asks, so that the closure costs no call.
  @inline(__always)
  package func forEach(
    of rows: UnsafeBufferPointer<Int32>, _ body: (_ offset: Int, Int32) -> Void
  ) {
    switch width {
    case .one:
      for offset in rows.indices {
        let value = bytes[Int(rows[offset])]
        body(offset, value == .max ? TableColumn.missing : Int32(value))
      }
    case .two:
      for offset in rows.indices {
        let value = pairs[Int(rows[offset])]
        body(offset, value == .max ? TableColumn.missing : Int32(value))
      }
    case .four:
      for offset in rows.indices { body(offset, words[Int(rows[offset])]) }
    }
  }

  /// The values of rows in any order; a negative row has none.
  package func values(at rows: [Int32]) -> [Int32] {
    switch width {
    case .one:
      rows.map { row in
        guard row >= 0, bytes[Int(row)] != .max else { return TableColumn.missing }
        return Int32(bytes[Int(row)])
      }
    case .two:
      rows.map { row in
        guard row >= 0, pairs[Int(row)] != .max else { return TableColumn.missing }
        return Int32(pairs[Int(row)])
      }
    case .four: rows.map { $0 < 0 ? TableColumn.missing : words[Int($0)] }
    }
  }

  /// The values of rows that follow one another.
  package func copy(_ rows: Range<Int>) -> [Int32] {
    switch width {
    case .one: bytes[rows].map { $0 == .max ? TableColumn.missing : Int32($0) }
    case .two: pairs[rows].map { $0 == .max ? TableColumn.missing : Int32($0) }
    case .four: Array(words[rows])
    }
  }
}

extension ColumnValues: RandomAccessCollection {
  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch width {
    case .one: bytes.count
    case .two: pairs.count
    case .four: words.count
    }
  }

  package subscript(row: Int) -> Int32 {
    switch width {
    case .one: bytes[row] == .max ? TableColumn.missing : Int32(bytes[row])
    case .two: pairs[row] == .max ? TableColumn.missing : Int32(pairs[row])
    case .four: words[row]
    }
  }
}

extension ColumnValues: ExpressibleByArrayLiteral {
  package init(arrayLiteral values: Int32...) {
    self.init(values)
  }
}

extension ColumnValues: Equatable {
  /// Whether the values are the same, in however many bytes.
  package static func == (left: ColumnValues, right: ColumnValues) -> Bool {
    left.elementsEqual(right)
  }
}
