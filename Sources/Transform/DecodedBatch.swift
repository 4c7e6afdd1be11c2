import Campus

/// A batch after its cells were read: what one thread makes of it without knowing any other batch.
package struct DecodedBatch: Sendable {
  enum Column: Sendable {
    /// Not in the file, or read by nobody once its cells proved valid.
    case none
    /// Final values; `Reading.missing` where there is none.
    case numbers([Int32])
    /// Byte strings that are numbered when the batch joins the table.
    case strings(Strings)
  }

  /// A byte string for each row.
  struct Strings: Sendable {
    var slices: [ByteSlice] = []
    /// The lower half of the `ByteHash` of each; of a missing one any number.
    var hashes: [UInt64] = []
  }

  struct CellProblem: Sendable {
    let row: Int
    /// The index of the column in the contract; nil when the whole row is meant.
    let column: Int?
    let problem: Problem
  }

  package let fileIndex: Int
  /// The contract's columns that the file has.
  let foundColumns: [Int]
  let lines: [Int]
  /// That of the `RecordBatch`.
  let expectedRows: Int
  /// What Extract found about single rows.
  let findings: [Finding]
  /// The bytes of the batch as they stand in the file.
  let raw: [UInt8]
  /// Whether `raw` holds a CR, which is rare and in a text counts as LF.
  let holdsReturns: Bool
  /// Folded identifiers, decimals and sets, one after another.
  var folded: [UInt8] = []
  /// By the index in the contract.
  var columns: [Column]
  /// The item that is counted, where it is no column: its bytes end with a mark of its column.
  var identities = Strings()
  /// One a row; empty when the source has no key.
  var fingerprints: [RowFingerprint] = []
  /// Whether every key column is in the file.
  var hasKey = false
  /// By row, then in the order of the contract.
  var problems: [CellProblem] = []

  init(_ batch: RecordBatch, columnCount: Int) {
    fileIndex = batch.fileIndex
    foundColumns = batch.columns
    lines = batch.lines
    expectedRows = batch.expectedRows
    findings = batch.findings
    raw = batch.bytes
    holdsReturns = batch.bytes.withUnsafeBufferPointer { $0.holds(0x0D) }
    columns = Array(repeating: .none, count: columnCount)
  }

  var rowCount: Int { lines.count }

  mutating func reject(_ row: Int, column: Int?, _ problem: Problem) {
    problems.append(CellProblem(row: row, column: column, problem: problem))
  }

  /// Takes in the values of a column, and adds them to the fingerprints if they are compared.
  mutating func setStrings(
    _ slices: [ByteSlice], of place: ColumnPlace, comparing: Bool = true
  ) {
    let hashes =
      comparing && place.isCompared
      ? hashesComparing(slices, column: place.index) : hashes(of: slices)
    columns[place.index] = .strings(Strings(slices: slices, hashes: hashes))
  }

  /// Hashes of byte strings.
  func hashes(of slices: [ByteSlice]) -> [UInt64] {
    withStorage { storage in slices.map { ByteHash(storage[$0]).low } }
  }

  /// Hashes of the byte strings of a column, which are added to the fingerprints of their rows.
  private mutating func hashesComparing(_ slices: [ByteSlice], column: Int) -> [UInt64] {
    var fingerprints: [RowFingerprint] = []
    swap(&fingerprints, &self.fingerprints)
    defer { swap(&fingerprints, &self.fingerprints) }
    return withStorage { storage in
      fingerprints.withUnsafeMutableBufferPointer { fingerprints in
        [UInt64](count: slices.count) { hashes in
          for (row, slice) in slices.enumerated() {
            guard !slice.isMissing else {
              hashes[row] = 0
              continue
            }
            let hash = ByteHash(storage[slice])
            hashes[row] = hash.low
            fingerprints[row].add(hash, column: column)
          }
        }
      }
    }
  }

  /// The bytes of a batch while they are at hand.
  struct Storage {
    fileprivate let raw: Cell
    fileprivate let folded: Cell

    @inline(__always)
    subscript(slice: ByteSlice) -> Cell {
      Cell(rebasing: (slice.isFolded ? folded : raw)[slice.range])
    }
  }

  /// Hands the bytes that slices lie in to a function.
  @inline(__always)
  func withStorage<Result>(_ body: (Storage) -> Result) -> Result {
    raw.withUnsafeBufferPointer { raw in
      folded.withUnsafeBufferPointer { folded in body(Storage(raw: raw, folded: folded)) }
    }
  }

  /// Hands the bytes of a value to a function.
  func withBytes<Result>(of slice: ByteSlice, _ body: (Cell) -> Result) -> Result {
    withStorage { body($0[slice]) }
  }
}
