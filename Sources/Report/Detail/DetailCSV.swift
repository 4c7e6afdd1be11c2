import Campus

/// `tables/kpi-NN.csv`: a detail table in the ministry's layout, with its title in the first line as
/// the ministry's own tables have it.
package enum DetailCSV {
  package static func bytes(_ table: DetailTable) -> [UInt8] {
    var head = CSVText()
    head.row([table.heading])
    head.row(table.columns.map(\.heading))
    var bytes = Array(head.text.utf8)
    var columns = table.columns.map {
      (cells: $0.cells, rendered: RenderedWords(count: $0.cells.distinct.count))
    }
    for line in 0..<table.lineCount {
      for index in columns.indices {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        let number = columns[index].cells.numbers[line]
        guard number != DetailCells.missing else { continue }
        let cell = columns[index].cells.distinct[Int(number)]
        columns[index].rendered.write(Int(number), to: &bytes) {
          $0.append(contentsOf: CSVText.cell(cell.text).utf8)
        }
      }
      bytes.append(contentsOf: [13, 10])
    }
    return bytes
  }
}
