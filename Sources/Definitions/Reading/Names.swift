/// Which names a definition may give.
enum Names {
  /// Names with a meaning of their own in a condition or a breakdown, which no column or term takes.
  static let reserved = DerivedValue.allCases.map(\.rawValue) + ["all", "any", "not", "figure"]

  /// Small letters, digits and `_`, beginning with a letter: a name that is no path.
  static func isBare(_ name: String) -> Bool { isName(name, mark: nil) }

  /// A bare name in which hyphens may stand between the years of a published table.
  static func isTableName(_ name: String) -> Bool {
    isName(name, mark: UInt8(ascii: "-"))
  }

  private static func isName(_ name: String, mark: UInt8?) -> Bool {
    guard let first = name.utf8.first, (97...122).contains(first) else { return false }
    return name.utf8.allSatisfy { byte in
      (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "_")
        || byte == mark
    }
  }

  /// The number of a name such as `kpi-04`; two digits at least.
  static func kpiNumber(_ name: String) -> Int? {
    let digits = name.dropFirst(4)
    guard name.hasPrefix("kpi-"), (2...4).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (48...57).contains($0) }),
      digits.utf8.count == 2 || digits.first != "0", let number = Int(digits), number > 0
    else { return nil }
    return number
  }
}
