/// A condition of a rule: a table of values and tests, not a programming language.
///
/// Evaluated in three values: a test on a missing value is neither true nor false, and what is not
/// true at the end leaves the row out ("A rule that needs a missing value excludes the row").
package indirect enum Condition: Sendable {
  case all([Condition])
  case any([Condition])
  case not(Condition)
  /// A value of the row, a derived value or a term, and what it must satisfy.
  case test(value: String, Test)

  package enum Test: Sendable, Equatable {
    /// The value is one of these codes or words; for a flag `yes` or `no`.
    case isOneOf([String])
    case isNoneOf([String])
    case missing
    case present
    /// A number, or for a set the number of its members, is at least or at most this.
    case atLeast(Int)
    case atMost(Int)
    /// The column times the factor is at least the other column.
    case timesAtLeast(factor: Int, column: String)
    /// The set holds at least one of these codes.
    case holds([String])
    /// The set holds a code that is none of these.
    case holdsOtherThan([String])
    /// The span that begins with `start` and ends with `end` is within this many months.
    case withinMonths(Int)
    /// The date is not before the day asked about.
    case notBeforeDayAskedAbout
  }
}
