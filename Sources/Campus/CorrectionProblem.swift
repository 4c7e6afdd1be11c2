/// What can be wrong with a line of `corrections.csv`. Each of these stops the publication.
package enum CorrectionProblem: Hashable, Sendable {
  case fieldCount(expected: Int, found: Int)
  case incomplete(columns: [String])
  case unknownSource(name: String, nearest: String?)
  case unknownColumn(name: String, nearest: String?)
  case sourceWithoutKey
  case keyParts(columns: [String])
  case keyNotFound
  /// The file that the row stands in lacks the column.
  case columnAbsent(file: String)
  /// The export says something else than `old`. The value is that of the export; nil when it is
  /// personal.
  case stale(row: SourceLocation, value: String?)
  /// An earlier line corrects the same value, or one of the two removes the row.
  case twice(first: SourceLocation)
  case removalWithValue
  /// The row would be rejected for the new value.
  indirect case invalidValue(Problem)

  /// The stable code.
  package var code: String {
    switch self {
    case .fieldCount: "correction-fields"
    case .incomplete: "correction-incomplete"
    case .unknownSource: "correction-unknown-source"
    case .unknownColumn: "correction-unknown-column"
    case .sourceWithoutKey: "correction-without-key"
    case .keyParts: "correction-key"
    case .keyNotFound: "correction-key-not-found"
    case .columnAbsent: "correction-column-absent"
    case .stale: "stale-correction"
    case .twice: "correction-twice"
    case .removalWithValue: "correction-removal"
    case .invalidValue: "correction-invalid-value"
    }
  }
}
