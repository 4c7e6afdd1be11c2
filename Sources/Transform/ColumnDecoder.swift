import Campus

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
