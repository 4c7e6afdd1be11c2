import Campus

/// Spellings read before and what each means, by their bytes: a word is looked up on its list once,
/// not once a row.
///
/// Of a fixed size, so that a column in which every cell is different costs time and no memory: a
/// spelling takes the place of another with the same hash, and a long one is not held at all.
struct SpellingCache: Sendable {
  static let slotCount = 512
  private static let longest = 2 * SpellingHead.length

  private struct Slot: Sendable {
    var head = SpellingHead()
    /// No cell is so long.
    var count = Int32.max
    var meaning: Int32 = 0
  }

  private var slots = Array(repeating: Slot(), count: slotCount)
  /// What follows the first bytes of the longer ones.
  private var tails = Array(repeating: SpellingHead(), count: slotCount)

  /// What a cell means, if it is held.
  ///
  /// - Parameter readable: how many bytes may be read from the cell's first on: its own and those
  ///   behind it.
  @inline(__always)
  func meaning(of cell: Cell, readable: Int) -> Int32? {
    let head = SpellingHead(cell, readable: readable)
    let place = SpellingCache.slot(of: head, cell.count)
    let slot = slots[place]
    guard slot.head == head, Int(slot.count) == cell.count else { return nil }
    if cell.count > SpellingHead.length, tails[place] != SpellingCache.tail(of: cell) {
      return nil
    }
    return slot.meaning
  }

  /// Puts a spelling into its slot, which is the one returned; nil when it is too long.
  @discardableResult
  mutating func store(_ cell: Cell, meaning: (_ slot: Int) -> Int32) -> Int? {
    guard cell.count <= SpellingCache.longest else { return nil }
    let head = SpellingHead(cell, readable: cell.count)
    let place = SpellingCache.slot(of: head, cell.count)
    slots[place] = Slot(head: head, count: Int32(cell.count), meaning: meaning(place))
    if cell.count > SpellingHead.length { tails[place] = SpellingCache.tail(of: cell) }
    return place
  }

  private static func tail(of cell: Cell) -> SpellingHead {
    let rest = Cell(rebasing: cell.dropFirst(SpellingHead.length))
    return SpellingHead(rest, readable: rest.count)
  }

  @inline(__always)
  private static func slot(of head: SpellingHead, _ count: Int) -> Int {
    Int(truncatingIfNeeded: head.hash(count: count)) & (slotCount - 1)
  }
}
