import Campus

/// What the exports of one source look like (`pipelines/sources/<name>.yaml`).
package struct SourceContract: Sendable {
  package enum Encoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    case cp950
    case utf16le = "utf-16le"
    case utf16be = "utf-16be"
  }

  /// The contract's name and the stem of its files: `students.csv`, `students-….csv`.
  package let name: String
  package let title: String
  package let separator: UInt8
  /// The encoding of every file, or nil to detect it.
  package let encoding: Encoding?
  /// The share of rejected rows above which nothing is published, in units of 10⁻¹⁸.
  package let rejectLimit: Int128
  /// The limit as it was written, such as `5%`.
  package let rejectLimitText: String
  /// The days after which an export is too old to be the source's present state; nil for no limit.
  package let maxAgeDays: Int?
  package let columns: [ColumnContract]
  /// Indexes of the key columns; empty when the source merges nothing.
  package let key: [Int]
  /// What is counted where it is no column of its own: an article or a book.
  package let identity: Identity?

  /// The identity of an item: the first of several columns that has a value.
  package struct Identity: Sendable {
    /// The derived column's name, such as `article`.
    package let name: String
    package let firstOf: [Int]

    package init(name: String, firstOf: [Int]) {
      self.name = name
      self.firstOf = firstOf
    }
  }

  package init(
    name: String, title: String, separator: UInt8, encoding: Encoding?, rejectLimit: Int128,
    rejectLimitText: String, maxAgeDays: Int? = nil, columns: [ColumnContract], key: [Int],
    identity: Identity?
  ) {
    self.name = name
    self.title = title
    self.separator = separator
    self.encoding = encoding
    self.rejectLimit = rejectLimit
    self.rejectLimitText = rejectLimitText
    self.maxAgeDays = maxAgeDays
    self.columns = columns
    self.key = key
    self.identity = identity
  }

  package var keyColumnNames: [String] { key.map { columns[$0].name } }

  package func column(named name: String) -> ColumnContract? {
    columns.first { $0.name == name }
  }

  package func index(ofColumn name: String) -> Int? {
    columns.firstIndex { $0.name == name }
  }
}
