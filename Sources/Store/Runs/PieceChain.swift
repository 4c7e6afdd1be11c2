import Campus

/// Rows of some columns as texts: each distinct cell is worded once, as a piece, and a row is a
/// chain of pieces, one of each column.
struct PieceChain {
  /// The texts of some rows, one after another.
  struct Block {
    fileprivate var bytes: [UInt8] = []
    /// Where each text begins in `bytes`, and where the last ends.
    fileprivate var bounds = [0]

    /// The text of a row by its place in the block, while the body runs.
    func withTexts<Result>(
      _ body: ((_ offset: Int) -> UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result {
      try bytes.withUnsafeBufferPointer { bytes in
        try body { UnsafeBufferPointer(rebasing: bytes[bounds[$0]..<bounds[$0 + 1]]) }
      }
    }
  }

  private struct Column {
    let cells: WordColumn
    /// By the number of the word, that of a missing value first; -1 for a word that no row has.
    let pieces: [Int32]
  }

  private var columns: [Column] = []
  private var pieces: [UInt8] = []
  /// Where each piece begins in `pieces`, and where the last ends.
  private var bounds = [0]
  /// The bytes of a row in which each column has its longest piece.
  private(set) var longestText = 0

  /// Adds a column.
  /// - Parameters:
  ///   - rows: those whose texts will be asked for.
  ///   - word: writes the piece of a word; that of nil stands for a missing value.
  mutating func add(
    _ cells: WordColumn, rows: [Int32],
    word: (_ cell: ArraySlice<UInt8>?, _ pieces: inout [UInt8]) -> Void
  ) {
    var numbers = [Int32](repeating: -1, count: cells.wordCount + 1)
    var longest = 0
    for row in rows {
      let number = cells.numbers[Int(row)]
      // A missing value has the number before the first word's.
      guard numbers[Int(number + 1)] < 0 else { continue }
      numbers[Int(number + 1)] = Int32(bounds.count - 1)
      let isMissing = number == WordColumn.missing
      word(isMissing ? nil : cells.bytes[cells.range(ofWord: number)], &pieces)
      longest = max(longest, pieces.count - bounds[bounds.count - 1])
      bounds.append(pieces.count)
    }
    longestText += longest
    columns.append(Column(cells: cells, pieces: numbers))
  }

  /// The texts of some rows of the columns.
  func text(of rows: ArraySlice<Int32>) -> Block {
    var block = Block()
    let chosen = chosenPieces(rows)
    bounds.withUnsafeBufferPointer { bounds in
      var length = 0
      block.bounds.reserveCapacity(rows.count + 1)
      for row in 0..<rows.count {
        for piece in chosen[row * columns.count..<(row + 1) * columns.count] {
          length += bounds[Int(piece) + 1] - bounds[Int(piece)]
        }
        block.bounds.append(length)
      }
      pieces.withUnsafeBytes { pieces in
        block.bytes = [UInt8](count: length) { text in
          let target = UnsafeMutableRawBufferPointer(text)
          var count = 0
          for piece in chosen {
            let range = bounds[Int(piece)]..<bounds[Int(piece) + 1]
            target[count...].copyBytes(from: pieces[range])
            count += range.count
          }
        }
      }
    }
    return block
  }

  /// The pieces of some rows, row by row. A column at a time, for its numbers to be at hand.
  private func chosenPieces(_ rows: ArraySlice<Int32>) -> [Int32] {
    let rows = Array(rows)
    let width = columns.count
    return [Int32](count: rows.count * width) { chosen in
      for (position, column) in columns.enumerated() {
        var place = position
        for number in column.cells.numbers.values(at: rows) {
          chosen[place] = column.pieces[Int(number + 1)]
          place += width
        }
      }
    }
  }
}
