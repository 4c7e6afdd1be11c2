import Campus

/// A source as its file describes it, and what the definitions of KPIs are checked against.
struct SourceReading {
  let contract: SourceContract
  /// The columns and the identity by name, with what a test may ask of each.
  let kinds: [String: ValueKind]
  /// The names in the order of the file.
  let names: [String]
  /// How the names of its files begin; of published tables only.
  var fileBeginnings: [String] = []

  /// The column that names the person in a table with one row per person and semester, in which
  /// persons are looked up; nil in every other source.
  var personOfSemesterTable: String? {
    let key = contract.key.map { contract.columns[$0].name }
    guard key.count == 3, key.contains("academic_year"), key.contains("semester") else {
      return nil
    }
    return key.first { $0 != "academic_year" && $0 != "semester" }
  }
}

/// What a test may ask of a value.
enum ValueKind {
  case text, number, date, flag
  /// A stretch of days, for `within`.
  case span
  case code(CodeList)
  case set(CodeList, open: Bool)
  /// Its column or its list has a problem of its own, told elsewhere.
  case unknown

  init(_ type: ColumnContract.ValueType) {
    switch type {
    case .text, .identifier, .doi, .isbn: self = .text
    case .code(let list): self = .code(list)
    case .codes(let list, let open, _): self = .set(list, open: open)
    case .date: self = .date
    case .yesNo: self = .flag
    case .integer, .headcount, .decimal, .year, .month, .semester, .academicYear: self = .number
    }
  }

  /// How the messages call it.
  var name: String {
    switch self {
    case .text: "text"
    case .number: "number"
    case .date: "date"
    case .flag: "yes_no"
    case .span: "duration"
    case .code: "code"
    case .set: "codes"
    case .unknown: "unknown"
    }
  }
}
