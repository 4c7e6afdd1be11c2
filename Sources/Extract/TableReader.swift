import Campus
import Definitions
import Glibc

/// Makes a table of a file's rows: title lines, header, rows, footer.
///
/// In: every row as the record reader gives it. Out: batches of the contract's cells, findings
/// about single rows in them, and an outline of what was found. Nothing after the first footer row is read.
struct TableReader {
  /// A batch ends with so many rows, or bytes, whichever comes first.
  static let rowsOfBatch = 1024
  static let bytesOfBatch = 256 * 1024
  /// What the ministry writes instead of a table without rows.
  private static let emptyTable = WordFolding.key("無相關統計資料")

  private(set) var outline = TableOutline()
  /// The rows that `fillBatch` took over last.
  private(set) var batch: RecordBatch
  private let place: Place
  private let purpose: Purpose
  private var phase = Phase.header
  private var finder: HeaderFinder
  private var saysEmpty = false
  /// For each field of a row whether it is one of the contract's.
  private var keptCells: [Bool] = []
  private var lines: [Int] = []
  private var findings: [Finding] = []

  /// Where the rows stand.
  struct Place {
    let contract: SourceContract
    let file: String
    let fileIndex: Int
    let encoding: SourceContract.Encoding
  }

  enum Purpose {
    /// Rows are kept for batches.
    case rows
    /// Rows are checked and counted.
    case outline
    /// Nothing after the header matters.
    case header
  }

  private enum Phase {
    case header, rows, noHeader
  }

  init(_ place: Place, purpose: Purpose) {
    self.place = place
    self.purpose = purpose
    finder = HeaderFinder(contract: place.contract)
    batch = RecordBatch(fileIndex: place.fileIndex, columns: [])
    lines.reserveCapacity(TableReader.rowsOfBatch)
  }

  /// A reader of rows that lie below those which another has read, header and all. Its outline
  /// counts its own rows.
  init(below other: TableReader, _ row: UnsafeMutablePointer<RowCollector>) {
    self = other
    outline.rows = 0
    outline.rejected = 0
    outline.footerLine = 0
    lines = []
    findings = []
    batch = RecordBatch(fileIndex: place.fileIndex, columns: other.batch.columns)
    batch.expectedRows = other.batch.expectedRows
    row.pointee.keep(keptCells)
  }

  /// Whether the header has been found.
  var isInRows: Bool { phase == .rows }

  /// Notes how many rows those that read below this one will probably find all together.
  mutating func expect(_ rows: Int) { batch.expectedRows = rows }

  static func prepare(_ row: UnsafeMutablePointer<RowCollector>) {
    row.pointee.longestKept = HeaderFinder.cellLimit
  }

  /// Takes in a row; false when nothing after it matters.
  mutating func take(
    _ row: UnsafeMutablePointer<RowCollector>, line: Int
  ) -> Bool {
    if row.pointee.isBlank {
      row.pointee.dropRow()
      return true
    }
    switch phase {
    case .rows: return takeRecord(row, line: line)
    case .header: return takeTitleOrHeader(row, line: line)
    case .noHeader:
      lookForEmptyTable(row)
      row.pointee.dropRow()
      return true
    }
  }

  /// What refuses the file, now that its scan has ended; nil when it is a table.
  func refusal(_ end: RecordScan.End) -> (problem: Problem, line: Int)? {
    if let problem = outline.refusal { return problem }
    if phase == .rows {
      if case .refused(let problem, let line) = end { return (problem, line) }
      return nil
    }
    switch end {
    case .refused(let problem, let line) where phase == .header || saysEmpty:
      return (problem, line)
    case .complete where saysEmpty:
      return nil
    default:
      return finder.notFound
    }
  }

  private mutating func takeTitleOrHeader(
    _ row: UnsafeMutablePointer<RowCollector>, line: Int
  ) -> Bool {
    defer { row.pointee.dropRow() }
    switch finder.judge(row.pointee, line: line) {
    case .header(let header):
      begin(header, row)
      return purpose != .header
    case .refused(let problem):
      outline.refusal = (problem, line)
      return false
    case .another:
      lookForEmptyTable(row)
      guard finder.rowsSeen == HeaderFinder.rowLimit else { return true }
      phase = .noHeader
      return purpose != .header
    }
  }

  /// From here on only the contract's cells are kept.
  private mutating func begin(
    _ header: HeaderFinder.Candidate, _ row: UnsafeMutablePointer<RowCollector>
  ) {
    phase = .rows
    outline.setHeader(header, contract: place.contract)
    keptCells = header.columns.map { $0 != nil }
    row.pointee.keep(keptCells)
    batch.columns = header.columns.compactMap { $0 }
  }

  private mutating func lookForEmptyTable(_ row: UnsafeMutablePointer<RowCollector>) {
    guard !saysEmpty, row.pointee.nonBlankCount == 1 else { return }
    saysEmpty = (0..<row.pointee.keptCellsOfRow).contains {
      WordFolding.key(String(decoding: row.pointee.cell($0), as: UTF8.self))
        == TableReader.emptyTable
    }
  }

  private mutating func takeRecord(
    _ row: UnsafeMutablePointer<RowCollector>, line: Int
  ) -> Bool {
    if row.pointee.isFooter {
      outline.footerLine = line
      return false
    }
    outline.rows += 1
    guard row.pointee.fieldCount == outline.width else {
      outline.rejected += 1
      let found = row.pointee.fieldCount
      report(.fieldCount(expected: outline.width, found: found), line: line)
      row.pointee.dropRow()
      return true
    }
    if place.encoding == .cp950, let column = userDefinedColumn(row.pointee) {
      report(.userDefinedCharacter, line: line, column: column)
    }
    guard purpose == .rows else {
      row.pointee.dropRow()
      return true
    }
    lines.append(line)
    row.pointee.keepRow()
    return true
  }

  /// Whether so many rows are kept that they should be handed on.
  func hasFullBatch(_ row: UnsafeMutablePointer<RowCollector>) -> Bool {
    lines.count + findings.count >= TableReader.rowsOfBatch
      || row.pointee.used >= TableReader.bytesOfBatch
  }

  /// Moves the rows kept and the findings about rows so far to `batch`; false when there are none.
  /// No row may have begun and not ended.
  mutating func fillBatch(_ row: UnsafeMutablePointer<RowCollector>) -> Bool {
    guard !lines.isEmpty || !findings.isEmpty else { return false }
    batch.removeAll()
    swap(&batch.findings, &findings)
    let collected = row.pointee
    batch.append(
      UnsafeBufferPointer(start: collected.bytes, count: collected.rowStart),
      ends: UnsafeBufferPointer(start: collected.cellEnds, count: collected.cellStart))
    batch.lines.append(contentsOf: lines)
    lines.removeAll(keepingCapacity: true)
    row.pointee.removeAll()
    return true
  }

  /// The first of the contract's columns with a user-defined character, for one warning a row. No
  /// ordinary character of CP950 is a private-use one.
  private func userDefinedColumn(_ row: RowCollector) -> String? {
    let cells = UnsafeBufferPointer(start: row.bytes + row.rowStart, count: row.used - row.rowStart)
    guard PrivateUse.isIn(cells) else { return nil }
    return (0..<row.keptCellsOfRow).first { PrivateUse.isIn(row.cell($0)) }
      .map { place.contract.columns[batch.columns[$0]].name }
  }

  private mutating func report(_ problem: Problem, line: Int, column: String = "") {
    guard purpose == .rows else { return }
    findings.append(
      Finding(
        problem, source: place.contract.name,
        location: SourceLocation(file: place.file, line: line), column: column))
  }
}

/// U+E000 to U+F8FF in UTF-8: first byte EE, or EF with a second byte up to A3.
enum PrivateUse {
  static func isIn(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    if memchr(base, 0xEE, bytes.count) != nil { return true }
    var position = 0
    while let found = memchr(base + position, 0xEF, bytes.count - position) {
      position = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      if position < bytes.count, bytes[position] <= 0xA3 { return true }
    }
    return false
  }
}
