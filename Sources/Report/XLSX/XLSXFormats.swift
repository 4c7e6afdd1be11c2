import CLibxlsxwriter
import Campus

/// The formats of one workbook, one for each style that is used.
struct XLSXFormats {
  private let book: UnsafeMutablePointer<lxw_workbook>
  /// Few, so that comparing finds one sooner than hashing.
  private var known: [(style: CellStyle, isText: Bool, format: UnsafeMutablePointer<lxw_format>)] =
    []

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    self.book = book
  }

  /// - Parameter isText: the cell stays a text also when someone edits it.
  mutating func format(_ style: CellStyle, isText: Bool) throws(Failure)
    -> UnsafeMutablePointer<lxw_format>
  {
    if let found = known.first(where: { $0.isText == isText && $0.style == style }) {
      return found.format
    }
    guard let format = workbook_add_format(book) else {
      throw XLSXWriter.failure("has no room for a format")
    }
    format_set_font_name(format, Workbook.font)
    // Chinese Big5: tells a system without the font what kind of font to take.
    format_set_font_charset(format, 136)
    format_set_font_size(format, Double(style.size))
    format_set_font_color(format, style.color)
    if style.bold { format_set_bold(format) }
    if let fill = style.fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(format, fill)
    }
    if style.border {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0xB4BEC9)
    }
    switch style.alignment {
    case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if style.wrap { format_set_text_wrap(format) }
    switch style.numberFormat {
    case .general: if isText { format_set_num_format(format, "@") }
    case .integer: format_set_num_format(format, "#,##0")
    case .decimal: format_set_num_format(format, "#,##0.##")
    case .percent: format_set_num_format(format, "0.00")
    }
    // Numbered in the order in which they come, wherever their cells stand.
    lxw_format_get_xf_index(format)
    known.append((style, isText, format))
    return format
  }
}
