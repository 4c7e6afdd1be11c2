import Foundation

/// One source's export as rows that a test can change before it is written.
struct Export {
  /// The contract's name of a column and the header it has in the file.
  struct Column {
    let name: String
    var header: String
  }

  let source: String
  private(set) var columns: [Column]
  var rows: [[String]]

  /// - Parameter table: `name=header | …`, then a line for each row.
  init(_ source: String, _ table: String) {
    func cells(_ line: Substring) -> [String] {
      line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let lines = table.split(separator: "\n")
    self.source = source
    columns = cells(lines[0]).map {
      let parts = $0.split(separator: "=")
      return Column(name: String(parts[0]), header: String(parts[1]))
    }
    rows = lines.dropFirst().map(cells)
  }

  /// The number of the column; a test that names a wrong one cannot go on.
  func index(_ column: String) -> Int {
    columns.firstIndex { $0.name == column }
      ?? { preconditionFailure("\(source) has no column \(column)") }()
  }

  subscript(row: Int, column: String) -> String {
    get { rows[row][index(column)] }
    set { rows[row][index(column)] = newValue }
  }

  mutating func remove(column: String) {
    let place = index(column)
    columns.remove(at: place)
    for row in rows.indices { rows[row].remove(at: place) }
  }

  mutating func rename(column: String, to header: String) {
    columns[index(column)].header = header
  }

  /// Adds copies of the last row, each with another value in a column.
  mutating func pad(to count: Int, numbering column: String) {
    guard let last = rows.last else { return }
    let place = index(column)
    while rows.count < count {
      var row = last
      row[place] += "-\(rows.count)"
      rows.append(row)
    }
  }

  var header: String { Export.line(columns.map(\.header)) }

  var text: String { ([header] + rows.map(Export.line)).joined(separator: "\n") + "\n" }

  static func line(_ cells: [String]) -> String {
    cells.map { cell in
      cell.contains { ",\"\n".contains($0) }
        ? "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : cell
    }.joined(separator: ",")
  }
}
