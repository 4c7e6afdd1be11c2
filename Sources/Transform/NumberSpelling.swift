import Campus

/// The spellings of a number that exports use (sources.md, section 2): digits in ASCII or full
/// width, thousands commas in groups of three, a fraction after a point; no sign.
struct NumberSpelling {
  let whole: UInt64
  /// In units of 10⁻¹⁸.
  let fraction: Int128

  /// What a trimmed cell says; nil when it is no number, has a fraction finer than 10⁻¹⁸ or is
  /// greater than 64 bits hold.
  init?(_ cell: Cell) {
    var scanner = CellScanner(cell)
    guard let whole = NumberSpelling.whole(&scanner) else { return nil }
    var fraction: Int128 = 0
    if scanner.skip(UInt8(ascii: ".")) {
      guard let read = NumberSpelling.fraction(&scanner) else { return nil }
      fraction = read
    }
    guard scanner.isAtEnd else { return nil }
    self.whole = whole
    self.fraction = fraction
  }

  /// The whole number, when the fraction is none or of zeros and 32 bits hold it.
  var integer: Int32? { fraction == 0 && whole <= UInt64(Int32.max) ? Int32(whole) : nil }

  /// The number in units of 10⁻¹⁸.
  var units: Int128 { Int128(whole) * FixedPoint.one + fraction }

  private static func whole(_ scanner: inout CellScanner) -> UInt64? {
    guard var value = group(&scanner, after: 0) else { return nil }
    guard value.length <= 3 else { return value.number }
    while scanner.skip(UInt8(ascii: ",")) {
      guard let next = group(&scanner, after: value.number), next.length == 3 else { return nil }
      value = next
    }
    return value.number
  }

  /// Reads a run of digits that continues a number; nil without a digit, or when it grows too long.
  private static func group(
    _ scanner: inout CellScanner, after start: UInt64
  ) -> (number: UInt64, length: Int)? {
    var number = start
    var length = 0
    while let digit = scanner.digit() {
      let (tenfold, overflow) = number.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.addingReportingOverflow(UInt64(digit))
      guard !overflow, !carry else { return nil }
      number = sum
      length += 1
    }
    return length == 0 ? nil : (number, length)
  }

  /// Reads the digits after the point; nil without one, or when one is finer than 10⁻¹⁸.
  private static func fraction(_ scanner: inout CellScanner) -> Int128? {
    var digits: UInt64 = 0
    var length = 0
    while length < FixedPoint.fractionDigits, let digit = scanner.digit() {
      digits = digits * 10 + UInt64(digit)
      length += 1
    }
    guard length > 0 else { return nil }
    while let digit = scanner.digit() {
      guard digit == 0 else { return nil }
    }
    for _ in length..<FixedPoint.fractionDigits where digits > 0 { digits *= 10 }
    return Int128(digits)
  }
}
