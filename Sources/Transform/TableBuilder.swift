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
  private var files: [UInt32] = []
  private var lines: [Int32] = []
  private(set) var laterRows: [LaterRow] = []
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
    let isRejected = rejections(batch)
    let accepted = (0..<batch.rowCount).filter { !isRejected[$0] }
    let rows = contract.key.isEmpty ? accepted : admit(accepted, batch, linesBefore)
    files.append(contentsOf: repeatElement(UInt32(batch.fileIndex), count: rows.count))
    for row in rows { lines.append(Int32(clamping: batch.lines[row] + linesBefore)) }
    for column in kept {
      switch batch.columns[column] {
      case .numbers(let numbers) where rows.count == batch.rowCount:
        values[column].append(contentsOf: numbers)
      case .numbers(let numbers):
        values[column].append(contentsOf: rows.map { numbers[$0] })
      case .slices(let slices):
        values[column].append(
          contentsOf: TableBuilder.intern(slices, of: rows, in: batch, &pools[column]))
      case .none: break
      }
    }
    if keepsIdentity {
      identities.append(
        contentsOf: TableBuilder.intern(batch.identities, of: rows, in: batch, &identityPool))
    }
  }

  private func rejections(_ batch: DecodedBatch) -> [Bool] {
    var isRejected = Array(repeating: false, count: batch.rowCount)
    for problem in batch.problems { isRejected[problem.row] = true }
    return isRejected
  }

  /// The rows that are the first of their key or have none.
  private mutating func admit(
    _ rows: [Int], _ batch: DecodedBatch, _ linesBefore: Int
  ) -> [Int] {
    let width = contract.key.count
    var keys = [Int32](repeating: Reading.missing, count: rows.count * width)
    for (position, column) in contract.key.enumerated() {
      switch batch.columns[column] {
      case .numbers(let numbers):
        for (offset, row) in rows.enumerated() {
          keys[offset * width + position] = numbers[row]
        }
      case .slices(let slices):
        let numbers = TableBuilder.intern(slices, of: rows, in: batch, &pools[column])
        for offset in rows.indices { keys[offset * width + position] = numbers[offset] }
      case .none: break
      }
    }
    var new: [Int] = []
    new.reserveCapacity(rows.count)
    self.keys.admit(keys, rows, batch.fingerprints, hasKey: batch.hasKey) { row, admission in
      switch admission {
      case .new: new.append(row)
      case .same(let first), .conflicting(let first):
        laterRows.append(
          LaterRow(
            first: first, differs: !admission.isSame, file: batch.fileIndex,
            line: batch.lines[row] + linesBefore))
      }
    }
    return new
  }

  /// The numbers of the byte strings of some rows.
  ///
  /// Static, because a method would hold the builder meanwhile, and with it a second reference to
  /// the pool, which then would be copied before it is changed.
  private static func intern(
    _ slices: [DecodedBatch.Slice], of rows: [Int], in batch: DecodedBatch,
    _ pool: inout BytePool
  ) -> [Int32] {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(rows.count)
    var touched: UInt64 = 0
    for row in rows {
      let hash = slices[row].isMissing ? 0 : batch.withBytes(of: slices[row], BytePool.hash)
      hashes.append(hash)
      touched |= pool.touch(hash)
    }
    // Never so, but the compiler must not know.
    if touched == .max { hashes.reserveCapacity(rows.count) }
    return rows.indices.map { offset in
      let slice = slices[rows[offset]]
      if slice.isMissing { return Reading.missing }
      return batch.withBytes(of: slice) { pool.intern($0, hash: hashes[offset]) }
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
    keys.endLookUp()
    for (position, column) in contract.key.enumerated() {
      values[column] = keys.column(position)
    }
    keys = RowKeys(columnCount: 0)
    files.removeAll(at: removed)
    lines.removeAll(at: removed)
    table.fileIndexes = files
    table.lines = lines
    for (column, contract) in contract.columns.enumerated()
    where keep.contains(contract.name) && (found.isEmpty || found.contains(column)) {
      values[column].removeAll(at: removed)
      table.columns[contract.name] = TableColumn(
        content: content(of: contract, pools[column]), values: values[column])
      values[column] = ColumnValues()
      pools[column] = BytePool()
    }
    if keepsIdentity, let name = contract.identity?.name {
      identities.removeAll(at: removed)
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
