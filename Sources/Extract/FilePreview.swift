import Campus
import Definitions

/// What the extract step sees in one file: encoding, header, columns, footer, rows.
///
/// The contract is that of the source whose name the file's name begins with; for another name the
/// first whose header the file has; else none, and the file is shown record by record.
package struct FilePreview: Sendable {
  package struct Column: Hashable, Sendable {
    package let name: String
    package let header: String
  }

  package struct Row: Hashable, Sendable {
    package let line: Int
    package let cells: [String]
  }

  /// The source whose contract fits; nil when none does.
  package private(set) var source: String?
  /// Empty when no encoding fits.
  package private(set) var encoding = ""
  package private(set) var hasByteOrderMark = false
  /// 0 without a header.
  package private(set) var headerLine = 0
  /// The contract's columns in the order of the file.
  package private(set) var columns: [Column] = []
  /// Headers that are no column of the contract.
  package private(set) var unknownHeaders: [String] = []
  /// 0 without a footer.
  package private(set) var footerLine = 0
  package private(set) var rowCount = 0
  package private(set) var rejectedCount = 0
  /// The first rows, with the contract's columns; with all cells when no contract fits.
  package private(set) var firstRows: [Row] = []
  /// Whether a finding refuses the file.
  package private(set) var isRefused = false

  /// Reads the file; findings go to `report`. Throws `Failure(.inputMissing)` when there is no such
  /// file and `Failure(.readOrWriteFailed)`.
  package init(
    of file: InputFile, contracts: [SourceContract], rowsShown: Int = 10,
    report: (Finding) -> Void
  ) throws {
    try file.requireToExist()
    if let contract = try FilePreview.contract(for: file, among: contracts) {
      try readTable(file, contract, rowsShown, report)
    } else {
      try readRecords(file, rowsShown, report)
    }
  }

  private static func contract(
    for file: InputFile, among contracts: [SourceContract]
  ) throws -> SourceContract? {
    let named = InputFolder.source(of: file.name.utf8, among: contracts.map(\.name))
    if let named { return contracts.first { $0.name == named } }
    return try contracts.first { contract in
      let result = try TableFile(contract: contract, file: file, index: 0)
        .read(purpose: .header, report: { _ in }, consume: { _ in })
      return result.refusal == nil && result.outline.headerLine > 0
    }
  }

  private mutating func readTable(
    _ file: InputFile, _ contract: SourceContract, _ rowsShown: Int, _ report: (Finding) -> Void
  ) throws {
    var rows: [Row] = []
    let result = try TableFile(contract: contract, file: file, index: 0)
      .read(report: report) { batch in
        for record in 0..<min(batch.recordCount, rowsShown - rows.count) {
          rows.append(Row(line: batch.lines[record], cells: batch.cells(of: record)))
        }
      }
    source = contract.name
    encoding = result.summary.encoding
    hasByteOrderMark = result.extent?.hasByteOrderMark ?? false
    headerLine = result.outline.headerLine
    columns = result.outline.columns.map { Column(name: $0.name, header: $0.header) }
    unknownHeaders = result.outline.unknownHeaders
    footerLine = result.outline.footerLine
    rowCount = result.outline.rows
    rejectedCount = result.outline.rejected
    firstRows = rows
    isRefused = result.refusal != nil
  }

  private mutating func readRecords(
    _ file: InputFile, _ rowsShown: Int, _ report: (Finding) -> Void
  ) throws {
    let listing = RecordListing(file: file)
    if let extent = try listing.extent() {
      encoding = extent.encoding.rawValue
      hasByteOrderMark = extent.hasByteOrderMark
    }
    var (count, rows): (Int, [Row]) = (0, [])
    let refusal = try listing.forEachRecord { cells, line in
      if count < rowsShown { rows.append(Row(line: line, cells: cells.map(String.init))) }
      count += 1
      return true
    }
    (rowCount, firstRows) = (count, rows)
    if let (problem, line) = refusal {
      isRefused = true
      report(Finding(problem, location: SourceLocation(file: file.name, line: line)))
    }
  }
}

extension RecordBatch {
  /// The cells of a record, without white space around them.
  fileprivate func cells(of record: Int) -> [String] {
    let first = record * columns.count
    return (first..<first + columns.count).map {
      WordFolding.trimmed(String(decoding: cell($0), as: UTF8.self))
    }
  }
}
