/// Widths and heights from the texts: a spreadsheet fits neither by itself to merged cells.
package enum SheetLayout {
  /// A column wide enough for its longest cell, within bounds; headings may break.
  package static func width(ofCells longest: Int, heading: String, atMost limit: Double) -> Double {
    let head = Double(DisplayWidth.of(heading))
    // A heading of several lines is better than a column of blanks.
    let lines = head > 24 ? 5.0 : 3.0
    let needed = max(Double(longest), min(head, max(6, (head / lines).rounded(.up))))
    return min(limit, needed * widthOfOneColumn) + 2
  }

  /// The height of a text in points when it breaks within a width, with a little air.
  package static func height(of text: String, width: Double, style: CellStyle) -> Double {
    let scale = Double(style.size) / 11 * widthOfOneColumn
    let lines = text.withBytes { text in
      var lines = 0
      var start = 0
      for end in 0...text.count where end == text.count || isLineFeed(text, at: end) {
        let line = UnsafeBufferPointer(rebasing: text[start..<end])
        let needed = Double(DisplayWidth.of(line)) * scale
        // Lines break before the last half character.
        lines += max(1, Int((needed / max(1, width - 1.5)).rounded(.up)))
        start = end + 1
      }
      return lines
    }
    return (Double(lines) * Double(style.size) * 1.4 + 5).rounded(.up)
  }

  /// Not so the one that is half of a CRLF, which is no end of a line in a cell.
  private static func isLineFeed(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    text[place] == 10 && (place == 0 || text[place - 1] != 13)
  }

  /// The height that a cell needs within a width, in points.
  static func height(of cell: SheetCell, width: Double) -> Double {
    height(of: cell.style.wrap ? cell.plainText : "", width: width, style: cell.style)
  }

  /// A row high enough for its cells.
  ///
  /// Every height is set: neither program fits rows to merged cells, and LibreOffice does not fit
  /// those of XLSX at all.
  package static func row(_ cells: [SheetCell], widths: [Double]) -> Sheet.Row {
    guard !cells.isEmpty else { return Sheet.Row([], height: 10) }
    var column = 0
    var height = 0.0
    for cell in cells {
      let end = min(column + cell.span, widths.count)
      let width = widths[min(column, end)..<end].reduce(0, +)
      column += cell.span
      height = max(height, self.height(of: cell, width: width))
    }
    return Sheet.Row(cells, height: height)
  }

  /// A Chinese character takes a little more than two digits.
  private static let widthOfOneColumn = 1.08
}
