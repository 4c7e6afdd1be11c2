import Campus

/// The spellings of a day that exports use (sources.md, section 2), and no others: `2025-08-01`,
/// `114/8/1`, `114.08.01`, `20250801`, `1140801`, `760518`, `民國114年8月1日`, with or without a time
/// of day.
///
/// Refused as well: two different separators, years of one digit, a ROC year of four digits,
/// 民國 before a year of the common era or before separators other than 年月日, and anything after
/// the date that is no time of day.
enum DateSpelling {
  /// A ROC year is below this; 200 to 1899 is no year at all.
  private static let rocYears = 1..<200

  /// The day that a trimmed cell means, or nil.
  @inline(__always)
  static func day(_ cell: Cell) -> CalendarDate? { plainDay(cell) ?? scannedDay(cell) }

  /// The day of a cell like `2025-08-01`, which most are, in any of the three separators; nil for
  /// every other spelling, and where there is no such day.
  static func plainDay(_ cell: Cell) -> CalendarDate? {
    guard cell.count == 10, cell[4] == cell[7],
      cell[4] == UInt8(ascii: "-") || cell[4] == UInt8(ascii: "/") || cell[4] == UInt8(ascii: ".")
    else { return nil }
    // The highest bit of what is no digit.
    var others: UInt8 = 0
    func digit(_ place: Int) -> Int {
      let digit = cell[place] &- UInt8(ascii: "0")
      others |= digit | (digit &+ (0x80 - 10))
      return Int(digit)
    }
    let year = (digit(0) * 10 + digit(1)) * 100 + digit(2) * 10 + digit(3)
    let month = digit(5) * 10 + digit(6)
    let day = digit(8) * 10 + digit(9)
    guard others & 0x80 == 0, year >= 1900 else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The day of a cell in any spelling.
  static func scannedDay(_ cell: Cell) -> CalendarDate? {
    var scanner = CellScanner(cell)
    guard let date = date(&scanner), timeOfDay(&scanner) else { return nil }
    return date
  }

  private static func date(_ scanner: inout CellScanner) -> CalendarDate? {
    let saysROC = scanner.skip("民國")
    guard let year = scanner.number(digits: 9) else { return nil }
    if scanner.skip("年") {
      guard let month = scanner.number(digits: 2), scanner.skip("月"),
        let day = scanner.number(digits: 2), scanner.skip("日"),
        !saysROC || year.length < 4
      else { return nil }
      return date(separatedYear: year, month.value, day.value)
    }
    guard !saysROC else { return nil }
    for separator in [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")]
    where scanner.skip(separator) {
      guard let month = scanner.number(digits: 2), scanner.skip(separator),
        let day = scanner.number(digits: 2)
      else { return nil }
      return date(separatedYear: year, month.value, day.value)
    }
    return date(digits: year)
  }

  /// A date with separators: a ROC year has two or three digits.
  private static func date(
    separatedYear year: (value: Int, length: Int), _ month: Int, _ day: Int
  ) -> CalendarDate? {
    commonEraYear(
      year.value, isROC: year.length == 2 || year.length == 3, isWhole: year.length == 4
    ).flatMap { CalendarDate(year: $0, month: month, day: day) }
  }

  /// A date of digits alone: eight of the common era, seven or six of the ROC.
  private static func date(digits: (value: Int, length: Int)) -> CalendarDate? {
    let (year, month, day) = (digits.value / 10_000, digits.value / 100 % 100, digits.value % 100)
    return commonEraYear(
      year, isROC: digits.length == 6 || digits.length == 7, isWhole: digits.length == 8
    ).flatMap { CalendarDate(year: $0, month: month, day: day) }
  }

  /// The year of the common era of a year as it is written; nil when there is no such year.
  private static func commonEraYear(_ year: Int, isROC: Bool, isWhole: Bool) -> Int? {
    if isROC, rocYears.contains(year) { return year + 1911 }
    return isWhole && year >= 1900 ? year : nil
  }

  /// Reads what follows a date: nothing, or a blank or `T` and a time of day.
  private static func timeOfDay(_ scanner: inout CellScanner) -> Bool {
    if scanner.isAtEnd { return true }
    guard scanner.skipWhiteSpace() || scanner.skip(UInt8(ascii: "T")) else { return false }
    let saidHalf = half(&scanner)
    if saidHalf { _ = scanner.skipWhiteSpace() }
    guard let hour = scanner.number(digits: 2), hour.value < 24,
      scanner.skip(UInt8(ascii: ":")), minutes(&scanner, below: 60)
    else { return false }
    if scanner.skip(UInt8(ascii: ":")) {
      guard minutes(&scanner, below: 61) else { return false }
      if scanner.skip(UInt8(ascii: ".")) {
        guard scanner.digit() != nil else { return false }
        while scanner.digit() != nil {}
      }
    }
    if scanner.isAtEnd { return true }
    _ = scanner.skipWhiteSpace()
    return !saidHalf && half(&scanner) && scanner.isAtEnd
  }

  private static func half(_ scanner: inout CellScanner) -> Bool {
    scanner.skip("上午") || scanner.skip("下午") || scanner.skip("AM") || scanner.skip("PM")
  }

  /// Reads minutes, or seconds, of which a leap second has one more.
  private static func minutes(_ scanner: inout CellScanner, below limit: Int) -> Bool {
    scanner.number(digits: 2).map { $0.value < limit } ?? false
  }
}
