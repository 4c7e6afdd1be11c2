import Campus

/// A batch after its cells were read: what one thread makes of it without knowing any other batch.
package struct DecodedBatch: Sendable {
  /// The value of a row in a column of byte strings.
  struct Slice: Sendable {
    static let missing = Slice(start: 0, count: -1, isFolded: false)

    let start: Int
    let count: Int
    /// Whether it lies in `folded` instead of `raw`.
    let isFolded: Bool

    var isMissing: Bool { count < 0 }
  }

  enum Column: Sendable {
    /// Not in the file, or read by nobody once its cells proved valid.
    case none
    /// Final values; `Reading.missing` where there is none.
    case numbers([Int32])
    /// Byte strings that are numbered when the batch joins the table.
    case slices([Slice])
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
  var identities: [Slice] = []
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
    findings = batch.findings
    raw = batch.bytes
    holdsReturns = batch.bytes.withUnsafeBufferPointer { $0.holds(0x0D) }
    columns = Array(repeating: .none, count: columnCount)
  }

  var rowCount: Int { lines.count }

  mutating func reject(_ row: Int, column: Int?, _ problem: Problem) {
    problems.append(CellProblem(row: row, column: column, problem: problem))
  }

  /// Adds the values of a column to the fingerprints of their rows.
  mutating func addFingerprints(of slices: [Slice], column: Int) {
    fingerprints.withUnsafeMutableBufferPointer { fingerprints in
      raw.withUnsafeBufferPointer { raw in
        folded.withUnsafeBufferPointer { folded in
          for (row, slice) in slices.enumerated() where !slice.isMissing {
            let range = slice.start..<(slice.start + slice.count)
            fingerprints[row].add(
              Cell(rebasing: slice.isFolded ? folded[range] : raw[range]), column: column)
          }
        }
      }
    }
  }

  /// Hands the bytes of a value to a function.
  @inline(__always)
  func withBytes<Result>(of slice: Slice, _ body: (Cell) -> Result) -> Result {
    let range = slice.start..<(slice.start + max(0, slice.count))
    if slice.isFolded { return folded.withUnsafeBufferPointer { body(Cell(rebasing: $0[range])) } }
    return raw.withUnsafeBufferPointer { body(Cell(rebasing: $0[range])) }
  }
}
