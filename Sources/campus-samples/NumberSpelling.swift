/// How dates and numbers are spelled.
extension CellSpeller {
  private static let times: [StaticString] = [
    " 00:00:00", "T00:00:00", " 08:30", " 上午 12:00:00", " 下午 03:20:00", " 12:00:00 AM",
    " PM 11:59", "T23:59:59", " 12:00:00 上午",
  ]

  mutating func spellDate(_ day: Int) {
    guard varied else { return cell.append(day: day) }
    let (year, month, date) = CivilDay.components(day)
    let start = cell.count
    let roc = year - 1911
    let isROC = roc > 0 && random.once(in: 2)
    let wide = random.once(in: 12)
    let two = random.once(in: 2) ? 2 : 1
    switch random.below(8) {
    case 0, 1, 2, 3:
      let separator: StaticString = ["-", "/", "."][random.below(3)]
      cell.append(decimal: isROC ? roc : year, width: isROC && random.once(in: 3) ? 3 : 1)
      cell.append(separator)
      cell.append(decimal: month, width: two)
      cell.append(separator)
      cell.append(decimal: date, width: two)
    case 4, 5:
      // Eight digits; seven of a ROC year; six where that year has two digits.
      let short = roc >= 10 && roc < 100 && random.once(in: 2)
      cell.append(decimal: isROC ? roc : year, width: isROC ? (short ? 2 : 3) : 4)
      cell.append(decimal: month, width: 2)
      cell.append(decimal: date, width: 2)
    default:
      if isROC, random.once(in: 2) { cell.append("民國") }
      cell.append(decimal: isROC ? roc : year)
      cell.append("年")
      cell.append(decimal: month, width: two)
      cell.append("月")
      cell.append(decimal: date, width: two)
      cell.append("日")
    }
    if wide { widenDigits(from: start) }
    if random.once(in: 8) {
      cell.append(CellSpeller.times[random.below(CellSpeller.times.count)])
    }
  }

  mutating func spellDecimal(_ thousandths: Int) {
    let start = cell.count
    guard varied else { return cell.append(thousandths: thousandths) }
    let whole = thousandths / 1000
    if whole >= 1000, random.once(in: 2) {
      appendGrouped(whole)
      var fraction = ByteBuffer()
      fraction.append(thousandths: thousandths % 1000)
      for byte in fraction.bytes.dropFirst() { cell.append(byte) }
    } else {
      cell.append(thousandths: thousandths)
    }
    if random.once(in: 6) {
      cell.append(thousandths % 1000 == 0 ? ".0" : thousandths % 10 == 0 ? "0" : "00")
    }
    if random.once(in: 10) { widenDigits(from: start) }
  }

  mutating func spellInteger(_ number: Int) {
    guard varied else { return cell.append(decimal: number) }
    let start = cell.count
    if number >= 1000, random.once(in: 16) {
      appendGrouped(number)
    } else {
      cell.append(decimal: number, width: random.once(in: 8) ? 2 : 1)
    }
    if random.once(in: 10) { cell.append(random.once(in: 2) ? ".0" : ".00") }
    if random.once(in: 10) { widenDigits(from: start) }
    if random.once(in: 10) { cell.append(" ") }
  }

  mutating func spellYear(_ year: Int) {
    spellInteger(varied && random.once(in: 3) ? year - 1911 : year)
  }

  mutating func spellAcademicYear(_ year: Int) {
    spellInteger(varied && random.once(in: 4) ? year + 1911 : year)
  }

  private mutating func appendGrouped(_ number: Int) {
    if number >= 1000 {
      appendGrouped(number / 1000)
      cell.append(",")
      cell.append(decimal: number % 1000, width: 3)
    } else {
      cell.append(decimal: number)
    }
  }

  /// Makes the ASCII digits since `start` full-width.
  private mutating func widenDigits(from start: Int) {
    let written = Array(cell.bytes[start...])
    cell.shorten(to: start)
    for byte in written {
      if byte >= 48, byte <= 57 { appendWide(byte) } else { cell.append(byte) }
    }
  }
}
