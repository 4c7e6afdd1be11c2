import Campus

@testable import Transform

extension Harness {
  typealias DayReader = @Sendable (Bytes) -> CalendarDate?

  /// A day is read only where its digits stand in the cell, and is read again from every other
  /// spelling of it.
  static func dates(read: @escaping DayReader = { DateSpelling.day($0.trimmed) }) -> Harness {
    Harness(name: "dates") { bytes in
      guard let day = read(bytes) else { return }
      let cell = String(decoding: bytes, as: UTF8.self)
      try expect(says(cell, day), "\(cell.debugDescription) was read as \(day)")
      for spelling in spellings(of: day) {
        let again = spelling.withBytes(read)
        try expect(again == day, "\(spelling) was read as \(again?.description ?? "no day")")
      }
    }
  }

  /// Whether the first numbers of a cell are the day's year, month and day.
  private static func says(_ cell: String, _ day: CalendarDate) -> Bool {
    let numbers = WordFolding.compatible(cell).split { !("0"..."9").contains($0) }.compactMap {
      Int($0)
    }
    let (year, month, dayOfMonth) = day.components
    return [year, year - 1911].contains { (year: Int) -> Bool in
      let allInOne = year * 10_000 + month * 100 + dayOfMonth
      return year > 0
        && (numbers.first == allInOne || numbers.starts(with: [year, month, dayOfMonth]))
    }
  }

  /// What sources.md, section 2 lets a day look like.
  private static func spellings(of day: CalendarDate) -> [String] {
    let (year, month, dayOfMonth) = day.components
    var years = ["\(year)"]
    if (1...199).contains(year - 1911) { years.append(padded(year - 1911, 3)) }
    if (10...99).contains(year - 1911) { years.append("\(year - 1911)") }
    var spellings: [String] = []
    for year in years {
      spellings += ["-", "/", "."].map { "\(year)\($0)\(month)\($0)\(dayOfMonth)" }
      spellings.append("\(year)年\(month)月\(dayOfMonth)日")
      spellings.append(year + padded(month, 2) + padded(dayOfMonth, 2))
      if year.count < 4 { spellings.append("民國\(year)年\(month)月\(dayOfMonth)日") }
    }
    return spellings + spellings.map(\.inFullWidth)
      + spellings.flatMap { ["\u{FEFF} \($0)\u{3000}", "\($0) 下午 11:59:60.5", "\($0)T8:00AM"] }
  }
}
