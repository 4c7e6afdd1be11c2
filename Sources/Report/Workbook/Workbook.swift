import Campus

/// A workbook before it is XLSX or ODS: sheets of typed cells, with all that is to be seen and
/// printed. Two writers show the same model, so that both formats hold the same.
package struct Workbook: Sendable {
  package let title: String
  /// Whose numbers they are.
  package let author: String
  /// The day that stands as the day of creation: one that belongs to the report, so that the same
  /// report has the same bytes.
  package let created: CalendarDate
  package let sheets: [Sheet]

  package init(title: String, author: String, created: CalendarDate, sheets: [Sheet]) {
    self.title = title
    self.author = author
    self.created = created
    self.sheets = sheets
  }

  /// Microsoft JhengHei (微軟正黑體) is on every Windows and in Office for macOS. Where it is not,
  /// LibreOffice asks the system for a font of the text's language, which is set to Chinese as
  /// written in Taiwan, and finds Noto Sans CJK TC. Noto as the first name would leave Excel on
  /// Windows to its own choice, which is not always a Traditional one.
  static let font = "Microsoft JhengHei"

  /// The same for ODF, which can name more than one: Windows, Linux, macOS.
  static let fontFamily = "'Microsoft JhengHei', 'Noto Sans CJK TC', 'PingFang TC'"
}

/// One sheet.
package struct Sheet: Sendable {
  package enum Orientation: Sendable {
    case portrait, landscape
  }

  package struct Row: Sendable {
    package let cells: [SheetCell]
    /// In points; nil for what the text needs.
    package let height: Double?

    package init(_ cells: [SheetCell], height: Double? = nil) {
      self.cells = cells
      self.height = height
    }
  }

  /// Those of the rows and of the body.
  package var rowCount: Int { rows.count + body.rowCount }

  package let name: String
  package let orientation: Orientation
  /// In digits of the standard font.
  package let columnWidths: [Double]
  package let rows: [Row]
  /// What follows the rows.
  package let body: SheetBody
  /// Rows at the top that stay in sight.
  package let frozenRows: Int
  /// Rows that are printed on every page.
  package let repeatedRows: Range<Int>?
  /// At the foot of every page, left of the page number.
  package let footer: String

  package init(
    name: String, orientation: Orientation, columnWidths: [Double], rows: [Row],
    body: SheetBody = .none, frozenRows: Int = 0, repeatedRows: Range<Int>? = nil, footer: String
  ) {
    self.name = name
    self.orientation = orientation
    self.columnWidths = columnWidths
    self.rows = rows
    self.body = body
    self.frozenRows = frozenRows
    self.repeatedRows = repeatedRows
    self.footer = footer
  }
}

/// One cell, over one column or several.
package struct SheetCell: Sendable {
  package enum Value: Hashable, Sendable {
    case blank
    /// Shown as it stands, whatever it looks like.
    case text(String)
    case integer(Int)
    /// Plain decimal digits.
    case decimal(String)
  }

  package let value: Value
  package let style: CellStyle
  package let span: Int

  package init(_ value: Value, _ style: CellStyle, span: Int = 1) {
    self.value = value
    self.style = style
    self.span = span
  }

  package static func text(_ text: String, _ style: CellStyle = .text, span: Int = 1) -> SheetCell {
    SheetCell(text.isEmpty ? .blank : .text(text), style, span: span)
  }

  package static func integer(
    _ value: Int?, _ style: CellStyle = .integer, span: Int = 1
  ) -> SheetCell {
    SheetCell(value.map { .integer($0) } ?? .blank, style, span: span)
  }

  /// What the cell says, as CSV has it.
  package var plainText: String {
    switch value {
    case .blank: ""
    case .text(let text), .decimal(let text): text
    case .integer(let number): String(number)
    }
  }
}
