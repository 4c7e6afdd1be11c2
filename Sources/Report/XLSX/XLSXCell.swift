import CLibxlsxwriter
import Campus
import Glibc

/// A cell made ready for libxlsxwriter.
struct XLSXCell {
  private enum Content {
    case blank
    case number(Double)
    /// Ended by a zero, as the library wants it.
    case text(ContiguousArray<CChar>)
    case pieces([ContiguousArray<CChar>])
  }

  /// Older versions of Excel show a longer cell in the text format as ####.
  private static let longestTextFormat = 255

  private let content: Content
  private let font: CellStyle.Font
  let format: UnsafeMutablePointer<lxw_format>

  init(_ cell: SheetCell, _ formats: inout XLSXFormats) throws(Failure) {
    var isText = false
    switch cell.value {
    case .blank: content = .blank
    case .text(let text):
      isText = text.utf16.count <= XLSXCell.longestTextFormat
      let pieces = XLSXText.pieces(text).map { ContiguousArray($0.utf8CString) }
      content = pieces.count == 1 ? .text(pieces[0]) : .pieces(pieces)
    case .integer(let number): content = .number(Double(number))
    case .decimal(let digits):
      guard let number = Double(digits) else {
        throw XLSXWriter.failure("'\(digits)' is no number")
      }
      content = .number(number)
    }
    font = cell.style.font
    format = try formats.format(cell.style, isText: isText)
  }

  /// Notes its text among those of the workbook.
  func note(in texts: inout XLSXTexts) {
    switch content {
    case .blank, .number: break
    case .text(let text): texts.note(text)
    case .pieces(let pieces): texts.note(pieces, font)
    }
  }

  func write(
    to worksheet: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ column: lxw_col_t
  ) throws(Failure) {
    let error =
      switch content {
      case .blank: worksheet_write_blank(worksheet, row, column, format)
      case .number(let number): worksheet_write_number(worksheet, row, column, number, format)
      case .text(let text):
        text.withUnsafeBufferPointer {
          worksheet_write_string(worksheet, row, column, $0.baseAddress, format)
        }
      case .pieces(let pieces): write(pieces, to: worksheet, row, column)
      }
    try XLSXWriter.check(error)
  }

  private func write(
    _ pieces: [ContiguousArray<CChar>], to worksheet: UnsafeMutablePointer<lxw_worksheet>,
    _ row: lxw_row_t, _ column: lxw_col_t
  ) -> lxw_error {
    // The library copies what it is given.
    var parts = pieces.map { piece in
      lxw_rich_string_tuple(
        format: format,
        string: piece.withUnsafeBufferPointer { $0.baseAddress.flatMap { strdup($0) } })
    }
    defer { for part in parts { free(part.string) } }
    return parts.withUnsafeMutableBufferPointer { parts in
      var list = parts.indices.map { index in parts.baseAddress.map { $0 + index } }
      list.append(nil)
      return list.withUnsafeMutableBufferPointer {
        worksheet_write_rich_string(worksheet, row, column, $0.baseAddress, format)
      }
    }
  }
}
