/// Something in the data that a person must know: located, with a stable code.
///
/// Findings hold no value of a personal column; a message quotes only codes and dates of events.
package struct Finding: Hashable, Sendable {
  package enum Severity: String, Sendable {
    case error, warning
  }

  package let problem: Problem
  /// The contract's name of the source; empty when no source is concerned.
  package let source: String
  package let location: SourceLocation
  /// The contract's name of the column; empty when the whole row or file is meant.
  package let column: String

  package init(
    _ problem: Problem, source: String = "", location: SourceLocation, column: String = ""
  ) {
    self.problem = problem
    self.source = source
    self.location = location
    self.column = column
  }

  package var severity: Severity { problem.severity }

  /// The stable code: the same for the same thing everywhere.
  package var code: String { problem.code(column: column) }
}
