/// A count as the page may show it.
package enum PageNumber: Hashable, Sendable {
  case exact(Int)
  /// From 1 to 4; the public page does not say which.
  case small
  /// Left out so that small numbers cannot be computed from it.
  case withheld

  /// The number where it may be shown.
  package var value: Int? {
    guard case .exact(let value) = self else { return nil }
    return value
  }

  /// A number below the threshold, but not zero, is small.
  static func masked(_ value: Int) -> PageNumber {
    DisclosureControl.isSmall(value) ? .small : .exact(value)
  }
}

/// Digits in groups of three.
enum DigitGroups {
  static func text(_ value: Int) -> String {
    var digits = Array(String(value.magnitude))
    var position = digits.count - 3
    while position > 0 {
      digits.insert(",", at: position)
      position -= 3
    }
    return (value < 0 ? "−" : "") + String(digits)
  }

  /// With a plus or minus sign; zero as it is.
  static func signed(_ value: Int) -> String { (value > 0 ? "+" : "") + text(value) }
}
