/// The rows of a small CSV file of `pipelines/`, strictly as RFC 4180 has them.
///
/// Definitions cannot see Extract, whose libcsv reads exports of any size and sloppiness; a code list
/// is written by hand, and a quote in the wrong place there is a mistake to be told.
package struct CSVText {
  struct Row {
    /// The line on which the row begins, from 1.
    let line: Int
    let fields: [String]
  }

  /// A quote that stands where none may.
  package enum Fault: Hashable, Sendable {
    case quoteInsideField, textAfterQuote, unclosedQuote
  }

  struct Refusal: Error {
    let line: Int
    let fault: Fault
  }

  /// The rows that are not blank. In: UTF-8; a row ends with LF, CRLF or CR.
  static func rows(_ bytes: [UInt8]) throws(Refusal) -> [Row] {
    var rows: [Row] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var (line, rowLine, quoteLine) = (1, 1, 1)
    var (inQuotes, wasQuoted) = (false, false)
    func endField() {
      fields.append(String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
      wasQuoted = false
    }
    func endRow() {
      endField()
      if fields.contains(where: { !$0.isEmpty }) { rows.append(Row(line: rowLine, fields: fields)) }
      fields.removeAll(keepingCapacity: true)
    }
    var position = 0
    /// Takes a byte and those after it that mean nothing but themselves.
    func takeRun(_ isPlain: (UInt8) -> Bool) {
      let start = position - 1
      while position < bytes.count, isPlain(bytes[position]) { position += 1 }
      field.append(contentsOf: bytes[start..<position])
    }
    while position < bytes.count {
      let byte = bytes[position]
      let following = position + 1 < bytes.count ? bytes[position + 1] : 0
      position += 1
      let endsLine = byte == 10 || (byte == 13 && following != 10)
      if endsLine { line += 1 }
      switch byte {
      case UInt8(ascii: "\"") where inQuotes && following == UInt8(ascii: "\""):
        field.append(byte)
        position += 1
      case UInt8(ascii: "\"") where inQuotes:
        inQuotes = false
      case _ where inQuotes:
        takeRun { $0 != UInt8(ascii: "\"") && $0 != 10 && $0 != 13 }
      case UInt8(ascii: "\""):
        guard field.isEmpty, !wasQuoted else {
          throw Refusal(line: line, fault: wasQuoted ? .textAfterQuote : .quoteInsideField)
        }
        (inQuotes, wasQuoted, quoteLine) = (true, true, line)
      case UInt8(ascii: ","): endField()
      case 13 where following == 10: break
      case _ where endsLine:
        endRow()
        rowLine = line
      default:
        guard !wasQuoted else { throw Refusal(line: line, fault: .textAfterQuote) }
        takeRun {
          $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 != 10 && $0 != 13
        }
      }
    }
    guard !inQuotes else { throw Refusal(line: quoteLine, fault: .unclosedQuote) }
    endRow()
    return rows
  }
}
