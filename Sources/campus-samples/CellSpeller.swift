/// Spells a cell as an export may: canonical, or in any of the forms that sources.md accepts.
struct CellSpeller {
  let words: WordBook
  let varied: Bool
  /// The file is in CP950: no character outside it may be used.
  var inCP950 = false
  var random: RandomStream
  /// The spelled cell.
  var cell = ByteBuffer()

  mutating func spell(_ column: Column, _ value: Cell, _ row: borrowing Row) {
    cell.clear()
    switch value.state {
    case .missing: return spellMissing(column)
    case .invalid: return cell.append(row.texts, value.start..<value.start + value.length)
    case .value: break
    }
    if varied { padding(16) }
    switch column.type {
    case .text: spellText(value, row)
    case .identifier: spellIdentifier(value, row)
    case .doi: spellDOI(value, row)
    case .isbn: spellISBN(value, row)
    case .date: spellDate(value.day)
    case .decimal: spellDecimal(Int(value.value))
    case .month, .semester: spellInteger(Int(value.value))
    case .year: spellYear(Int(value.value))
    case .academicYear: spellAcademicYear(Int(value.value))
    case .yesNo: spellFlag(value.value == 1)
    case .code(let name):
      if varied, column.missingCode == value.value, random.once(in: 3) {
        return spellMissing(column)
      }
      spellCode(words[name][Int(value.value)], inSet: false)
    case .codes(let name): spellSet(name, value.value)
    }
    if varied { padding(12) }
  }

  private static let absent: [StaticString] = [
    "", "", "", "", "", "-", "－", "—", "NULL", " ", "　", " - ", "NULL ",
  ]

  private mutating func spellMissing(_ column: Column) {
    guard varied else { return }
    cell.clear()
    if case .codes = column.type, random.once(in: 6) {
      return random.once(in: 2) ? cell.append("；") : cell.append("-;NULL;")
    }
    cell.append(CellSpeller.absent[random.below(CellSpeller.absent.count)])
  }

  private static let yes: [StaticString] = [
    "是", "Y", "YES", "1", "TRUE", "T", "V", "○", "有", "yes", "True", "１", "Ｙ", "✓",
  ]
  private static let no: [StaticString] = [
    "否", "N", "NO", "0", "FALSE", "F", "X", "無", "no", "False", "０", "ｎ", "", "-", "NULL", "✗",
  ]

  private mutating func spellFlag(_ flag: Bool) {
    guard varied else { return flag ? cell.append("是") : cell.append("否") }
    // The last word of each list is not in CP950.
    let list = flag ? CellSpeller.yes : CellSpeller.no
    cell.append(list[random.below(list.count - (inCP950 ? 1 : 0))])
  }

  private mutating func spellText(_ value: Cell, _ row: borrowing Row) {
    let range = value.start..<value.start + value.length
    guard varied else { return cell.append(row.texts, range) }
    // A line break inside a value may be any of the three; it counts as LF.
    let kind = random.below(3)
    for byte in row.texts.bytes[range] {
      guard byte == 10, kind > 0 else {
        cell.append(byte)
        continue
      }
      cell.append(13)
      if kind == 1 { cell.append(10) }
    }
  }

  private static let narrow: [StaticString] = [" ", "  ", "\t", "　"]
  private static let wide: [StaticString] = [
    " ", "\t", "　", "\u{A0}", "\u{2003}", "\u{FEFF}", "\u{2028}", "\n",
  ]

  /// White space around a value, once in `rarity`.
  private mutating func padding(_ rarity: Int) {
    guard random.once(in: rarity) else { return }
    let list = inCP950 ? CellSpeller.narrow : CellSpeller.wide
    cell.append(list[random.below(list.count)])
  }
}
