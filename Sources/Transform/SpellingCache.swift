import Campus
import Glibc

/// Spellings read before and what each means, by their bytes: a word is looked up on its list once,
/// not once a row.
///
/// Of a fixed size, so that a column in which every cell is different costs time and no memory: a
/// spelling takes the place of another with the same hash, and a long one is not held at all.
struct SpellingCache: Sendable {
  static let slotCount = 512
  private static let longest = 64

  private var lengths: [UInt8] = Array(repeating: 0, count: slotCount)
  private var meanings: [Int32] = Array(repeating: 0, count: slotCount)
  private var bytes: [UInt8] = Array(repeating: 0, count: slotCount * longest)

  /// The slot of a spelling; nil when it is empty or too long to be held.
  @inline(__always)
  func slot(of cell: Cell) -> Int? {
    guard cell.count > 0 && cell.count <= SpellingCache.longest else { return nil }
    return Int(truncatingIfNeeded: BytePool.hash(cell)) & (SpellingCache.slotCount - 1)
  }

  /// What the spelling means if it is the one in the slot.
  @inline(__always)
  func meaning(of cell: Cell, in slot: Int) -> Int32? {
    guard Int(lengths[slot]) == cell.count, let cellBase = cell.baseAddress else { return nil }
    let isEqual = bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map {
        memcmp($0 + slot * SpellingCache.longest, cellBase, cell.count) == 0
      } ?? false
    }
    return isEqual ? meanings[slot] : nil
  }

  /// Puts a spelling into its slot.
  mutating func store(_ cell: Cell, meaning: Int32, in slot: Int) {
    lengths[slot] = UInt8(cell.count)
    meanings[slot] = meaning
    for offset in 0..<cell.count { bytes[slot * SpellingCache.longest + offset] = cell[offset] }
  }
}
