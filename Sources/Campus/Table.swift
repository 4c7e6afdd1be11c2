/// One source after normalisation: typed columns of the rows that were neither rejected nor merged.
///
/// Only the columns that a rule, a breakdown or the evidence reads are kept.
package struct Table: Sendable {
  package let source: String
  /// The kept columns by their contract name. A column the exports lack is not here.
  package var columns: [String: TableColumn] = [:]
  package var files: [FileSummary] = []
  /// For each row the index of its file in `files`.
  package var fileIndexes = FileRuns()
  /// For each row its physical line.
  package var lines: [Int32] = []
  /// Contract columns that at least one of the source's files lacks.
  package var absentColumns: Set<String> = []
  /// The rejected rows with what names them; nil where nobody asked.
  package var rejected: RejectedRows?
  /// Columns found under a header that says too little without another column, which is absent:
  /// 等級別 without 日間/進修別 cannot tell in-service masters.
  package var insufficientColumns: [String: (header: String, needs: String)] = [:]

  package init(source: String) {
    self.source = source
  }

  package var rowCount: Int { lines.count }
  package var readCount: Int { files.reduce(0) { $0 + $1.rows } }
  package var rejectedCount: Int { files.reduce(0) { $0 + $1.rejected } }
  package var duplicateCount: Int { files.reduce(0) { $0 + $1.duplicates } }

  package func location(_ row: Int) -> SourceLocation {
    SourceLocation(file: files[Int(fileIndexes[row])].file, line: Int(lines[row]))
  }
}

/// A typed column: one number a row, whose meaning the content gives.
package struct TableColumn: Sendable {
  /// What stands for a missing value in every column.
  package static var missing: Int32 { .min }

  package enum Content: Sendable {
    /// The index of an entry of the list.
    case codes(CodeList)
    /// `CalendarDate.dayNumber`.
    case dates
    /// The number itself: integers, years, months, semesters, academic years (as ROC years).
    case integers
    /// 0 or 1; never missing.
    case flags
    /// An index into the distinct values, each in units of 10⁻¹⁸.
    case decimals([Int128])
    /// A number of the pool.
    case texts(BytePool)
    /// An index into the distinct sets of list indexes, each in ascending order. The words that
    /// an open list does not know (institutions) stand behind its own entries.
    case sets([[Int32]], CodeList)
  }

  package var content: Content
  package var values: ColumnValues

  package init(content: Content, values: ColumnValues) {
    self.content = content
    self.values = values
  }

  package init(content: Content, values: [Int32]) {
    self.init(content: content, values: ColumnValues(values))
  }
}

extension TableColumn {
  /// The value of a row as the reports write it: the code, the ISO date, the digits, the text;
  /// nil when it is missing.
  package func text(_ row: Int) -> String? {
    let value = values[row]
    return value == TableColumn.missing ? nil : text(of: value)
  }

  /// What the reports write for a value that is not missing.
  func text(of value: Int32) -> String {
    switch content {
    case .codes(let list): list.entries[Int(value)].code
    case .dates: CalendarDate(dayNumber: value).description
    case .integers: String(value)
    case .flags: value == 1 ? "yes" : "no"
    case .decimals(let distinct): FixedPoint.text(distinct[Int(value)])
    case .texts(let pool): pool.text(value)
    case .sets(let distinct, let list):
      distinct[Int(value)].map { list.entries[Int($0)].code }.joined(separator: ";")
    }
  }
}
