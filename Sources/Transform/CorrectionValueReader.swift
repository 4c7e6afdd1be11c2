import Campus
import Definitions

/// Reads single cells of one column as normalisation does, so that two spellings of a value can be
/// told to be the same. Derivations are not applied: what the cell itself says counts.
struct CorrectionValueReader {
  /// What a cell says.
  enum Outcome {
    case missing, valid, invalid
  }

  private let column: ColumnContract
  /// One of the first three, by the column's type; decimals need none.
  private var numbers: (any CellReader)?
  private var sets: SetReader?
  private var folding: IdentifierFolding?

  init(_ column: ColumnContract) {
    self.column = column
    switch column.type {
    case .text: folding = .text
    case .identifier: folding = .identifier
    case .doi: folding = .doi
    case .isbn: folding = .isbn
    case .code(let list): numbers = CodeReader(list: list)
    case .codes(let list, let isOpen, let slashSeparates):
      sets = SetReader(list: list, isOpen: isOpen, slashSeparates: slashSeparates)
    case .date: numbers = DateReader()
    case .yesNo: numbers = FlagReader()
    case .decimal: break
    case .integer: numbers = NumberReader(kind: .integer)
    case .headcount: numbers = NumberReader(kind: .headcount)
    case .year: numbers = NumberReader(kind: .year)
    case .month: numbers = NumberReader(kind: .month)
    case .semester: numbers = NumberReader(kind: .semester)
    case .academicYear: numbers = NumberReader(kind: .academicYear)
    }
  }

  /// Appends bytes that stand for the value of a cell: the same for every spelling of a value, and
  /// none unless the outcome is `valid`.
  mutating func append(_ cell: Cell, onto bytes: inout [UInt8]) -> Outcome {
    if let number = numbers?.read(cell) { return append(number, onto: &bytes) }
    let value = cell.trimmed
    if value.isMissing { return .missing }
    if let folding { return append(value, folding, onto: &bytes) }
    if sets != nil { return appendSet(cell, onto: &bytes) }
    guard let number = NumberSpelling(value) else { return .invalid }
    withUnsafeBytes(of: number.units.littleEndian) { bytes.append(contentsOf: $0) }
    return .valid
  }

  private func append(
    _ value: Cell, _ folding: IdentifierFolding, onto bytes: inout [UInt8]
  ) -> Outcome {
    if folding.keeps(value), folding != .text {
      bytes.append(contentsOf: value)
      return .valid
    }
    let before = bytes.count
    folding.fold(value, onto: &bytes)
    return bytes.count == before ? .missing : .valid
  }

  private func append(_ number: Int32, onto bytes: inout [UInt8]) -> Outcome {
    if number == Reading.missing { return .missing }
    if number == Reading.invalid { return .invalid }
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    return .valid
  }

  private mutating func appendSet(_ cell: Cell, onto bytes: inout [UInt8]) -> Outcome {
    guard let items = sets?.read(cell) else { return .invalid }
    if items.isMissing { return .missing }
    for member in items.members {
      withUnsafeBytes(of: member.littleEndian) { bytes.append(contentsOf: $0) }
    }
    // 0xFF is in no UTF-8, and as the last byte of an index in no list.
    for item in items.unknown { bytes += [0xFF, 0xFF, 0xFF, 0xFF] + Array(item.utf8) }
    return .valid
  }

  /// What is wrong with a cell whose outcome was `invalid`; it quotes no personal value.
  func problem(in cell: Cell) -> Problem {
    let quoting = !column.personal
    if let numbers { return numbers.problem(in: cell, quoting: quoting) }
    if let problem = sets?.problems(in: cell, quoting: quoting).first { return problem }
    let value = cell.trimmed
    if value.isNotAvailable { return .notAvailable }
    return .invalidNumber(kind: "decimal", value: quoting ? value.quoted : nil)
  }

  /// A value of a key column as the reports write it; of an invalid one the text itself.
  mutating func text(_ cell: Cell) -> String {
    let value = cell.trimmed
    if let folding {
      var bytes: [UInt8] = []
      folding.fold(value, onto: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    guard let number = numbers?.read(cell), number > Reading.invalid else {
      return value.text
    }
    return switch column.type {
    case .code(let list): list.entries[Int(number)].code
    case .date: CalendarDate(dayNumber: number).description
    case .yesNo: number == 1 ? "yes" : "no"
    default: String(number)
    }
  }
}
