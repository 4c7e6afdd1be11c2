import Campus
import Glibc

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

  private var columns: [WordColumn] = []
  private var pieces: [UInt8] = []
  /// Where each piece begins in `pieces`, and where the last ends.
  private var bounds = [0]
  /// For each column the piece of a missing value; those of its words follow.
  private var missingPieces: [Int32] = []

  /// Adds a column.
  /// - Parameter word: writes the piece of a word; that of nil stands for a missing value.
  mutating func add(
    _ column: WordColumn, word: (_ cell: ArraySlice<UInt8>?, _ pieces: inout [UInt8]) -> Void
  ) {
    columns.append(column)
    missingPieces.append(Int32(bounds.count - 1))
    word(nil, &pieces)
    bounds.append(pieces.count)
    for number in 0..<Int32(column.wordCount) {
      word(column.bytes[column.range(ofWord: number)], &pieces)
      bounds.append(pieces.count)
    }
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
        let first = missingPieces[position] + 1
        var place = position
        // A missing value has the number before the first word's.
        for number in column.numbers.values(at: rows) {
          chosen[place] = first + number
          place += width
        }
      }
    }
  }
}
