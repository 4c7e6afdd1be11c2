/// How a column is written and read.
enum ColumnType: Equatable {
  case text, identifier, doi, isbn, date, decimal, year, month, semester
  case academicYear
  case yesNo
  case code(CodeName)
  case codes(CodeName)
}

/// One column of a source in the contract's order.
struct Column {
  let name: String
  let type: ColumnType
  let required: Bool
  let key: Bool
  let headers: [String]
  /// A missing cell means the code at this place (a researcher's employment).
  var missingCode: UInt64?

  /// The mark after the name says what the column is: `*` required, `k` key.
  init(_ name: String, _ type: ColumnType, _ mark: String = "", _ headers: String...) {
    self.name = name
    self.type = type
    required = mark.contains("*")
    key = mark.contains("k")
    self.headers = headers
  }
}

/// A kind of export: its name in the contract and its columns.
struct SourceTable {
  let name: String
  /// Which of the eleven it is; also the seed of its streams.
  let number: Int
  /// The Chinese title that exports carry above their header.
  let title: String
  let columns: [Column]

  /// Whether every row of one key counts once.
  var hasKey: Bool { columns.contains { $0.key } }

  func place(of name: String) -> Int? { columns.firstIndex { $0.name == name } }
}
