import Campus
import Definitions

/// What a file turned out to be, apart from its rows.
struct TableOutline {
  /// A column of the contract and the cell under which it was found.
  struct Column: Hashable {
    let index: Int
    let name: String
    let header: String
  }

  /// 0 without a header.
  var headerLine = 0
  /// The number of fields of the header row.
  var width = 0
  var columns: [Column] = []
  /// Cells of the header that are no column of the contract, blank ones left out.
  var unknownHeaders: [String] = []
  /// The line of the first footer row; 0 without one.
  var footerLine = 0
  var rows = 0
  var rejected = 0
  /// What refuses the file already at its header.
  var refusal: (problem: Problem, line: Int)?

  mutating func setHeader(_ header: HeaderFinder.Candidate, contract: SourceContract) {
    headerLine = header.line
    width = header.cells.count
    for (cell, column) in zip(header.cells, header.columns) {
      if let column {
        columns.append(Column(index: column, name: contract.columns[column].name, header: cell))
      } else if !cell.isEmpty {
        unknownHeaders.append(cell)
      }
    }
  }
}
