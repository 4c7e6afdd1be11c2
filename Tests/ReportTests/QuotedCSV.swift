import Foundation
import Report

/// CSV in which texts are quoted and numbers are not, as LibreOffice writes it when asked to.
enum QuotedCSV {
  /// Fields with their quotes.
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var field = ""
    var quoted = false
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
      if scalar == "\"" { quoted.toggle() }
      if !quoted, scalar == "," {
        rows[rows.count - 1].append(field)
        field = ""
      } else if !quoted, scalar == "\n" {
        rows[rows.count - 1].append(field)
        field = ""
        rows.append([])
      } else {
        field.unicodeScalars.append(scalar)
      }
    }
    return rows
  }

  static func cell(_ value: SheetCell.Value, tab: String) -> String {
    switch value {
    case .blank: ""
    case .text(let text):
      "\""
        + text.replacingOccurrences(of: "\"", with: "\"\"")
        .replacingOccurrences(of: "\t", with: tab) + "\""
    case .integer(let number): String(number)
    case .decimal(let digits): digits
    }
  }
}
