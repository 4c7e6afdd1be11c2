/// The three values of a condition: a test on a missing value is neither true nor false.
///
/// "A rule that needs a missing value excludes the row under that rule" (kpis.md): only `holds`
/// keeps a row.
package enum Truth: UInt8, Sendable {
  case fails, holds, unknown

  init(_ value: Bool) { self = value ? .holds : .fails }

  var negated: Truth {
    switch self {
    case .fails: .holds
    case .holds: .fails
    case .unknown: .unknown
    }
  }

  /// Both hold; neither knows better than that one fails.
  func and(_ other: Truth) -> Truth {
    if self == .fails || other == .fails { return .fails }
    return self == .holds ? other : .unknown
  }

  /// One holds.
  func or(_ other: Truth) -> Truth {
    if self == .holds || other == .holds { return .holds }
    return self == .fails ? other : .unknown
  }
}
