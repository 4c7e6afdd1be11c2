import Campus

/// The body of a sheet as the markup of ODS.
struct ODSBody: MarkupRows {
  private static let rowEnd = Array("</table:table-row>\n".utf8)

  private let body: SheetBody
  private var cells: RenderedWords
  /// The tag that begins a row, for each height.
  private var rowBegins: RenderedWords

  /// - Parameters:
  ///   - begin: the tag that begins a row of a height.
  ///   - render: the markup of a cell.
  init(
    _ body: SheetBody, begin: (Double) -> [UInt8], render: (SheetCell) -> [UInt8]
  ) {
    self.body = body
    rowBegins = RenderedWords(count: body.heights.count)
    for number in body.heightNumbers {
      rowBegins.prepare(Int(number)) { $0 += begin(body.heights[Int(number)]) }
    }
    cells = RenderedWords(count: body.cells.count)
    for column in 0..<body.columnCount {
      for row in 0..<body.rowCount {
        let number = body.cell(row: row, column: column)
        cells.prepare(number) { $0 += render(body.cells[number]) }
      }
    }
  }

  var rowCount: Int { body.rowCount }

  func write(_ row: Int, to output: inout [UInt8]) {
    rowBegins.write(Int(body.heightNumbers[row]), to: &output)
    cells.write(body.numbers[body.places(ofRow: row)], to: &output)
    output += ODSBody.rowEnd
  }
}
