/// The three values of a condition: a test on a missing value is neither true nor false.
///
/// "A rule that needs a missing value excludes the row under that rule" (kpis.md): only `holds`
/// keeps a row. In this order both of two conditions are the lesser, one of them the greater.
package enum Truth: UInt8, Comparable, Sendable {
  case fails, unknown, holds

  init(_ value: Bool) { self = value ? .holds : .fails }

  package static func < (left: Truth, right: Truth) -> Bool { left.rawValue < right.rawValue }

  var negated: Truth {
    switch self {
    case .fails: .holds
    case .holds: .fails
    case .unknown: .unknown
    }
  }

  /// Both hold; neither knows better than that one fails.
  func and(_ other: Truth) -> Truth { min(self, other) }

  /// One holds.
  func or(_ other: Truth) -> Truth { max(self, other) }
}
