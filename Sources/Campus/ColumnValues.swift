/// The numbers of a column, each in as many bytes as the greatest needs: one, two or four.
///
/// Codes fit into one byte and most of what is numbered into two, so that a table of a million rows
/// takes tens of bytes a row and not a hundred.
package struct ColumnValues: Sendable {
  private enum Width: Sendable {
    case one, two, four
  }

  /// What all ones stand for in one or two bytes: a value that comes often and is no small number.
  private let absent: Int32
  private var width = Width.one
  // One of these holds the values.
  private var bytes: [UInt8] = []
  private var pairs: [UInt16] = []
  private var words: [Int32] = []

  /// - Parameter absent: the negative number that stands for no value.
  package init(absent: Int32 = TableColumn.missing) {
    self.absent = absent
  }

  package init(_ values: [Int32], absent: Int32 = TableColumn.missing) {
    self.absent = absent
    append(contentsOf: values)
  }

  /// Appends values, and makes room for the greatest of them first.
  package mutating func append(contentsOf values: [Int32]) {
    values.withUnsafeBufferPointer { values in
      var greatest: UInt32 = 0
      for value in values {
        // A negative number is a great one without its sign.
        greatest = Swift.max(
          greatest, value == absent ? 0 : UInt32(bitPattern: value))
      }
      widen(for: greatest)
      switch width {
      case .one: bytes.append(contentsOf: narrowed(values))
      case .two: pairs.append(contentsOf: narrowed(values))
      case .four: words.append(contentsOf: values)
      }
    }
  }

  private func narrowed<Narrow: FixedWidthInteger & UnsignedInteger>(
    _ values: UnsafeBufferPointer<Int32>
  ) -> [Narrow] {
    [Narrow](count: values.count) { narrow in
      for place in values.indices {
        let value = values[place]
        narrow.initializeElement(
          at: place, to: value == absent ? .max : Narrow(truncatingIfNeeded: value))
      }
    }
  }

  /// Drops the values at some places.
  package mutating func removeAll(at isRemoved: (Int) -> Bool) {
    self = ColumnValues(indices.filter { !isRemoved($0) }.map { self[$0] }, absent: absent)
  }

  private mutating func widen(for value: UInt32) {
    switch width {
    case .one where value >= 0xFFFF:
      words = bytes.map { $0 == .max ? absent : Int32($0) }
      width = .four
    case .one where value >= 0xFF:
      pairs = bytes.map { $0 == .max ? .max : UInt16($0) }
      width = .two
    case .two where value >= 0xFFFF:
      words = pairs.map { $0 == .max ? absent : Int32($0) }
      width = .four
    default: return
    }
    bytes = []
    if width == .four { pairs = [] }
  }

  /// The values of rows in any order; a negative row has none.
  package func values(at rows: [Int32]) -> [Int32] {
    [Int32](count: rows.count) { values in
      rows.withUnsafeBufferPointer { copy($0, into: values) }
    }
  }

  /// The same into memory for as many values as there are rows: the width is looked at once.
  package func copy(
    _ rows: UnsafeBufferPointer<Int32>, into values: UnsafeMutableBufferPointer<Int32>
  ) {
    switch width {
    case .one: copy(rows, of: bytes, into: values)
    case .two: copy(rows, of: pairs, into: values)
    case .four:
      for place in rows.indices {
        let row = rows[place]
        values.initializeElement(at: place, to: row < 0 ? absent : words[Int(row)])
      }
    }
  }

  private func copy<Narrow: FixedWidthInteger & UnsignedInteger>(
    _ rows: UnsafeBufferPointer<Int32>, of narrow: [Narrow],
    into values: UnsafeMutableBufferPointer<Int32>
  ) {
    for place in rows.indices {
      let row = rows[place]
      let value = row < 0 ? Narrow.max : narrow[Int(row)]
      values.initializeElement(
        at: place, to: value == .max ? absent : Int32(truncatingIfNeeded: value))
    }
  }

  /// All of them, for who goes through them again and again.
  package var array: [Int32] { values(in: indices) }

  /// The values of rows that follow one another.
  package func values(in rows: Range<Int>) -> [Int32] {
    [Int32](count: rows.count) { copy(rows, into: $0) }
  }

  /// The values of rows that follow one another, into memory for as many.
  package func copy(_ rows: Range<Int>, into values: UnsafeMutableBufferPointer<Int32>) {
    switch width {
    case .one: copy(bytes[rows], into: values)
    case .two: copy(pairs[rows], into: values)
    case .four: _ = values.initialize(from: words[rows])
    }
  }

  private func copy<Narrow: FixedWidthInteger & UnsignedInteger>(
    _ narrow: ArraySlice<Narrow>, into values: UnsafeMutableBufferPointer<Int32>
  ) {
    narrow.withUnsafeBufferPointer { narrow in
      for place in narrow.indices {
        let value = narrow[place]
        values.initializeElement(
          at: place, to: value == .max ? absent : Int32(truncatingIfNeeded: value))
      }
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
    case .one: bytes[row] == .max ? absent : Int32(bytes[row])
    case .two: pairs[row] == .max ? absent : Int32(pairs[row])
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
    guard left.width == right.width, left.absent == right.absent else {
      return left.elementsEqual(right)
    }
    return left.bytes == right.bytes && left.pairs == right.pairs && left.words == right.words
  }
}
