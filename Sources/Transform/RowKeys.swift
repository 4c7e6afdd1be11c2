import Campus

/// The rows of a source by their key, compared exactly.
///
/// The values of the key columns are held once, row by row, and become columns of the table in the
/// end; the look-up itself takes eight bytes a slot and the fingerprint sixteen bytes a row.
struct RowKeys: Sendable {
  /// What is known of the key of a row.
  enum Admission: Sendable {
    /// The first row of its key, or a row without one.
    case new
    /// The first row of the key has the same values.
    case same(as: Int)
    /// The first row of the key has other values.
    case conflicting(with: Int)

    var isSame: Bool {
      if case .same = self { true } else { false }
    }
  }

  private let width: Int
  /// The values of the key columns of every row that was new.
  private var values: [Int32] = []
  /// One a row. That of nothing stands for a row without a key: a key has values.
  private var fingerprints: [RowFingerprint] = []
  private var index = HashIndex()

  init(columnCount: Int) {
    width = columnCount
  }

  /// Forgets what only the look-up needs.
  mutating func endLookUp() {
    fingerprints = []
    index = HashIndex()
  }

  /// One part of the key of a row.
  func value(of row: Int, _ position: Int) -> Int32 { values[row * width + position] }

  /// The values of one key column.
  func column(_ position: Int) -> ColumnValues {
    ColumnValues(stride(from: position, to: values.count, by: width).map { values[$0] })
  }

  /// Looks up rows by their keys, which stand one after another, and adds those that are new.
  /// Without a value in each key column a row has no key, and is always new.
  mutating func admit(
    _ keys: [Int32], _ rows: [Int], _ fingerprintsOfRows: [RowFingerprint], hasKey: Bool,
    _ body: (_ row: Int, Admission) -> Void
  ) {
    keys.withUnsafeBufferPointer { keys in
      var hashes: [UInt64] = []
      hashes.reserveCapacity(rows.count)
      var touched: UInt64 = 0
      for offset in rows.indices {
        let hash = RowKeys.hash(keys[offset * width..<(offset + 1) * width])
        hashes.append(hash)
        touched |= index.touch(hash)
      }
      // Never so, but the compiler must not know.
      if touched == .max { values.reserveCapacity(values.count) }
      for (offset, row) in rows.enumerated() {
        let key = keys[offset * width..<(offset + 1) * width]
        let fingerprint = fingerprintsOfRows[row]
        body(
          row,
          hasKey && !key.contains(Reading.missing)
            ? admit(key, hashes[offset], fingerprint) : append(key, RowFingerprint()))
      }
    }
  }

  private mutating func admit(
    _ key: Slice<UnsafeBufferPointer<Int32>>, _ hash: UInt64, _ fingerprint: RowFingerprint
  ) -> Admission {
    var probe = index.probe(for: hash)
    while let known = index.next(&probe) {
      let row = Int(known)
      if values[row * width..<(row + 1) * width].elementsEqual(key) {
        return fingerprints[row] == fingerprint ? .same(as: row) : .conflicting(with: row)
      }
    }
    index.insert(Int32(fingerprints.count), at: probe)
    return append(key, fingerprint)
  }

  private mutating func append(
    _ key: Slice<UnsafeBufferPointer<Int32>>, _ fingerprint: RowFingerprint
  ) -> Admission {
    values.append(contentsOf: key)
    fingerprints.append(fingerprint)
    return .new
  }

  @inline(__always)
  private static func hash(_ key: Slice<UnsafeBufferPointer<Int32>>) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for value in key {
      let product = (state ^ UInt64(UInt32(bitPattern: value)))
        .multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      state = product.high ^ product.low
    }
    return state
  }
}
