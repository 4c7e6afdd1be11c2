import Campus
import Definitions

/// Joins decoded batches, in reading order, to one table: numbers the identifiers and texts, and
/// finds the rows that have a key in common.
struct TableBuilder {
  /// A row whose key another row had before.
  struct LaterRow {
    let first: Int
    let differs: Bool
    let file: Int
    let line: Int
  }

  private static let mostExpected = 1 << 23
  /// Fewer rows do not show how many strings are different.
  private static let fewest = 1000

  private let contract: SourceContract
  /// Indexes of the contract columns that are kept and do not belong to the key.
  private let kept: [Int]
  private let keepsIdentity: Bool

  /// By the index of the column in the contract; empty for a column that is not kept.
  private var values: [ColumnValues]
  private var pools: [BytePool]
  private var identities = ColumnValues()
  private var identityPool = BytePool(markLength: 1)
  private(set) var keys: RowKeys
  private var files = FileRuns()
  private var lines: [Int32] = []
  private(set) var laterRows: [LaterRow] = []
  /// The file for whose rows room was made.
  private var fileReservedFor: Int?
  /// Contract columns that a file with rows has.
  private var found: Set<Int> = []

  init(contract: SourceContract, keep: Set<String>) {
    self.contract = contract
    kept = contract.columns.indices.filter {
      keep.contains(contract.columns[$0].name) && !contract.key.contains($0)
    }
    keepsIdentity = contract.identity.map { keep.contains($0.name) } ?? false
    keys = RowKeys(columnCount: contract.key.count)
    values = Array(repeating: ColumnValues(), count: contract.columns.count)
    pools = Array(repeating: BytePool(), count: contract.columns.count)
  }

  /// Adds the rows of a batch that have no problem.
  mutating func append(_ batch: DecodedBatch, linesBefore: Int) {
    if batch.rowCount > 0 { found.formUnion(batch.foundColumns) }
    reserve(for: batch)
    let accepted = acceptedRows(batch)
    let rows = contract.key.isEmpty ? accepted : admit(accepted, batch, linesBefore)
    files.append(UInt32(batch.fileIndex), rows: rows.count)
    for row in rows { lines.append(Int32(clamping: batch.lines[row] + linesBefore)) }
    for column in kept {
      switch batch.columns[column] {
      case .numbers(let numbers): values[column].append(contentsOf: numbers.at(rows))
      case .strings(let strings):
        values[column].append(
          contentsOf: TableBuilder.intern(strings, of: rows, in: batch, &pools[column]))
      case .none: break
      }
    }
    if keepsIdentity {
      identities.append(
        contentsOf: TableBuilder.intern(batch.identities, of: rows, in: batch, &identityPool))
    }
  }

  /// Makes room for all the rows of a large file at once: to grow takes time, and the old room and
  /// the new are memory at the same time.
  private mutating func reserve(for batch: DecodedBatch) {
    guard batch.expectedRows > 0, batch.fileIndex != fileReservedFor else { return }
    fileReservedFor = batch.fileIndex
    // The expectation is never exact; to grow after all for some last rows would be a pity. A file
    // whose first rows are unlike the others must not take all the memory there is.
    let expected = min(batch.expectedRows, TableBuilder.mostExpected)
    let total = lines.count + expected + expected / 32
    // Files that come one after another must not move all that is there each time.
    if total > lines.capacity { lines.reserveCapacity(max(total, 2 * lines.count)) }
    if !contract.key.isEmpty { keys.reserve(total) }
    guard lines.count >= TableBuilder.fewest else { return }
    // As many different strings a row as up to now.
    for column in pools.indices where pools[column].count > lines.count / 4 {
      pools[column].reserve(pools[column].count * (total / lines.count))
    }
  }

  private func acceptedRows(_ batch: DecodedBatch) -> [Int] {
    guard !batch.problems.isEmpty else { return Array(0..<batch.rowCount) }
    var isRejected = Array(repeating: false, count: batch.rowCount)
    for problem in batch.problems { isRejected[problem.row] = true }
    return (0..<batch.rowCount).filter { !isRejected[$0] }
  }

  /// The rows that are the first of their key or have none.
  private mutating func admit(
    _ rows: [Int], _ batch: DecodedBatch, _ linesBefore: Int
  ) -> [Int] {
    let columns = contract.key.map { column in
      switch batch.columns[column] {
      case .numbers(let numbers): numbers.at(rows)
      case .strings(let strings):
        TableBuilder.intern(strings, of: rows, in: batch, &pools[column])
      case .none: [Int32](repeating: Reading.missing, count: rows.count)
      }
    }
    let admission = keys.admit(
      RowKeys.Rows(
        columns: columns, fingerprints: batch.fingerprints.at(rows), hasKey: batch.hasKey))
    for later in admission.later {
      laterRows.append(
        LaterRow(
          first: later.first, differs: later.differs, file: batch.fileIndex,
          line: batch.lines[rows[later.place]] + linesBefore))
    }
    return rows.at(admission.new)
  }

  /// The numbers of the byte strings of some rows.
  ///
  /// Static, because a method would hold the builder meanwhile, and with it a second reference to
  /// the pool, which then would be copied before it is changed.
  private static func intern(
    _ strings: DecodedBatch.Strings, of rows: [Int], in batch: DecodedBatch,
    _ pool: inout BytePool
  ) -> [Int32] {
    pool.touch(strings.hashes)
    return batch.withStorage { storage in
      rows.map { row in
        let slice = strings.slices[row]
        if slice.isMissing { return Reading.missing }
        return pool.intern(storage[slice], hash: strings.hashes[row])
      }
    }
  }

  /// The key of a row in words, part by part.
  func key(of row: Int) -> [String?] {
    contract.key.enumerated().map { position, column in
      let value = keys.value(of: row, position)
      guard value != Reading.missing else { return nil }
      switch contract.columns[column].type {
      case .text, .identifier, .doi, .isbn: return pools[column].text(value)
      case .code(let list): return list.entries[Int(value)].code
      case .date: return CalendarDate(dayNumber: value).description
      default: return String(value)
      }
    }
  }

  /// Where a row of the table stands: its file and line.
  func place(of row: Int) -> (file: Int, line: Int) { (Int(files[row]), Int(lines[row])) }

  /// The table with the columns to keep, without some of its rows. The builder is empty afterwards:
  /// no column is ever held twice.
  mutating func makeTable(keep: Set<String>, without removed: Set<Int>) -> Table {
    var finished = TableBuilder(contract: contract, keep: [])
    swap(&self, &finished)
    return finished.table(keep: keep, without: removed)
  }

  private mutating func table(keep: Set<String>, without removed: Set<Int>) -> Table {
    var table = Table(source: contract.name)
    for (column, values) in zip(contract.key, keys.takeColumns()) { self.values[column] = values }
    lines.removeAll(at: removed)
    table.fileIndexes = removed.isEmpty ? files : files.without(removed)
    table.lines = lines
    for (column, contract) in contract.columns.enumerated()
    where keep.contains(contract.name) && (found.isEmpty || found.contains(column)) {
      values[column].removeAll(at: removed)
      // Only by the identifiers of a key does anybody look up rows from now on.
      if !self.contract.key.contains(column) { pools[column].endLookUp() }
      table.columns[contract.name] = TableColumn(
        content: content(of: contract, pools[column]), values: values[column])
      values[column] = ColumnValues()
      pools[column] = BytePool()
    }
    if keepsIdentity, let name = contract.identity?.name {
      identities.removeAll(at: removed)
      identityPool.endLookUp()
      table.columns[name] = TableColumn(content: .texts(identityPool), values: identities)
    }
    return table
  }

  private func content(of column: ColumnContract, _ pool: BytePool) -> TableColumn.Content {
    switch column.type {
    case .text, .identifier, .doi, .isbn: .texts(pool)
    case .code(let list): .codes(list)
    case .codes(let list, let open, _):
      open ? OpenSets(pool: pool, list: list).content : .sets(numbers(in: pool), list)
    case .date: .dates
    case .yesNo: .flags
    case .decimal: .decimals(decimals(in: pool))
    case .integer, .headcount, .year, .month, .semester, .academicYear: .integers
    }
  }

  private func decimals(in pool: BytePool) -> [Int128] {
    (0..<Int32(pool.count)).map { number in
      pool.withBytes(of: number) {
        Int128(littleEndian: UnsafeRawBufferPointer($0).loadUnaligned(as: Int128.self))
      }
    }
  }

  private func numbers(in pool: BytePool) -> [[Int32]] {
    (0..<Int32(pool.count)).map { number in
      pool.withBytes(of: number) { bytes in
        let raw = UnsafeRawBufferPointer(bytes)
        return stride(from: 0, to: raw.count, by: 4).map {
          Int32(littleEndian: raw.loadUnaligned(fromByteOffset: $0, as: Int32.self))
        }
      }
    }
  }
}

extension Array {
  /// The elements at some ascending places.
  @inline(__always)
  func at(_ places: [Int]) -> [Element] {
    places.count == count ? self : places.map { self[$0] }
  }

  /// Removes the elements at some indexes, in place.
  fileprivate mutating func removeAll(at removed: Set<Int>) {
    guard let first = removed.min() else { return }
    var kept = first
    for index in first..<count where !removed.contains(index) {
      self[kept] = self[index]
      kept += 1
    }
    removeLast(count - kept)
  }
}

extension ColumnValues {
  /// Removes the values at some indexes.
  fileprivate mutating func removeAll(at removed: Set<Int>) {
    if !removed.isEmpty { removeAll(at: removed.contains) }
  }
}
