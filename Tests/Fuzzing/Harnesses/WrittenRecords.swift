/// Records as a careful program writes them: every value in quotes (RFC 4180).
enum WrittenRecords {
  static func csv(_ records: [[String]], separator: Character = ",", lineEnd: String = "\n")
    -> [UInt8]
  {
    let lines = records.map { cells in
      cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
        .joined(separator: String(separator)) + lineEnd
    }
    return Array(lines.joined().utf8)
  }
}
