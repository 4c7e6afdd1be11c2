import Campus

/// Columns on their way into the database.
struct PendingColumns {
  enum Place {
    /// Known before, by its number.
    case stored(Int)
    /// The index of one that is new.
    case new(Int)
  }

  /// Where each column stands.
  let places: [Place]
  let new: [WordColumn]
  /// The new ones, as threads make them ready.
  let packed: LaterValues<PackedColumn>
}
