import Campus
import Definitions
import Extract

/// `preview FILE`: what the extract step sees in one file, or with `--all` every record of it.
///
/// Results go to `write`, findings to `report`. Returns `dataStoppedPublication` when the file is
/// refused. Throws `Failure(.inputMissing)`, `Failure(.readOrWriteFailed)` and what `write` throws.
struct PreviewCommand {
  let path: String
  /// Every record, without a contract.
  let showsAll: Bool
  /// With `showsAll`: each record as a JSON array of strings on a line.
  let asJSON: Bool
  let contracts: [SourceContract]
  let language: Language

  func run(
    write: (UnsafeBufferPointer<UInt8>) throws -> Void, report: (Finding) -> Void
  ) throws -> ExitStatus {
    let file = InputFile(path: path)
    return showsAll
      ? try list(file, write: write, report: report)
      : try describe(file, write: write, report: report)
  }

  private func list(
    _ file: InputFile, write: (UnsafeBufferPointer<UInt8>) throws -> Void,
    report: (Finding) -> Void
  ) throws -> ExitStatus {
    let listing = try RecordListing(existing: file)
    var pending: [UInt8] = []
    func flush(over limit: Int) throws {
      guard pending.count > limit else { return }
      try pending.withUnsafeBufferPointer(write)
      pending.removeAll(keepingCapacity: true)
    }
    let refusal =
      asJSON
      ? try listing.forEachJSONLine { line in
        pending.append(contentsOf: line)
        try flush(over: 65_536)
      }
      : try listing.forEachRecord { cells, line in
        let row = cells.map(ConsoleTable.printable).joined(separator: " | ")
        pending.append(contentsOf: "\(line): \(row)\n".utf8)
        try flush(over: 65_536)
        return true
      }
    try flush(over: 0)
    guard let (problem, line) = refusal else { return .published }
    report(Finding(problem, location: SourceLocation(file: file.name, line: line)))
    return .dataStoppedPublication
  }

  private func describe(
    _ file: InputFile, write: (UnsafeBufferPointer<UInt8>) throws -> Void,
    report: (Finding) -> Void
  ) throws -> ExitStatus {
    let preview = try FilePreview(of: file, contracts: contracts, report: report)
    var text = facts(of: preview).map { "\($0): \($1)\n" }.joined()
    if !preview.firstRows.isEmpty {
      text += "\n" + table(of: preview).lines().map { $0 + "\n" }.joined()
    }
    try text.withUTF8(write)
    return preview.isRefused ? .dataStoppedPublication : .published
  }

  private func facts(of preview: FilePreview) -> [(String, String)] {
    let none = word("none", "無")
    func line(_ number: Int) -> String { number == 0 ? none : String(number) }
    var encoding = preview.encoding.isEmpty ? none : preview.encoding
    if preview.hasByteOrderMark {
      encoding += word(", with byte order mark", "，有位元組順序記號（BOM）")
    }
    var facts = [(word("encoding", "編碼"), encoding)]
    guard let source = preview.source else {
      facts.append((word("source", "資料來源"), word("no contract fits", "沒有符合的欄位定義")))
      facts.append((word("records", "列數"), String(preview.rowCount)))
      return facts
    }
    let title = contracts.first { $0.name == source }?.title ?? ""
    let unknown = preview.unknownHeaders.map(ConsoleTable.printable).joined(separator: ", ")
    facts.append((word("source", "資料來源"), "\(source) \(title)"))
    facts.append((word("header line", "標題列"), line(preview.headerLine)))
    for column in preview.columns {
      let header = ConsoleTable.printable(column.header)
      facts.append((word("column", "欄位"), "\(column.name) ← \(header)"))
    }
    facts.append((word("unknown columns", "未定義的欄位"), unknown.isEmpty ? none : unknown))
    facts.append((word("footer line", "說明列"), line(preview.footerLine)))
    facts.append((word("rows", "資料列"), String(preview.rowCount)))
    facts.append((word("rejected for their width", "欄數不符"), String(preview.rejectedCount)))
    return facts
  }

  private func table(of preview: FilePreview) -> ConsoleTable {
    let header = preview.source == nil ? [] : preview.columns.map(\.header)
    return ConsoleTable(
      rows: [[word("line", "行")] + header]
        + preview.firstRows.map { [String($0.line)] + $0.cells })
  }

  private func word(_ english: String, _ chinese: String) -> String {
    language == .english ? english : chinese
  }
}

/// Rows aligned for a terminal, on which a Chinese character takes two places.
private struct ConsoleTable {
  private static let longestCell = 24
  let rows: [[String]]

  func lines() -> [String] {
    let cells = rows.map { $0.map { ConsoleTable.shortened(ConsoleTable.printable($0)) } }
    let widths = (0..<(cells.map(\.count).max() ?? 0)).map { column in
      cells.map { column < $0.count ? ConsoleTable.width($0[column]) : 0 }.max() ?? 0
    }
    return cells.map { row in
      var line = ""
      for (cell, width) in zip(row, widths) {
        line += cell + String(repeating: " ", count: width - ConsoleTable.width(cell) + 2)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The text on one line and without characters that could steer the terminal.
  static func printable(_ text: some StringProtocol) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: scalars.append(" ")
      case .format: break
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static func shortened(_ text: String) -> String {
    guard width(text) > longestCell else { return text }
    var short = ""
    for character in text {
      if width(short) + width(String(character)) >= longestCell { break }
      short.append(character)
    }
    return short + "…"
  }

  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// Places by the East Asian width of Unicode (UAX #11), in whole blocks.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
