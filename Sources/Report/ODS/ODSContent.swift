import Campus

/// `content.xml`: the cells.
struct ODSContent {
  private var document = MarkupDocument()
  /// What comes behind the document.
  private var markup: [UInt8] = []

  static func document(_ workbook: Workbook, _ styles: inout ODSStyles) -> MarkupDocument {
    var tables = ODSContent()
    for (index, sheet) in workbook.sheets.enumerated() { tables.add(sheet, index, &styles) }
    tables.add("</office:spreadsheet></office:body></office:document-content>\n")
    // The styles stand before the cells that use them, and are known behind.
    var content = ODSContent()
    content.add(ODSWriter.declaration)
    content.add(
      "<office:document-content \(ODSNamespaces.attributes) office:version=\"1.3\">\n")
    content.add(ODSStyles.fontFaces)
    content.add(styles.automatic)
    content.add("<office:body><office:spreadsheet>\n")
    content.endMarkup()
    tables.endMarkup()
    content.document.append(tables.document)
    return content.document
  }

  private mutating func endMarkup() {
    document.append(markup)
    markup = []
  }

  private mutating func add(_ text: String) { markup.append(contentsOf: text.utf8) }

  private mutating func add(_ sheet: Sheet, _ index: Int, _ styles: inout ODSStyles) {
    add("<table:table table:name=\"\(XMLText.escaped(sheet.name))\"")
    add(" table:style-name=\"sheet\(index)\">")
    for width in sheet.columnWidths {
      add("<table:table-column table:style-name=\"\(styles.column(width))\"/>")
    }
    add("\n")
    for (number, row) in sheet.rows.enumerated() {
      if number == sheet.repeatedRows?.lowerBound { add("<table:table-header-rows>") }
      add(row, &styles)
      if number + 1 == sheet.repeatedRows?.upperBound { add("</table:table-header-rows>") }
      add("\n")
    }
    add(sheet.body, &styles)
    add("</table:table>\n")
  }

  private mutating func add(_ body: SheetBody, _ styles: inout ODSStyles) {
    endMarkup()
    document.append(
      ODSBody(
        body,
        begin: { height in
          var content = ODSContent()
          content.beginRow(height, &styles)
          return content.markup
        },
        render: { cell in
          var content = ODSContent()
          content.add(cell, &styles)
          return content.markup
        }))
  }

  private mutating func beginRow(_ height: Double?, _ styles: inout ODSStyles) {
    add("<table:table-row table:style-name=\"")
    add(styles.row(height))
    add("\">")
  }

  private mutating func add(_ row: Sheet.Row, _ styles: inout ODSStyles) {
    beginRow(row.height, &styles)
    // A row without cells is not valid.
    if row.cells.isEmpty { add("<table:table-cell/>") }
    for cell in row.cells { add(cell, &styles) }
    add("</table:table-row>")
  }

  private mutating func add(_ cell: SheetCell, _ styles: inout ODSStyles) {
    let isText: Bool
    if case .text = cell.value { isText = true } else { isText = false }
    let style = styles.cell(cell.style, isText: isText)
    add("<table:table-cell table:style-name=\"")
    add(style)
    if cell.span > 1 {
      add("\" table:number-columns-spanned=\"\(cell.span)\" table:number-rows-spanned=\"1")
    }
    add("\"")
    switch cell.value {
    case .blank: add("/>")
    case .integer(let number): add(number: String(number))
    case .decimal(let digits): add(number: digits)
    case .text(let text):
      add(" office:value-type=\"string\">")
      addParagraphs(text)
      add("</table:table-cell>")
    }
    for _ in 1..<max(1, cell.span) {
      add("<table:covered-table-cell table:style-name=\"\(style)\"/>")
    }
  }

  private mutating func add(number digits: String) {
    add(" office:value-type=\"float\" office:value=\"")
    add(digits)
    add("\"><text:p>")
    add(digits)
    add("</text:p></table:table-cell>")
  }

  /// One paragraph for each line. ODF takes several blanks for one, so they are counted; a tab is a
  /// blank, as LibreOffice drops `text:tab` from a cell and the words would run together.
  private mutating func addParagraphs(_ text: String) {
    XMLText.withLineFeeds(text).withBytes { text in
      for line in text.split(separator: 10, omittingEmptySubsequences: false) {
        add("<text:p>")
        addLine(UnsafeBufferPointer(rebasing: line))
        add("</text:p>")
      }
    }
  }

  private mutating func addLine(_ line: UnsafeBufferPointer<UInt8>) {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var rest = line[...]
    while !rest.isEmpty {
      let blanks = rest.prefix(while: isBlank)
      let isFirst = rest.startIndex == line.startIndex
      rest = rest[blanks.endIndex...]
      // A single blank between two words stands for itself.
      if blanks.count == 1, !isFirst, !rest.isEmpty {
        add(" ")
      } else if !blanks.isEmpty {
        add(blanks.count == 1 ? "<text:s/>" : "<text:s text:c=\"\(blanks.count)\"/>")
      }
      let word = rest.prefix { !isBlank($0) }
      XMLText.append(UnsafeBufferPointer(rebasing: word), to: &markup)
      rest = rest[word.endIndex...]
    }
  }
}
