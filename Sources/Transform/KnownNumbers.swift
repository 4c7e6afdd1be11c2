/// The numbers of the spellings read before.
struct KnownNumbers: Sendable {
  private var cache = SpellingCache()

  /// The number that a reader makes of a cell.
  @inline(__always)
  mutating func value(_ cells: ColumnCells, _ row: Int, _ reader: some CellReader) -> Int32 {
    let cell = cells[row]
    if let known = cache.meaning(of: cell, readable: cells.readable(cell)) { return known }
    let value = reader.read(cell)
    cache.store(cell) { _ in value }
    return value
  }
}
