import Campus

/// A CSV file of `pipelines/` with a header line: its rows by the names of their columns.
struct CSVSheet {
  struct Row {
    let line: Int
    fileprivate let header: [String]
    /// In the order of the header, without white space at their ends.
    let cells: [String]

    subscript(column: String) -> String { header.firstIndex(of: column).map { cells[$0] } ?? "" }
  }

  /// The names of the columns, in the order of the file.
  let header: [String]
  let rows: [Row]

  /// Nil, with problems, when the header lacks a column; a row of another width is left out.
  init?(_ bytes: [UInt8], columns: [String], problems: FileProblems) {
    let lines: [CSVText.Row]
    do throws(CSVText.Refusal) {
      lines = try CSVText.rows(bytes)
    } catch {
      problems.add(.csvQuote(error.fault), line: error.line)
      return nil
    }
    guard let first = lines.first else {
      problems.add(.emptyFile, line: 0)
      return nil
    }
    let header = first.fields.map { WordFolding.trimmed($0) }
    self.header = header
    var complete = true
    for column in columns where !header.contains(column) {
      let others = header.filter { !columns.contains($0) }
      let nearest = NearestWord.to(column, among: others)
      problems.add(.csvColumnMissing(column: column, nearest: nearest), line: first.line)
      complete = false
    }
    var times: [String: Int] = [:]
    for column in header {
      times[column, default: 0] += 1
      // Told once, however often it stands there.
      guard times[column] == 2 else { continue }
      problems.add(.csvColumnTwice(column: column), line: first.line)
      complete = false
    }
    guard complete else { return nil }
    rows = lines.dropFirst().compactMap { line in
      guard line.fields.count == header.count else {
        problems.add(
          .csvFieldCount(expected: header.count, found: line.fields.count), line: line.line)
        return nil
      }
      return Row(
        line: line.line, header: header, cells: line.fields.map { WordFolding.trimmed($0) })
    }
  }
}

extension CSVSheet.Row {
  /// A cell that must not be empty.
  func required(_ column: String, _ problems: FileProblems) -> String? {
    let cell = self[column]
    if cell.isEmpty { problems.add(.empty(key: column), line: line) }
    return cell.isEmpty ? nil : cell
  }

  /// A day, or nil for an empty cell and, with a problem, for one that is no day.
  func date(_ column: String, _ problems: FileProblems) -> CalendarDate? {
    let cell = self[column]
    if cell.isEmpty { return nil }
    if let date = CalendarDate(iso: cell) { return date }
    problems.add(.invalidValue(key: column, word: cell, expected: .date), line: line)
    return nil
  }

  /// The parts of a cell that are separated by `;`.
  func parts(_ column: String) -> [String] {
    var cell = self[column]
    if !cell.utf8.contains(UInt8(ascii: ";")) { return cell.isEmpty ? [] : [cell] }
    // Where no character joins the one before it, a byte tells as much as a character.
    let parts =
      WordFolding.isPlain(cell)
      ? cell.withUTF8 { bytes in
        bytes.split(separator: UInt8(ascii: ";")).map { String(decoding: $0, as: UTF8.self) }
      }
      : cell.split(separator: ";").map(String.init)
    return parts.map { WordFolding.trimmed($0) }.filter { !$0.isEmpty }
  }
}
