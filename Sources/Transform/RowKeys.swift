import Campus

/// The rows of a source by their key, compared exactly.
///
/// The values of the key columns are held once, as columns of the table; the look-up itself takes
/// five bytes a slot and the fingerprint sixteen bytes a row.
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

  /// The values of the key columns, one a row that was new.
  private(set) var columns: [[Int32]]
  /// One a row. That of nothing stands for a row without a key: a key has values.
  private var fingerprints: [RowFingerprint] = []
  private var index = HashIndex()

  init(columnCount: Int) {
    columns = Array(repeating: [], count: columnCount)
  }

  /// Looks up a row by its key and adds it when it is new. Without a value in each key column the
  /// row has no key, and is always new.
  mutating func admit(_ key: [Int32], _ fingerprint: RowFingerprint, hasKey: Bool) -> Admission {
    guard hasKey, !key.contains(Reading.missing) else {
      append(key, RowFingerprint())
      return .new
    }
    let hash = RowKeys.hash(key)
    var probe = index.probe(for: hash)
    while let known = index.next(&probe) {
      let row = Int(known)
      if columns.indices.allSatisfy({ columns[$0][row] == key[$0] }) {
        return fingerprints[row] == fingerprint ? .same(as: row) : .conflicting(with: row)
      }
    }
    let row = fingerprints.count
    append(key, fingerprint)
    if index.isFull {
      grow()
    } else {
      index.insert(Int32(row), at: probe)
    }
    return .new
  }

  private mutating func append(_ key: [Int32], _ fingerprint: RowFingerprint) {
    for position in columns.indices { columns[position].append(key[position]) }
    fingerprints.append(fingerprint)
  }

  private mutating func grow() {
    index.grow()
    var key = Array(repeating: Int32(0), count: columns.count)
    for row in fingerprints.indices where fingerprints[row] != RowFingerprint() {
      for position in columns.indices { key[position] = columns[position][row] }
      index.insert(Int32(row), hash: RowKeys.hash(key))
    }
  }

  private static func hash(_ key: [Int32]) -> UInt64 {
    key.withUnsafeBytes { BytePool.hash($0.assumingMemoryBound(to: UInt8.self)) }
  }
}
