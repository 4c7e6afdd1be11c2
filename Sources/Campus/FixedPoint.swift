/// Decimal numbers held exactly, in units of 10⁻¹⁸.
package enum FixedPoint {
  package static let fractionDigits = 18
  package static let one: Int128 = 1_000_000_000_000_000_000

  /// The shortest decimal digits of a number.
  package static func text(_ units: Int128) -> String {
    let whole = units / one
    var fraction = String(units % one)
    guard fraction != "0" else { return String(whole) }
    fraction = String(repeating: "0", count: fractionDigits - fraction.utf8.count) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    return String(whole) + "." + fraction
  }
}
