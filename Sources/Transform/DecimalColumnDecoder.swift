import Campus

/// A column of decimals: sixteen bytes a value, so that equal numbers are equal byte strings.
struct DecimalColumnDecoder: ColumnDecoder {
  private enum Value {
    case missing, invalid
    case units(Int128)
  }

  let place: ColumnPlace
  /// What a spelling means: the index of its number, or this.
  private static let missing: Int32 = -1
  private var cache = SpellingCache()
  private var numbers = [Int128](repeating: 0, count: SpellingCache.slotCount)

  init(_ place: ColumnPlace) { self.place = place }

  mutating func decode(_ cells: ColumnCells, into batch: inout DecodedBatch) {
    var slices = [ByteSlice](repeating: .missing, count: cells.count)
    for row in 0..<cells.count {
      let cell = cells[row]
      if cell.isEmpty, !place.required { continue }
      switch value(cell, readable: cells.readable(cell)) {
      case .missing:
        if place.required { batch.reject(row, column: place.index, .missingValue) }
      case .invalid:
        batch.reject(row, column: place.index, problem(cell.trimmed))
      case .units(let units):
        let start = batch.folded.count
        withUnsafeBytes(of: units.littleEndian) { batch.folded.append(contentsOf: $0) }
        slices[row] = ByteSlice(start: start, count: batch.folded.count - start, isFolded: true)
      }
    }
    batch.setStrings(slices, of: place)
  }

  @inline(__always)
  private mutating func value(_ cell: Cell, readable: Int) -> Value {
    if let known = cache.meaning(of: cell, readable: readable) {
      return known == DecimalColumnDecoder.missing ? .missing : .units(numbers[Int(known)])
    }
    return newValue(cell)
  }

  private mutating func newValue(_ cell: Cell) -> Value {
    let value = cell.trimmed
    if value.isMissing {
      cache.store(cell) { _ in DecimalColumnDecoder.missing }
      return .missing
    }
    guard let number = NumberSpelling(value) else { return .invalid }
    if let slot = cache.store(cell, meaning: { Int32($0) }) { numbers[slot] = number.units }
    return .units(number.units)
  }

  private func problem(_ value: Cell) -> Problem {
    if value.isNotAvailable { return .notAvailable }
    return .invalidNumber(kind: "decimal", value: place.quoting ? value.quoted : nil)
  }
}
