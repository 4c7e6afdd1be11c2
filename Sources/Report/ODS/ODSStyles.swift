import Campus

/// The styles of one ODS workbook, each once; numbered in the order in which they are first used.
struct ODSStyles {
  private struct CellKey: Hashable {
    let style: CellStyle
    let isText: Bool
  }

  private var cells: [CellKey: Int] = [:]
  private var cellDefinitions: [String] = []
  private var columns: [Double: Int] = [:]
  private var columnDefinitions: [String] = []
  private var rows: [Double: Int] = [:]
  private var rowDefinitions: [String] = []
  private let sheetDefinitions: [String]

  init(_ workbook: Workbook) {
    sheetDefinitions = workbook.sheets.indices.map { index in
      """
      <style:style style:name="sheet\(index)" style:family="table" \
      style:master-page-name="page\(index)"><style:table-properties table:display="true" \
      style:writing-mode="lr-tb"/></style:style>
      """
    }
  }

  /// - Parameter isText: the cell stays a text also when someone edits it.
  mutating func cell(_ style: CellStyle, isText: Bool) -> String {
    let key = CellKey(style: style, isText: isText)
    if let number = cells[key] { return "cell\(number)" }
    let number = cells.count
    cells[key] = number
    cellDefinitions.append(ODSStyles.definition(style, isText: isText, name: "cell\(number)"))
    return "cell\(number)"
  }

  /// - Parameter width: in digits of the standard font.
  mutating func column(_ width: Double) -> String {
    if let number = columns[width] { return "column\(number)" }
    let number = columns.count
    columns[width] = number
    columnDefinitions.append(
      """
      <style:style style:name="column\(number)" style:family="table-column">\
      <style:table-column-properties style:column-width="\(ODSStyles.centimetres(width))"/>\
      </style:style>
      """)
    return "column\(number)"
  }

  /// - Parameter height: in points; nil for what the text needs.
  mutating func row(_ height: Double?) -> String {
    guard let height else { return "rowOptimal" }
    if let number = rows[height] { return "row\(number)" }
    let number = rows.count
    rows[height] = number
    rowDefinitions.append(
      """
      <style:style style:name="row\(number)" style:family="table-row">\
      <style:table-row-properties style:row-height="\(FixedDigits.text(height))pt" \
      style:use-optimal-row-height="false"/></style:style>
      """)
    return "row\(number)"
  }

  /// A digit of the standard font is 7 of 96 dots an inch wide, and a cell has 5 dots of padding.
  private static func centimetres(_ width: Double) -> String {
    FixedDigits.text((width * 7 + 5) / 96 * 2.54) + "cm"
  }

  /// `office:automatic-styles` of the content.
  var automatic: String {
    let all =
      [ODSStyles.numberStyles] + sheetDefinitions + columnDefinitions
      + [
        "<style:style style:name=\"rowOptimal\" style:family=\"table-row\">"
          + "<style:table-row-properties style:use-optimal-row-height=\"true\"/></style:style>"
      ] + rowDefinitions + cellDefinitions
    return "<office:automatic-styles>\n" + all.joined(separator: "\n")
      + "\n</office:automatic-styles>\n"
  }

  static let fontFaces = """
    <office:font-face-decls><style:font-face style:name="\(Workbook.font)" \
    svg:font-family="\(Workbook.fontFamily)" style:font-family-generic="swiss" \
    style:font-pitch="variable"/></office:font-face-decls>

    """

  private static let numberStyles = """
    <number:text-style style:name="formatText"><number:text-content/></number:text-style>
    <number:number-style style:name="formatInteger"><number:number number:decimal-places="0" \
    number:min-integer-digits="1" number:grouping="true"/></number:number-style>
    <number:number-style style:name="formatDecimal"><number:number number:decimal-places="2" \
    number:min-decimal-places="0" number:min-integer-digits="1" number:grouping="true"/>\
    </number:number-style>
    <number:number-style style:name="formatPercent"><number:number number:decimal-places="2" \
    number:min-decimal-places="2" number:min-integer-digits="1"/></number:number-style>
    """

  private static func definition(_ style: CellStyle, isText: Bool, name: String) -> String {
    let format =
      switch style.numberFormat {
      case .general: isText ? " style:data-style-name=\"formatText\"" : ""
      case .integer: " style:data-style-name=\"formatInteger\""
      case .decimal: " style:data-style-name=\"formatDecimal\""
      case .percent: " style:data-style-name=\"formatPercent\""
      }
    let alignment =
      switch style.alignment {
      case .left: "start"
      case .center: "center"
      case .right: "end"
      }
    let fill = style.fill.map { " fo:background-color=\"\(color($0))\"" } ?? ""
    let border = style.border ? " fo:border=\"0.5pt solid #b4bec9\"" : ""
    let wrap = style.wrap ? " fo:wrap-option=\"wrap\"" : ""
    let weight = style.bold ? "bold" : "normal"
    // Chinese text takes the properties of Asian text, digits and Latin letters the others.
    return """
      <style:style style:name="\(name)" style:family="table-cell" \
      style:parent-style-name="Default"\(format)>\
      <style:table-cell-properties style:vertical-align="middle"\(fill)\(border)\(wrap) \
      fo:padding="0.06cm" style:text-align-source="fix" style:repeat-content="false"/>\
      <style:paragraph-properties fo:text-align="\(alignment)" fo:margin-left="0cm"/>\
      <style:text-properties fo:color="\(color(style.color))" fo:font-size="\(style.size)pt" \
      style:font-size-asian="\(style.size)pt" fo:font-weight="\(weight)" \
      style:font-weight-asian="\(weight)"/></style:style>
      """
  }

  private static func color(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }
}

/// Lengths with at most three decimals, in digits that depend on no locale.
enum FixedDigits {
  static func text(_ value: Double) -> String {
    FixedPoint.text(Int128((value * 1000).rounded()) * (FixedPoint.one / 1000))
  }
}
