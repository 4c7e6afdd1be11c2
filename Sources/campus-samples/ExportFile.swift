/// One export file while it is written: title lines, header, rows, footer.
struct ExportFile {
  let name: String
  let style: FileStyle
  private let table: SourceTable
  private let codes: CP950Table
  private let file: OutputFile
  private var speller: CellSpeller
  private var line = ByteBuffer()
  private(set) var rows = 0

  init(
    folder: String, name: String, style: FileStyle, source: SourceRows, speller: CellSpeller,
    codes: CP950Table, digest: Bool
  ) throws {
    self.name = name
    self.style = style
    self.codes = codes
    self.speller = speller
    self.speller.inCP950 = style.encoding == .cp950
    table = source.table
    file = try OutputFile(path: "\(folder)/\(name)", digest: digest)
    file.buffer.append(style.encoding.mark)
    for title in style.titles {
      line.append(title)
      try endLine()
    }
    for (place, header) in style.headers.enumerated() {
      self.speller.cell.clear()
      self.speller.cell.append(header)
      appendField(place)
    }
    try endLine()
  }

  mutating func write(_ row: borrowing Row) throws {
    if style.hasBlankRows, speller.random.once(in: 24) { try writeBlankRow() }
    if rows > 0 || !style.endsLastLine { try endPendingLine() }
    rows += 1
    var slots = style.slots.count
    if row.fault == .fieldCount, speller.random.once(in: 2) { slots -= 1 }
    let bad = row.fault == .badCharacter ? columnSlot() : -1
    for place in 0..<slots {
      switch style.slots[place] {
      case .column(let number): speller.spell(table.columns[number], row.cells[number], row)
      case .extra(let number): spellExtra(number)
      }
      if place == bad {
        style.encoding == .cp950 || speller.random.once(in: 2)
          ? speller.cell.append(0) : speller.cell.append("\u{FFFD}")
      }
      appendField(place)
    }
    if row.fault == .fieldCount, slots == style.slots.count {
      line.append(speller.random.once(in: 2) ? "," : ",多一欄")
    }
    pending = true
    try file.flushIfFull()
  }

  /// Ends the file with its footer; its digest when it was asked for.
  mutating func finish() throws -> String? {
    if style.hasFooter {
      try endPendingLine()
      try writeFooter()
    } else if style.endsLastLine {
      try endPendingLine()
    } else if pending {
      try encodeLine()
    }
    return try file.finish()
  }

  /// A row whose line is not ended yet: the last of a file may lack its line end.
  private var pending = false

  private mutating func endPendingLine() throws {
    guard pending else { return }
    pending = false
    try endLine()
  }

  private mutating func endLine() throws {
    switch style.lineEnd {
    case .lf: line.append(10)
    case .cr: line.append(13)
    case .crlf: line.append("\r\n")
    case .mixed: line.append(["\n", "\r\n", "\r"][speller.random.below(3)])
    }
    try encodeLine()
  }

  private mutating func encodeLine() throws {
    try style.encoding.encode(line, into: &file.buffer, codes)
    line.clear()
  }

  private mutating func writeBlankRow() throws {
    try endPendingLine()
    switch speller.random.below(4) {
    case 0: break
    case 1: line.append("  　")
    case 2: for _ in 1..<style.slots.count { line.append(UInt8(ascii: ",")) }
    default: line.append(" ,\"\", ")
    }
    try endLine()
  }

  /// The footer's first row has one cell; what follows it may be anything, a broken quote or bytes
  /// of no encoding too.
  private mutating func writeFooter() throws {
    let starts: [StaticString] = [
      "統計說明：以每年10月15日為準。", "說明：", "註：本表不含選讀生。", "備註", "資料來源：校務資料庫", "※ 如有疑問請洽國際處",
    ]
    line.append(starts[speller.random.below(starts.count)])
    if speller.random.once(in: 2) { line.append(",, ,") }
    try endLine()
    if speller.random.once(in: 2) {
      for place in style.slots.indices { line.append(place == 0 ? "114" : ",1") }
      try endLine()
    }
    if speller.random.once(in: 3) {
      line.append("1. \"未結束的引號, 以及 a\"b")
      try endLine()
    }
    if style.encoding.isMarked, speller.random.once(in: 3) {
      file.buffer.append([0xFF, 0xC3, 0x28, 0xDC, 0x00, 0xD8, 0x41])
    }
  }

  private mutating func columnSlot() -> Int {
    let places = style.slots.indices.filter {
      if case .column = style.slots[$0] { true } else { false }
    }
    return places[speller.random.below(places.count)]
  }

  private mutating func spellExtra(_ number: Int) {
    speller.cell.clear()
    switch speller.random.below(6) {
    case 0: break
    case 1: speller.cell.append("=SUM(A1:A2), \"x\"")
    case 2: style.encoding == .cp950 ? speller.cell.append("?") : speller.cell.append("\u{FFFD}")
    default: speller.cell.append(decimal: rows * 7 + number)
    }
  }

  /// Puts the spelled cell into the line, quoted where it must be or the file's style says so.
  private mutating func appendField(_ place: Int) {
    if place > 0 { line.append(UInt8(ascii: ",")) }
    let needed = speller.cell.bytes.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13
    }
    let quoted: Bool
    switch style.quoting {
    case .minimal: quoted = needed
    case .all: quoted = true
    case .mixed: quoted = needed || speller.random.once(in: 3)
    }
    guard quoted else { return line.append(speller.cell.bytes) }
    let padded = style.padsQuotes && speller.random.once(in: 6)
    if padded { line.append(speller.random.once(in: 2) ? " " : "\t") }
    line.append(UInt8(ascii: "\""))
    for byte in speller.cell.bytes {
      if byte == UInt8(ascii: "\"") { line.append(byte) }
      line.append(byte)
    }
    line.append(UInt8(ascii: "\""))
    if padded { line.append(speller.random.once(in: 2) ? "  " : "\t") }
  }
}
