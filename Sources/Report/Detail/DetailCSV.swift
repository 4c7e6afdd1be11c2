import Campus

/// `tables/kpi-NN.csv`: a detail table in the ministry's layout, with its title in the first line as
/// the ministry's own tables have it.
package enum DetailCSV {
  package static func bytes(_ table: DetailTable) -> [UInt8] {
    var csv = CSVText()
    csv.row([table.heading])
    csv.row(table.columns.map(\.heading))
    var columns = table.columns.map {
      (cells: $0.cells, rendered: RenderedWords(count: $0.cells.distinct.count))
    }
    for line in 0..<table.lineCount {
      for index in columns.indices {
        csv.cell {
          let number = columns[index].cells.numbers[line]
          guard number != DetailCells.missing else { return }
          let cell = columns[index].cells.distinct[Int(number)]
          columns[index].rendered.write(Int(number), to: &$0) {
            CSVText.append(cell.text, to: &$0)
          }
        }
      }
      csv.endRow()
    }
    return csv.bytes
  }
}
