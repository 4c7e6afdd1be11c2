import Campus

/// `tables/kpi-NN.csv`: a detail table in the ministry's layout, with its title in the first line as
/// the ministry's own tables have it.
package enum DetailCSV {
  package static func bytes(_ table: DetailTable) -> [UInt8] {
    var csv = CSVText()
    csv.row([table.heading])
    csv.row(table.columns.map(\.heading))
    // A word is made ready with what stands behind it; the first of a column is that of a line
    // without a cell.
    var words = RenderedWords(count: table.columns.reduce(0) { $0 + $1.cells.distinct.count + 1 })
    var count = 0
    let columns = table.columns.enumerated().map { index, column in
      let first = count
      for cell in [.missing] + column.cells.distinct {
        words.prepare(count) {
          CSVText.append(cell.text, to: &$0)
          $0 += index + 1 < table.columns.count ? CSVText.comma : CSVText.rowEnd
        }
        count += 1
      }
      return (numbers: column.cells.numbers, first: first)
    }
    let length = columns.reduce(0) { length, column in
      column.numbers.reduce(length) { $0 + words.length(of: column.first + Int($1) + 1) }
    }
    csv.reserve(length)
    var chosen = columns.map { _ in Int32(0) }
    for line in 0..<table.lineCount {
      for index in columns.indices {
        chosen[index] = Int32(columns[index].first) + columns[index].numbers[line] + 1
      }
      csv.rows { words.write(chosen[...], to: &$0) }
    }
    return csv.bytes
  }
}
