/// How a cell looks. Both writers make one style of their format for each value that is used.
package struct CellStyle: Hashable, Sendable {
  package enum Alignment: Sendable {
    case left, center, right
  }

  package enum NumberFormat: Sendable {
    case general
    /// Thousands in groups.
    case integer
    /// At most two decimals.
    case decimal
    /// Two decimals: a value in per cent under a heading that says so.
    case percent
  }

  struct Font: Hashable {
    let size: Int
    let bold: Bool
    let color: UInt32
  }

  package var size = 11
  package var bold = false
  /// 0xRRGGBB.
  package var color: UInt32 = 0x1F2933
  package var fill: UInt32?
  package var border = false
  package var alignment = Alignment.left
  package var wrap = true
  package var numberFormat = NumberFormat.general

  package static let title = CellStyle(size: 16, bold: true, color: 0x12355B)
  package static let subtitle = CellStyle(color: 0x52606D)
  package static let section = CellStyle(size: 12, bold: true, color: 0x12355B)
  package static let heading = CellStyle(
    bold: true, color: 0x12355B, fill: 0xDCE8F4, border: true, alignment: .center)
  package static let label = CellStyle(bold: true, fill: 0xF2F5F8, border: true)
  package static let text = CellStyle(border: true)
  package static let centered = CellStyle(border: true, alignment: .center)
  package static let plain = CellStyle()
  package static let integer = CellStyle(
    border: true, alignment: .right, wrap: false, numberFormat: .integer)
  package static let decimal = CellStyle(
    border: true, alignment: .right, wrap: false, numberFormat: .decimal)
  package static let percent = CellStyle(
    border: true, alignment: .right, wrap: false, numberFormat: .percent)
  /// The number that a sheet is about.
  package static let result = CellStyle(
    bold: true, border: true, alignment: .right, wrap: false, numberFormat: .integer)

  var font: Font { Font(size: size, bold: bold, color: color) }

  package var leftAligned: CellStyle {
    var style = self
    style.alignment = .left
    return style
  }
}
