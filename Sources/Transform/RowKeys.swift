import Campus

/// The rows of a source by their key, compared exactly.
///
/// The values of the key columns are columns of the table; the look-up itself takes six to
/// eleven bytes a row and the fingerprint sixteen.
struct RowKeys: Sendable {
  /// Some rows that come next.
  struct Rows {
    /// The values of the key columns, each as long as there are rows.
    let columns: [[Int32]]
    /// One a row.
    let fingerprints: [RowFingerprint]
    /// Whether their file has every column of the key.
    let hasKey: Bool

    fileprivate var count: Int { fingerprints.count }

    /// Without a value in each key column a row has no key.
    fileprivate func hasKey(_ place: Int) -> Bool {
      hasKey && columns.allSatisfy { $0[place] != Reading.missing }
    }
  }

  /// What became of them, by their places among them.
  struct Admission {
    /// The first rows of their keys and those without one.
    var new: [Int] = []
    var later: [(place: Int, first: Int, differs: Bool)] = []
  }

  /// The values of the key columns of every row that was new.
  private var columns: [ColumnValues]
  /// One a row; `RowFingerprint.withoutKey` for a row without a key.
  private var fingerprints: [RowFingerprint] = []
  private var index = HashIndex()
  /// What was touched before it was needed: said here, so that the compiler must not leave it out.
  private var touched: UInt64 = 0

  init(columnCount: Int) {
    columns = Array(repeating: ColumnValues(), count: columnCount)
  }

  /// The key columns; nothing is left of the keys afterwards.
  mutating func takeColumns() -> [ColumnValues] {
    defer { self = RowKeys(columnCount: 0) }
    return columns
  }

  /// Makes room for so many rows, if there is none yet, and for twice as many as there are at least.
  mutating func reserve(_ total: Int) {
    guard total > fingerprints.count, !index.hasRoom(for: total - fingerprints.count) else {
      return
    }
    let room = max(total, 2 * fingerprints.count)
    fingerprints.reserveCapacity(room)
    makeRoom(for: room)
  }

  /// One part of the key of a row.
  func value(of row: Int, _ position: Int) -> Int32 { columns[position][row] }

  /// Looks up rows by their keys and adds those that are new.
  mutating func admit(_ rows: Rows) -> Admission {
    if !index.hasRoom(for: rows.count) {
      makeRoom(for: 2 * fingerprints.count + rows.count)
    }
    let hashes = RowKeys.hashes(rows.columns, count: rows.count)
    for hash in hashes { touched |= index.touch(hash) }
    var admission = Admission()
    admission.new.reserveCapacity(rows.count)
    let before = fingerprints.count
    for place in 0..<rows.count {
      var fingerprint = RowFingerprint.withoutKey
      if rows.hasKey(place) {
        fingerprint = rows.fingerprints[place].withKey
        var probe = index.probe(for: hashes[place])
        if let first = first(like: place, of: rows, &probe, before, admission.new) {
          let differs = fingerprints[first] != fingerprint
          admission.later.append((place, first, differs))
          continue
        }
        index.insert(Int32(fingerprints.count), at: probe)
      }
      admission.new.append(place)
      fingerprints.append(fingerprint)
    }
    for (position, column) in rows.columns.enumerated() {
      columns[position].append(contentsOf: column.at(admission.new))
    }
    return admission
  }

  /// The row that has the key of one that comes next. Those of the same rows that were new are not
  /// in the columns yet.
  @inline(__always)
  private func first(
    like place: Int, of rows: Rows, _ probe: inout HashIndex.Probe, _ before: Int, _ new: [Int]
  ) -> Int? {
    while let known = index.next(&probe) {
      let row = Int(known)
      let isEqual = rows.columns.indices.allSatisfy { position in
        let column = rows.columns[position]
        return column[place] == (row < before ? columns[position][row] : column[new[row - before]])
      }
      if isEqual { return row }
    }
    return nil
  }

  private mutating func makeRoom(for total: Int) {
    let count = fingerprints.count
    // Nobody else may hold the old slots, which go before the new ones come.
    var larger = HashIndex()
    swap(&larger, &index)
    larger.removeAll(makingRoomFor: total)
    for start in stride(from: 0, to: count, by: RowKeys.block) {
      let rows = start..<min(start + RowKeys.block, count)
      let hashes = RowKeys.hashes(columns.map { $0.values(in: rows) }, count: rows.count)
      for (row, hash) in zip(rows, hashes) where fingerprints[row] != .withoutKey {
        larger.insert(Int32(row), hash: hash)
      }
    }
    index = larger
  }

  /// Rows that are hashed at once when all of them move.
  private static let block = 4096

  private static func hashes(_ columns: [[Int32]], count: Int) -> [UInt64] {
    var hashes = [UInt64](repeating: 0x9E37_79B9_7F4A_7C15, count: count)
    for column in columns {
      for place in hashes.indices {
        let product = (hashes[place] ^ UInt64(UInt32(bitPattern: column[place])))
          .multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        hashes[place] = product.high ^ product.low
      }
    }
    return hashes
  }
}
