import Campus
import Definitions

/// What every column's decoder knows of its place in the contract.
struct ColumnPlace: Sendable {
  let index: Int
  let required: Bool
  /// Whether a message may quote a value.
  let quoting: Bool
  /// Whether anything depends on the values besides their being valid.
  let isNeeded: Bool
  /// Whether rows of one key are compared.
  let isCompared: Bool
}

/// Reads one column of each batch: values in, problems out.
protocol ColumnDecoder: Sendable {
  /// Reads the cells into the batch. Fingerprints of byte strings are added here; those of numbers
  /// wait for derivations.
  mutating func decode(_ cells: ColumnCells, into batch: inout DecodedBatch)
}

/// A column whose values are numbers of 32 bits.
struct NumberColumnDecoder<Reader: CellReader>: ColumnDecoder {
  let place: ColumnPlace
  var reader: Reader
  /// What a missing value means; `Reading.missing` when nothing.
  let whenMissing: Int32

  mutating func decode(_ cells: ColumnCells, into batch: inout DecodedBatch) {
    var leastValue = Int32.max
    let values = [Int32](unsafeUninitializedCapacity: cells.count) { values, count in
      for row in 0..<cells.count {
        let value = reader.read(cells[row])
        values[row] = value == Reading.missing ? whenMissing : value
        leastValue = min(leastValue, values[row])
      }
      count = cells.count
    }
    if leastValue <= Reading.invalid { report(cells, values, into: &batch) }
    batch.columns[place.index] = .numbers(values)
  }

  private func report(_ cells: ColumnCells, _ values: [Int32], into batch: inout DecodedBatch) {
    for (row, value) in values.enumerated() {
      if value == Reading.invalid {
        let problem = reader.problem(in: cells[row], quoting: place.quoting)
        batch.reject(row, column: place.index, problem)
      } else if value == Reading.missing, place.required {
        batch.reject(row, column: place.index, .missingValue)
      }
    }
  }
}

/// A column of texts or identifiers.
struct TextColumnDecoder: ColumnDecoder {
  let place: ColumnPlace
  let folding: IdentifierFolding

  mutating func decode(_ cells: ColumnCells, into batch: inout DecodedBatch) {
    // Any text is valid.
    guard place.isNeeded else { return }
    let mayHoldReturns = folding == .text && batch.holdsReturns
    var slices: [DecodedBatch.Slice] = []
    slices.reserveCapacity(cells.count)
    for row in 0..<cells.count {
      let slice = slice(cells, row, mayHoldReturns, &batch.folded)
      slices.append(slice)
      if slice.isMissing, place.required {
        batch.reject(row, column: place.index, .missingValue)
      }
    }
    if place.isCompared { batch.addFingerprints(of: slices, column: place.index) }
    batch.columns[place.index] = .slices(slices)
  }

  @inline(__always)
  private func slice(
    _ cells: ColumnCells, _ row: Int, _ mayHoldReturns: Bool, _ folded: inout [UInt8]
  ) -> DecodedBatch.Slice {
    let cell = cells[row]
    let value = cell.trimmed
    if value.isMissing { return .missing }
    if folding.keeps(value), !mayHoldReturns || !value.contains(0x0D) {
      let before = value.baseAddress.flatMap { end in cell.baseAddress.map { end - $0 } } ?? 0
      return DecodedBatch.Slice(
        start: cells.range(row).lowerBound + before, count: value.count, isFolded: false)
    }
    let start = folded.count
    folding.fold(value, onto: &folded)
    let count = folded.count - start
    return count == 0
      ? .missing : DecodedBatch.Slice(start: start, count: count, isFolded: true)
  }
}

/// A column of decimals: sixteen bytes a value, so that equal numbers are equal byte strings.
struct DecimalColumnDecoder: ColumnDecoder {
  let place: ColumnPlace

  mutating func decode(_ cells: ColumnCells, into batch: inout DecodedBatch) {
    var slices: [DecodedBatch.Slice] = []
    slices.reserveCapacity(cells.count)
    for row in 0..<cells.count {
      slices.append(slice(cells[row].trimmed, row, &batch))
    }
    if place.isCompared { batch.addFingerprints(of: slices, column: place.index) }
    batch.columns[place.index] = .slices(slices)
  }

  private func slice(_ value: Cell, _ row: Int, _ batch: inout DecodedBatch)
    -> DecodedBatch.Slice
  {
    if value.isMissing {
      if place.required { batch.reject(row, column: place.index, .missingValue) }
      return .missing
    }
    guard let number = NumberSpelling(value) else {
      batch.reject(row, column: place.index, problem(value))
      return .missing
    }
    let start = batch.folded.count
    withUnsafeBytes(of: number.units.littleEndian) { batch.folded.append(contentsOf: $0) }
    return DecodedBatch.Slice(start: start, count: batch.folded.count - start, isFolded: true)
  }

  private func problem(_ value: Cell) -> Problem {
    if value.isNotAvailable { return .notAvailable }
    return .invalidNumber(kind: "decimal", value: place.quoting ? value.quoted : nil)
  }
}

/// A column of sets: the members' indexes, four bytes each, then the words an open list does not
/// know, each behind `OpenSets.mark`.
struct SetColumnDecoder: ColumnDecoder {
  let place: ColumnPlace
  var reader: SetReader

  mutating func decode(_ cells: ColumnCells, into batch: inout DecodedBatch) {
    var slices: [DecodedBatch.Slice] = []
    slices.reserveCapacity(cells.count)
    for row in 0..<cells.count {
      guard let items = reader.read(cells[row]) else {
        for problem in reader.problems(in: cells[row], quoting: place.quoting) {
          batch.reject(row, column: place.index, problem)
        }
        slices.append(.missing)
        continue
      }
      if items.isMissing, place.required {
        batch.reject(row, column: place.index, .missingValue)
      }
      slices.append(items.isMissing ? .missing : slice(items, row, &batch))
    }
    batch.columns[place.index] = .slices(slices)
  }

  private func slice(_ items: SetReader.Items, _ row: Int, _ batch: inout DecodedBatch)
    -> DecodedBatch.Slice
  {
    let start = batch.folded.count
    for member in items.members {
      withUnsafeBytes(of: member.littleEndian) { batch.folded.append(contentsOf: $0) }
    }
    let members = batch.folded.count - start
    for word in items.written { batch.folded += OpenSets.mark + Array(word.utf8) }
    let count = batch.folded.count - start
    if place.isCompared {
      var bytes = Array(batch.folded[start..<(start + members)])
      // 0xFF is in no UTF-8, and as the last byte of an index in no list.
      for item in items.unknown { bytes += OpenSets.mark + Array(item.utf8) }
      bytes.withUnsafeBufferPointer { batch.fingerprints[row].add($0, column: place.index) }
    }
    return DecodedBatch.Slice(start: start, count: count, isFolded: true)
  }
}
