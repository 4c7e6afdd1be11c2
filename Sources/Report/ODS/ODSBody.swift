import Campus

/// The body of a sheet as the markup of ODS.
struct ODSBody: MarkupRows {
  private struct Column: Sendable {
    let numbers: [Int32]
    var cells: RenderedWords
  }

  private static let rowEnd = Array("</table:table-row>\n".utf8)

  private var columns: [Column] = []
  /// The tag that begins a row, for each height.
  private var rowBegins: RenderedWords
  /// For each row the number of its height.
  private let heights: [Int32]

  /// - Parameters:
  ///   - begin: the tag that begins a row of a height.
  ///   - render: the markup of a cell.
  init(
    _ body: SheetBody, begin: (Double) -> [UInt8], render: (SheetCell) -> [UInt8]
  ) {
    heights = body.heightNumbers
    rowBegins = RenderedWords(count: body.heights.count)
    for number in heights {
      rowBegins.prepare(Int(number)) { $0 += begin(body.heights[Int(number)]) }
    }
    columns = body.columns.map { column in
      var cells = RenderedWords(count: column.distinct.count)
      for number in column.numbers {
        cells.prepare(Int(number)) { $0 += render(column.distinct[Int(number)]) }
      }
      return Column(numbers: column.numbers, cells: cells)
    }
  }

  var rowCount: Int { heights.count }

  var length: Int {
    heights.reduce(0) { $0 + rowBegins.length(of: Int($1)) + ODSBody.rowEnd.count }
      + columns.reduce(0) { length, column in
        column.numbers.reduce(length) { $0 + column.cells.length(of: Int($1)) }
      }
  }

  func write(_ row: Int, to output: inout [UInt8]) {
    rowBegins.write(Int(heights[row]), to: &output)
    for column in columns { column.cells.write(Int(column.numbers[row]), to: &output) }
    output.append(contentsOf: ODSBody.rowEnd)
  }
}
