import Campus

/// A line of `corrections.csv` that names a row and what to do with it.
struct Correction: Sendable {
  let location: SourceLocation
  /// The column's index in the contract; nil removes the row.
  let column: Int?
  let old: String
  let new: String
  let reason: String
  let approvedBy: String
  /// The key as the reports write it.
  var key = ""
  /// The rows that it was applied to.
  var rows: [SourceLocation] = []
  /// Why it was not applied to the first of the rows with its key that say something else.
  private(set) var otherwise: CorrectionProblem?

  mutating func note(_ problem: CorrectionProblem) {
    if otherwise == nil { otherwise = problem }
  }
}
