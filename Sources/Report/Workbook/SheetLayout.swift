/// Widths and heights from the texts: a spreadsheet fits neither by itself to merged cells.
package enum SheetLayout {
  /// A column wide enough for its longest cell, within bounds; headings may break.
  package static func width(ofCells longest: Int, heading: String, atMost limit: Double) -> Double {
    let head = Double(DisplayWidth.of(heading))
    // A heading of two or three lines is better than a column of blanks.
    let needed = max(Double(longest), min(head, max(6, (head / 3).rounded(.up))))
    return min(limit, needed * widthOfOneColumn) + 2
  }

  /// The height of a text in points when it breaks within a width, with a little air.
  package static func height(of text: String, width: Double, style: CellStyle) -> Double {
    let scale = Double(style.size) / 11 * widthOfOneColumn
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
      let needed = Double(DisplayWidth.of(String($1))) * scale
      // No line is filled to the last half character.
      return $0 + max(1, Int((needed / max(1, width - 3)).rounded(.up)))
    }
    return (Double(lines) * Double(style.size) * 1.45 + 5).rounded(.up)
  }

  /// A row high enough for its merged cells; nil when it has none that break.
  package static func row(_ cells: [SheetCell], widths: [Double]) -> Sheet.Row {
    var column = 0
    var height: Double?
    for cell in cells {
      let end = min(column + cell.span, widths.count)
      if cell.span > 1, cell.style.wrap, case .text(let text) = cell.value {
        let width = widths[min(column, end)..<end].reduce(0, +)
        height = max(height ?? 0, self.height(of: text, width: width, style: cell.style))
      }
      column += cell.span
    }
    guard let merged = height else { return Sheet.Row(cells) }
    // The height is fixed then, so it must be enough for the others too.
    column = 0
    var tallest = merged
    for cell in cells {
      if cell.span == 1, cell.style.wrap, column < widths.count, case .text(let text) = cell.value {
        tallest = max(tallest, self.height(of: text, width: widths[column], style: cell.style))
      }
      column += cell.span
    }
    return Sheet.Row(cells, height: tallest)
  }

  /// A Chinese character takes a little more than two digits.
  private static let widthOfOneColumn = 1.08
}
