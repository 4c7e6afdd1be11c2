/// Rows of cells in columns, wide characters measured.
package enum AlignedTable {
  /// - Parameter right: the indexes of columns that are set flush right.
  package static func lines(head: [String], rows: [[String]], right: Set<Int> = []) -> [String] {
    let widths = head.indices.map { column in
      ([head] + rows).map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let text = cells.enumerated().map { column, cell in
        DisplayWidth.padded(cell, to: widths[column], right: right.contains(column))
      }.joined(separator: "  ")
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    return [line(head), rule] + rows.map(line)
  }
}
