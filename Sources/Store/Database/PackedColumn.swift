import Campus

/// A column as the database keeps it.
struct PackedColumn: Sendable {
  /// Finds columns that may be the same.
  let digest: Int
  /// The bytes before compression.
  let size: Int
  let compressed: [UInt8]

  init(_ column: WordColumn) throws {
    let packed = ColumnPacking.packed(column)
    guard UInt32(exactly: packed.count) != nil else {
      throw Failure(
        .readOrWriteFailed, "cannot keep a column of decisions of \(packed.count) bytes")
    }
    size = packed.count
    digest = packed.withUnsafeBufferPointer(ColumnDigest.of)
    var deflation = Deflation(.zlib)
    deflation.append(packed)
    compressed = deflation.finished()
  }

  /// Whether compressed bytes are those of an equal column, compressed in whatever way.
  func isSame(as other: [UInt8]) -> Bool {
    if other == compressed { return true }
    guard let expanded = Inflation.expanded(other, size: size) else { return false }
    return expanded == Inflation.expanded(compressed, size: size)
  }
}
