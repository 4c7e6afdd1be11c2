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
    size = packed.bytes.count
    digest = packed.bytes.withUnsafeBufferPointer(ColumnDigest.of)
    compressed = try Compression.compressed(
      packed.bytes, plainStart: packed.plainStart)
  }

  /// Whether compressed bytes are those of an equal column, compressed in whatever way.
  func isSame(as other: [UInt8]) -> Bool {
    if other == compressed { return true }
    guard let expanded = Compression.expanded(other, size: size) else { return false }
    return expanded == Compression.expanded(compressed, size: size)
  }
}
