import Campus

/// A column of texts or identifiers.
struct TextColumnDecoder: ColumnDecoder {
  let place: ColumnPlace
  let folding: IdentifierFolding

  func decode(_ cells: ColumnCells, into batch: inout DecodedBatch) {
    // Any text is valid.
    guard place.isNeeded else { return }
    let mayHoldReturns = folding == .text && batch.holdsReturns
    var hasMissing = false
    var folded: [UInt8] = []
    swap(&folded, &batch.folded)
    let slices = [ByteSlice](count: cells.count) { slices in
      for row in 0..<cells.count {
        let slice = slice(cells, row, mayHoldReturns, &folded)
        hasMissing = hasMissing || slice.isMissing
        slices[row] = slice
      }
    }
    swap(&folded, &batch.folded)
    if hasMissing, place.required {
      for (row, slice) in slices.enumerated() where slice.isMissing {
        batch.reject(row, column: place.index, .missingValue)
      }
    }
    batch.setStrings(slices, of: place)
  }

  @inline(__always)
  private func slice(
    _ cells: ColumnCells, _ row: Int, _ mayHoldReturns: Bool, _ folded: inout [UInt8]
  ) -> ByteSlice {
    let value = cells[row].trimmed
    if value.isMissing { return .missing }
    if folding.keeps(value), !mayHoldReturns || !value.contains(0x0D) {
      return ByteSlice(start: cells.offset(of: value), count: value.count, isFolded: false)
    }
    let start = folded.count
    folding.fold(value, onto: &folded)
    let count = folded.count - start
    return count == 0 ? .missing : ByteSlice(start: start, count: count, isFolded: true)
  }
}
