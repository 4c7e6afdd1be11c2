/// One cell in its meaning: a number (code, day, thousandths, set of places) or a text in the row.
struct Cell {
  enum State: UInt8 { case missing, value, invalid }
  var state = State.missing
  var value: UInt64 = 0
  var start = 0
  var length = 0
}

/// One row of a source, cells in the contract's order. Texts stand in `texts`; a row is cleared and
/// filled again, so that millions of rows need the memory of one.
struct Row {
  /// A fault that only the spelled exports can show.
  enum Fault: String {
    case fieldCount = "field-count"
    case badCharacter = "bad-character"
  }

  var cells: [Cell] = []
  var texts = ByteBuffer()
  var fault: Fault?

  mutating func clear() {
    cells.removeAll(keepingCapacity: true)
    texts.clear()
    fault = nil
  }

  mutating func missing() { cells.append(Cell()) }

  mutating func add(_ value: Int) {
    cells.append(Cell(state: .value, value: UInt64(truncatingIfNeeded: value)))
  }

  /// A day may lie before 1970: it is kept with an offset that `Cell.day` takes off again.
  mutating func add(day: Int) { add(day + Cell.dayOffset) }

  mutating func add(_ value: Int?) {
    if let value { add(value) } else { missing() }
  }

  mutating func add(day: Int?) {
    if let day { add(day: day) } else { missing() }
  }

  mutating func add(flag: Bool) { add(flag ? 1 : 0) }

  /// A set of places; an empty set is missing.
  mutating func add(set: UInt64) {
    if set == 0 { missing() } else { cells.append(Cell(state: .value, value: set)) }
  }

  mutating func add(text: [UInt8]) {
    let start = texts.count
    texts.append(text)
    endText(from: start)
  }

  /// Ends a text that was appended to `texts` since `start`.
  mutating func endText(from start: Int) {
    cells.append(Cell(state: .value, start: start, length: texts.count - start))
  }

  /// An identifier: a prefix and a number with leading zeros.
  mutating func add(identifier prefix: StaticString, _ number: Int, width: Int) {
    let start = texts.count
    texts.append(prefix)
    texts.append(decimal: number, width: width)
    endText(from: start)
  }

  mutating func spoil(_ column: Int, with text: StaticString) {
    let start = texts.count
    texts.append(text)
    cells[column] = Cell(state: .invalid, start: start, length: texts.count - start)
  }
}

extension Cell {
  static let dayOffset = 1 << 30
  var day: Int { Int(value) - Cell.dayOffset }
}
