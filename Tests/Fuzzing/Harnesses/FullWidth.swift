extension String {
  /// The same with the digits and marks of ASCII in full width, as Chinese input methods type them.
  var inFullWidth: String {
    var wide = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isMark = (0x21...0x7E).contains(scalar.value)
      wide.append(isMark ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
    }
    return String(wide)
  }
}
