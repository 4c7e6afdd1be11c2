import Campus

/// What reading a cell gives besides a value.
enum Reading {
  /// `TableColumn.missing`, which another module would be asked for every time.
  static var missing: Int32 { .min }
  /// The value is invalid; `problem` says why.
  static var invalid: Int32 { .min + 1 }
}

/// Reads the cells of a column whose values are numbers of 32 bits.
protocol CellReader: Sendable {
  /// The value of a cell as it stands in the file, `Reading.missing` or `Reading.invalid`.
  func read(_ cell: Cell) -> Int32
  /// What is wrong with a cell that was invalid. The value is quoted only when it may be.
  func problem(in cell: Cell, quoting: Bool) -> Problem
}

/// Words of a code list: the index of the entry.
struct CodeReader: CellReader {
  let list: CodeList

  func read(_ cell: Cell) -> Int32 {
    let word = cell.trimmed
    if word.isMissing { return Reading.missing }
    return list.index(of: word.text).map(Int32.init) ?? Reading.invalid
  }

  func problem(in cell: Cell, quoting: Bool) -> Problem {
    .unmapped(value: quoting ? cell.trimmed.quoted : nil, list: list.name, nearest: nil)
  }
}

/// Yes and no, compared like codes; missing is no.
struct FlagReader: CellReader {
  private static let words: [String: Int32] = {
    let yes = ["是", "Y", "YES", "1", "TRUE", "T", "V", "✓", "○", "有"]
    let no = ["否", "N", "NO", "0", "FALSE", "F", "X", "✗", "無"]
    return Dictionary(
      yes.map { (WordFolding.key($0), 1) } + no.map { (WordFolding.key($0), 0) },
      uniquingKeysWith: { first, _ in first })
  }()

  func read(_ cell: Cell) -> Int32 {
    let word = cell.trimmed
    if word.isMissing { return 0 }
    return FlagReader.words[WordFolding.key(word.text)] ?? Reading.invalid
  }

  func problem(in cell: Cell, quoting: Bool) -> Problem {
    .invalidYesNo(value: quoting ? cell.trimmed.quoted : nil)
  }
}

/// Dates: the number of the day.
struct DateReader: CellReader {
  func read(_ cell: Cell) -> Int32 {
    let value = cell.trimmed
    if value.isMissing { return Reading.missing }
    return DateSpelling.day(value)?.dayNumber ?? Reading.invalid
  }

  func problem(in cell: Cell, quoting: Bool) -> Problem {
    .invalidDate(value: quoting ? cell.trimmed.quoted : nil)
  }
}

/// Whole numbers within what their kind allows.
struct NumberReader: CellReader {
  enum Kind: String, Sendable {
    case integer, headcount, year, month, semester
    case academicYear = "academic_year"
  }

  let kind: Kind

  func read(_ cell: Cell) -> Int32 {
    let value = cell.trimmed
    if value.isMissing { return kind == .headcount ? 0 : Reading.missing }
    guard let number = NumberSpelling(value)?.integer else { return Reading.invalid }
    return accepted(number) ?? Reading.invalid
  }

  /// The value that is stored for a number: years as years of the common era, academic years as
  /// ROC years. Nil when there is no such year, month or semester.
  private func accepted(_ number: Int32) -> Int32? {
    switch kind {
    case .integer, .headcount: number
    case .year where (1...199).contains(number): number + 1911
    case .year: (1900...9999).contains(number) ? number : nil
    case .month: (1...12).contains(number) ? number : nil
    case .semester: (1...2).contains(number) ? number : nil
    case .academicYear where number >= 1912: (1912...2110).contains(number) ? number - 1911 : nil
    case .academicYear: (1...199).contains(number) ? number : nil
    }
  }

  func problem(in cell: Cell, quoting: Bool) -> Problem {
    let value = cell.trimmed
    if value.isNotAvailable { return .notAvailable }
    return .invalidNumber(kind: kind.rawValue, value: quoting ? value.quoted : nil)
  }
}
