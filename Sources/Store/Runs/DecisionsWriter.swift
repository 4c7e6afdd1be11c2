import Campus

/// Writes what was decided on the rows of a KPI: packed columns for differences, and a line for
/// each counted row that a person can read.
struct DecisionsWriter {
  private let database: Database
  private let run: Int
  private let columns: PackedColumns

  init(_ database: Database, run: Int, columns: PackedColumns) {
    self.database = database
    self.run = run
    self.columns = columns
  }

  func write(_ decisions: KPIDecisions) throws {
    try database.run(
      "INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?)", .integer(run), .integer(decisions.kpi),
      .text(decisions.source), .integer(decisions.countsRows ? 1 : 0),
      .text(decisions.rules.joined(separator: "\n")),
      .text(decisions.eventColumns.joined(separator: "\n")))
    let insert = try database.prepare(
      "INSERT INTO decision_columns VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    var position = 0
    func write(
      _ role: String, _ cells: WordColumn, lookup: String? = nil, name: String = "",
      personal: Bool = false, decides: Bool = false
    ) throws {
      try insert.run([
        .integer(run), .integer(decisions.kpi), .integer(position), .text(role),
        .optional(lookup), .text(name), .integer(personal ? 1 : 0), .integer(decides ? 1 : 0),
        .integer(try columns.store(cells)),
      ])
      position += 1
    }
    try write("file", decisions.files)
    try write("line", WordColumn(words: [], numbers: decisions.lines))
    try write("verdict", WordColumn(words: [], numbers: decisions.verdicts.map { Int32($0) }))
    for column in decisions.columns {
      try write(
        column.role.rawValue, column.cells, lookup: column.lookup, name: column.name,
        personal: column.personal, decides: column.decides)
    }
    try writeEvidence(decisions)
  }

  private func writeEvidence(_ decisions: KPIDecisions) throws {
    let insert = try database.prepare("INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?)")
    let values = EvidenceText(decisions)
    var position = 0
    for row in 0..<decisions.rowCount where decisions.verdicts[row] == KPIEvidence.counted {
      try insert.bind([.integer(run), .integer(decisions.kpi), .integer(position)])
      try values.key(row).withUnsafeBufferPointer { try insert.bind(text: $0, at: 4) }
      try values.columns(row).withUnsafeBufferPointer { try insert.bind(text: $0, at: 5) }
      try insert.bind(.text(decisions.files.text(row) ?? ""), at: 6)
      try insert.bind(.integer(Int(decisions.lines[row])), at: 7)
      _ = try insert.step()
      try insert.reset()
      position += 1
    }
  }

  func write(_ rejected: RejectedRows) throws {
    let insert = try database.prepare("INSERT INTO rejected_columns VALUES (?, ?, ?, ?, ?, ?)")
    var position = 0
    func write(_ role: String, _ name: String, _ cells: WordColumn) throws {
      try insert.run([
        .integer(run), .text(rejected.source), .integer(position), .text(role), .text(name),
        .integer(try columns.store(cells)),
      ])
      position += 1
    }
    try write("file", "", WordColumn(rejected.rows.map(\.location.file)))
    try write(
      "line", "",
      WordColumn(words: [], numbers: rejected.rows.map { Int32(clamping: $0.location.line) }))
    try write("code", "", WordColumn(rejected.rows.map(\.code)))
    for (index, name) in rejected.columns.enumerated() {
      try write(
        "identifier", name,
        WordColumn(
          rejected.rows.map { $0.identifiers.indices.contains(index) ? $0.identifiers[index] : nil }
        ))
    }
  }
}

/// The key and the columns of a row as bytes: each distinct word is quoted once.
private struct EvidenceText {
  private let items: [WordColumn]
  /// `"nationality":` and for each word `"JP"`.
  private let values: [(name: [UInt8], cells: WordColumn, words: [[UInt8]])]

  init(_ decisions: KPIDecisions) {
    items = decisions.itemColumns.map(\.cells)
    values = decisions.valueColumns.map { column in
      (
        name: EvidenceText.quoted(column.title) + [UInt8(ascii: ":")], cells: column.cells,
        words: (0..<Int32(column.cells.wordCount)).map {
          EvidenceText.quoted(column.cells.word($0))
        }
      )
    }
  }

  func key(_ row: Int) -> [UInt8] {
    var key: [UInt8] = []
    for (index, item) in items.enumerated() {
      if index > 0 { key.append(UInt8(ascii: "|")) }
      let number = item.numbers[row]
      if number != WordColumn.missing { key += item.bytes[item.range(ofWord: number)] }
    }
    return key
  }

  func columns(_ row: Int) -> [UInt8] {
    var text = [UInt8(ascii: "{")]
    for (index, value) in values.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      text += value.name
      let number = value.cells.numbers[row]
      if number == WordColumn.missing {
        text += Array("null".utf8)
      } else {
        text += value.words[Int(number)]
      }
    }
    text.append(UInt8(ascii: "}"))
    return text
  }

  private static func quoted(_ text: String) -> [UInt8] {
    var output = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        output += Array(
          ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8)
      default: output.append(byte)
      }
    }
    return output + [UInt8(ascii: "\"")]
  }
}
