/// How one export file looks: everything that must not change a count.
struct FileStyle {
  /// What stands in one place of a row.
  enum Slot {
    case column(Int)
    /// A column that the contract does not know.
    case extra(Int)
  }
  enum LineEnd { case lf, crlf, cr, mixed }
  enum Quoting { case minimal, all, mixed }

  var encoding = FileEncoding.utf8
  var lineEnd = LineEnd.lf
  var quoting = Quoting.minimal
  /// Blanks between a separator and a quote.
  var padsQuotes = false
  var slots: [Slot]
  var headers: [String]
  var titles: [String] = []
  var hasBlankRows = false
  var hasFooter = false
  var endsLastLine = true

  /// The canonical look: the contract's order, each column's first header.
  init(_ source: SourceRows, programmeIsLevel: Bool) {
    let absent = Set(source.absentColumns)
    let present = source.table.columns.indices.filter { !absent.contains($0) }
    slots = present.map { .column($0) }
    headers = present.map { place in
      let column = source.table.columns[place]
      return column.name == "programme" && programmeIsLevel ? "等級別" : column.headers[0]
    }
  }

  static let extraHeaders = ["流水號", "備考", "承辦人", "更新時間", "E-mail", "校內代碼 (內部)"]

  /// A look by chance. `encoding` is given: it depends on the source's characters.
  init(
    _ source: SourceRows, absences: Absences, encoding: FileEncoding, table: CP950Table,
    random: inout RandomStream
  ) {
    self.init(source, programmeIsLevel: absences.programmeIsLevel)
    self.encoding = encoding
    let hasDayNight =
      source.table.name == "students" && !absences.names.contains("students.day_night")
    lineEnd = [.lf, .crlf, .crlf, .cr, .mixed][random.below(5)]
    quoting = [.minimal, .minimal, .all, .mixed][random.below(4)]
    padsQuotes = random.once(in: 3)
    hasBlankRows = random.once(in: 3)
    hasFooter = random.once(in: 2)
    endsLastLine = !random.once(in: 4)
    for (place, slot) in slots.enumerated() {
      guard case .column(let number) = slot else { continue }
      let column = source.table.columns[number]
      // 等級別 needs 日間/進修別 beside it, else it makes KPIs unavailable: a matter of content.
      let isLevel = column.name == "programme" && absences.programmeIsLevel
      let names = column.headers.filter { name in
        if column.name == "programme", (name == "等級別") != isLevel, isLevel || !hasDayNight {
          return false
        }
        return encoding != .cp950 || name.unicodeScalars.allSatisfy { table.code(of: $0) != nil }
      }
      let name = names.isEmpty ? column.headers[0] : names[random.below(names.count)]
      headers[place] = FileStyle.disguise(name, &random, encoding)
    }
    addExtras(&random)
    if random.below(3) > 0 { shuffle(&random) }
    addTitles(source.table, &random)
  }

  private mutating func addExtras(_ random: inout RandomStream) {
    guard random.once(in: 2) else { return }
    for number in 0..<1 + random.below(3) {
      slots.append(.extra(number))
      headers.append(FileStyle.extraHeaders[(number * 2 + random.below(2)) % 6])
    }
    if random.once(in: 6) {
      slots.append(.extra(3))
      headers.append("")
    }
  }

  private mutating func shuffle(_ random: inout RandomStream) {
    for last in stride(from: slots.count - 1, to: 0, by: -1) {
      let other = random.below(last + 1)
      slots.swapAt(last, other)
      headers.swapAt(last, other)
    }
  }

  private mutating func addTitles(_ table: SourceTable, _ random: inout RandomStream) {
    guard random.once(in: 2) else { return }
    let lines = [
      "示範大學 114學年度 \(table.title)一覽表", "\"製表日期：2025/12/31, 製表人：王小明\",,",
      "說明：本表依校務資料庫欄位匯出", "", " , ,", "\"依\"\"校庫\"\"欄位\n分列\"", "\(table.title),,,,",
    ]
    for _ in 0..<1 + random.below(4) { titles.append(lines[random.below(lines.count)]) }
  }

  /// Another spelling of a header: case, full-width forms, white space, 台 for 臺.
  private static func disguise(
    _ name: String, _ random: inout RandomStream, _ encoding: FileEncoding
  ) -> String {
    let letters = random.below(3)
    let isWide = random.once(in: 4)
    let isSpaced = random.once(in: 3)
    var result = ""
    for scalar in name.unicodeScalars {
      var text = String(scalar)
      if scalar == "臺", random.once(in: 2) { text = "台" }
      if scalar.value < 0x80 {
        if letters == 1 { text = text.lowercased() }
        if isWide, let wide = Unicode.Scalar(text.unicodeScalars.first!.value + 0xFEE0) {
          text = String(wide)
        }
      }
      result += text
      if isSpaced, random.once(in: 3) {
        let blanks = encoding == .cp950 ? [" ", "　", "\n"] : [" ", "　", "\n", "\u{A0}"]
        result += blanks[random.below(blanks.count)]
      }
    }
    return result
  }
}
