/// CSV as spreadsheets read it: UTF-8 with BOM, CRLF, quoted where needed.
///
/// A cell that a spreadsheet could run begins with an apostrophe, which both Excel and LibreOffice
/// show as text; a cell that began with apostrophes before such a character gets one more, so that
/// taking one off gives the value back.
package struct CSVText {
  package private(set) var text = "\u{FEFF}"

  package init() {}

  package mutating func row(_ cells: [String]) {
    text += cells.map(CSVText.cell).joined(separator: ",") + "\r\n"
  }

  /// A value as it stands between two commas.
  package static func cell(_ value: String) -> String {
    let safe = needsApostrophe(value) ? "'" + value : value
    let mustQuote = safe.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" || $0 == " " || $0 == "\t"
    }
    return mustQuote ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }

  /// Whether a spreadsheet could run the value: `= + - @` tab, CR, LF and their full-width forms at
  /// its start, behind blanks and apostrophes or not. A number is no formula.
  private static func needsApostrophe(_ value: String) -> Bool {
    if isPlainNumber(value) { return false }
    let first = value.unicodeScalars.first { $0 != "'" && $0 != " " }
    if let start = value.unicodeScalars.first, start == "\t" || start == "\r" || start == "\n" {
      return true
    }
    switch first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
    default: return false
    }
  }

  private static func isPlainNumber(_ value: String) -> Bool {
    let digits = value.hasPrefix("-") ? value.dropFirst() : value[...]
    return !digits.isEmpty && digits.utf8.allSatisfy { ($0 >= 48 && $0 <= 57) || $0 == 46 }
  }
}
