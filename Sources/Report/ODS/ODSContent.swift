import Campus

/// `content.xml`: the cells.
enum ODSContent {
  static func text(_ workbook: Workbook, _ styles: inout ODSStyles) -> String {
    var tables = ""
    for (index, sheet) in workbook.sheets.enumerated() {
      tables += table(sheet, index, &styles)
    }
    return ODSWriter.declaration
      + "<office:document-content \(ODSNamespaces.attributes) office:version=\"1.3\">\n"
      + ODSStyles.fontFaces + styles.automatic
      + "<office:body><office:spreadsheet>\n" + tables
      + "</office:spreadsheet></office:body></office:document-content>\n"
  }

  private static func table(_ sheet: Sheet, _ index: Int, _ styles: inout ODSStyles) -> String {
    var output =
      "<table:table table:name=\"\(XMLText.escaped(sheet.name))\" table:style-name=\"sheet\(index)\">"
    for width in sheet.columnWidths {
      output += "<table:table-column table:style-name=\"\(styles.column(width))\"/>"
    }
    output += "\n"
    for (number, row) in sheet.rows.enumerated() {
      if number == sheet.repeatedRows?.lowerBound { output += "<table:table-header-rows>" }
      output += self.row(row, &styles)
      if number + 1 == sheet.repeatedRows?.upperBound { output += "</table:table-header-rows>" }
      output += "\n"
    }
    return output + "</table:table>\n"
  }

  private static func row(_ row: Sheet.Row, _ styles: inout ODSStyles) -> String {
    var output = "<table:table-row table:style-name=\"\(styles.row(row.height))\">"
    // A row without cells is not valid.
    if row.cells.isEmpty { output += "<table:table-cell/>" }
    for cell in row.cells {
      let isText: Bool
      if case .text = cell.value { isText = true } else { isText = false }
      let style = styles.cell(cell.style, isText: isText)
      let span =
        cell.span > 1
        ? " table:number-columns-spanned=\"\(cell.span)\" table:number-rows-spanned=\"1\"" : ""
      output += "<table:table-cell table:style-name=\"\(style)\"\(span)"
      switch cell.value {
      case .blank: output += "/>"
      case .integer(let number): output += value(String(number))
      case .decimal(let digits): output += value(digits)
      case .text(let text):
        output += " office:value-type=\"string\">" + paragraphs(text) + "</table:table-cell>"
      }
      for _ in 1..<max(1, cell.span) {
        output += "<table:covered-table-cell table:style-name=\"\(style)\"/>"
      }
    }
    return output + "</table:table-row>"
  }

  private static func value(_ digits: String) -> String {
    " office:value-type=\"float\" office:value=\"\(digits)\"><text:p>\(digits)</text:p>"
      + "</table:table-cell>"
  }

  /// One paragraph for each line. ODF takes several blanks for one, so they are counted; a tab is a
  /// blank, as LibreOffice drops `text:tab` from a cell and the words would run together.
  static func paragraphs(_ text: String) -> String {
    let lines = XMLText.withLineFeeds(text).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { "<text:p>" + inline($0) + "</text:p>" }.joined()
  }

  private static func inline(_ line: Substring) -> String {
    var output = ""
    var plain = ""
    var blanks = 0
    for scalar in line.unicodeScalars {
      if scalar == " " || scalar == "\t" {
        blanks += 1
        continue
      }
      // A single blank between two words stands for itself.
      if blanks == 1, !plain.isEmpty {
        plain += " "
      } else if blanks > 0 {
        output += XMLText.escaped(plain) + spaces(blanks)
        plain = ""
      }
      blanks = 0
      plain.unicodeScalars.append(scalar)
    }
    output += XMLText.escaped(plain)
    return blanks > 0 ? output + spaces(blanks) : output
  }

  private static func spaces(_ count: Int) -> String {
    count == 1 ? "<text:s/>" : "<text:s text:c=\"\(count)\"/>"
  }
}
