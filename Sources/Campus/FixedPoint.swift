/// Decimal numbers held exactly, in units of 10⁻¹⁸.
package enum FixedPoint {
  package static let fractionDigits = 18
  package static let one: Int128 = 1_000_000_000_000_000_000

  /// The shortest decimal digits of a number.
  package static func text(_ units: Int128) -> String {
    let (whole, rest) = units.quotientAndRemainder(dividingBy: one)
    guard rest != 0 else { return String(whole) }
    // Less than one in size, it fits into 64 bits.
    var fraction = Int64(rest)
    var digits = fractionDigits
    while fraction % 10 == 0 {
      fraction /= 10
      digits -= 1
    }
    return String(whole) + "." + padded(Int(fraction), digits)
  }

  /// Plain decimal digits with at most one point; nil for anything else or more than 18 digits on
  /// either side of it.
  package static func units(_ digits: some StringProtocol) -> Int128? {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].utf8.count <= fractionDigits,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } }),
      let whole = Int128(parts[0])
    else { return nil }
    guard parts.count == 2 else { return whole * one }
    guard parts[1].utf8.count <= fractionDigits,
      let fraction = Int128(
        parts[1] + String(repeating: "0", count: fractionDigits - parts[1].utf8.count))
    else { return nil }
    return whole * one + fraction
  }
}
