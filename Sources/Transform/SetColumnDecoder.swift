import Campus

/// A column of sets: the members' indexes, four bytes each, then the words an open list does not
/// know, each behind `OpenSets.mark`.
struct SetColumnDecoder: ColumnDecoder {
  let place: ColumnPlace
  var reader: SetReader

  mutating func decode(_ cells: ColumnCells, into batch: inout DecodedBatch) {
    var slices: [ByteSlice] = []
    slices.reserveCapacity(cells.count)
    for row in 0..<cells.count {
      let cell = cells[row]
      guard let items = reader.read(cell, readable: cells.readable(cell)) else {
        for problem in reader.problems(in: cell, quoting: place.quoting) {
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
    batch.setStrings(slices, of: place, comparing: false)
  }

  private func slice(_ items: SetReader.Items, _ row: Int, _ batch: inout DecodedBatch)
    -> ByteSlice
  {
    let start = batch.folded.count
    for member in items.members {
      withUnsafeBytes(of: member.littleEndian) { batch.folded.append(contentsOf: $0) }
    }
    let members = batch.folded.count - start
    for word in items.written { batch.folded += OpenSets.mark + Array(word.utf8) }
    let count = batch.folded.count - start
    if place.isCompared {
      // How an unknown word is written makes no difference: the folded words are compared.
      var bytes = Array(batch.folded[start..<(start + members)])
      for item in items.unknown { bytes += OpenSets.mark + Array(item.utf8) }
      bytes.withUnsafeBufferPointer { bytes in
        batch.fingerprints[row].add(ByteHash(bytes), column: place.index)
      }
    }
    return ByteSlice(start: start, count: count, isFolded: true)
  }
}
