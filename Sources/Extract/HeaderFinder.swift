import Campus
import Definitions

/// Looks for the header among the first rows of a file.
///
/// Cells are matched after NFKC, removal of all white space, case folding and 台 to 臺
/// (sources.md, section 1).
struct HeaderFinder {
  /// The header is one of so many rows that are not blank.
  static let rowLimit = 10
  /// No more bytes of a cell are compared.
  static let cellLimit = 4096

  private let contract: SourceContract
  private let columnsByWord: [String: Int]
  private(set) var rowsSeen = 0
  /// The row with the most columns so far, for the message when none is the header.
  private(set) var best: Candidate?

  struct Candidate {
    let line: Int
    /// For each cell the contract's column, or nil when it is unknown.
    let columns: [Int?]
    /// The cells without white space at their ends.
    let cells: [String]

    var foundColumns: Set<Int> { Set(columns.compactMap { $0 }) }
  }

  enum Verdict {
    case header(Candidate)
    case refused(Problem)
    case another
  }

  init(contract: SourceContract) {
    self.contract = contract
    var columnsByWord: [String: Int] = [:]
    for (index, column) in contract.columns.enumerated() {
      for header in column.headers where columnsByWord[WordFolding.key(header)] == nil {
        columnsByWord[WordFolding.key(header)] = index
      }
    }
    self.columnsByWord = columnsByWord
  }

  /// Judges the next row that is not blank.
  mutating func judge(_ row: RowCollector, line: Int) -> Verdict {
    rowsSeen += 1
    let cells = (0..<row.keptCellsOfRow).map {
      WordFolding.trimmed(String(decoding: row.cell($0), as: UTF8.self))
    }
    let candidate = Candidate(
      line: line, columns: cells.map { columnsByWord[WordFolding.key($0)] }, cells: cells)
    let found = candidate.foundColumns
    if best.map({ found.count > $0.foundColumns.count }) ?? true { best = candidate }
    guard !found.isEmpty, missing(found).isEmpty else { return .another }
    var seen: Set<Int> = []
    for (cell, column) in zip(candidate.cells, candidate.columns) {
      if let column, !seen.insert(column).inserted {
        return .refused(.columnTwice(column: contract.columns[column].name, header: cell))
      }
    }
    return .header(candidate)
  }

  /// The finding when no row was the header, and its line: that of the row most like one, or 0.
  var notFound: (problem: Problem, line: Int) {
    let missing = missing(best?.foundColumns ?? [])
    return (.headerNotFound(missing: missing), best?.line ?? 0)
  }

  /// The required columns that are not among those found, each by its first header.
  private func missing(_ found: Set<Int>) -> [String] {
    contract.columns.indices
      .filter { contract.columns[$0].required && !found.contains($0) }
      .map { contract.columns[$0].headers.first ?? contract.columns[$0].name }
  }
}
