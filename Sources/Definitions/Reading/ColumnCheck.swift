import Campus

/// Whether a definition names a column that its source has, and of a type that fits.
struct ColumnCheck {
  let scope: ValueScope
  let problems: FileProblems

  func check(_ column: String, is types: [String], line: Int) {
    guard !scope.isUnknown, let source = scope.sources.first else { return }
    guard let contract = source.contract.column(named: column) else {
      tellUnknown(column, line: line)
      return
    }
    if case .unknown = source.kinds[column] { return }
    if !types.contains(contract.type.name) {
      problems.add(.wrongColumnType(column: column, expected: types), line: line)
    }
  }

  /// Tells that the source has no column or identity of this name.
  func tellUnknown(_ column: String, line: Int) {
    let columns = scope.sources.flatMap(\.names)
    let nearest = NearestWord.to(column, among: columns)
    problems.add(
      .unknownName(.column(source: scope.name), name: column, nearest: nearest), line: line)
  }
}
