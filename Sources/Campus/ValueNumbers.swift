/// The numbers given to the values of a column so far: an array where the values lie close together,
/// as codes, pool numbers and dates do.
package struct ValueNumbers {
  private static let widest = 1 << 24
  private static let unknown = Int32.min

  private var lowest: Int32 = 0
  private var close: [Int32]?
  private var scattered: [Int32: Int32] = [:]
  /// A missing value lies far from all others.
  private var ofMissing: Int32?

  /// - Parameter values: all that will be asked for.
  package init(covering values: some Sequence<Int32>) {
    var least = Int32.max
    var greatest = Int32.min
    for value in values where value != TableColumn.missing {
      least = min(least, value)
      greatest = max(greatest, value)
    }
    guard least <= greatest, Int(greatest) - Int(least) < ValueNumbers.widest else { return }
    lowest = least
    close = Array(repeating: ValueNumbers.unknown, count: Int(greatest) - Int(least) + 1)
  }

  @inline(__always)
  package subscript(value: Int32) -> Int32? {
    if value == TableColumn.missing { return ofMissing }
    guard let close else { return scattered[value] }
    let number = close[Int(value) - Int(lowest)]
    return number == ValueNumbers.unknown ? nil : number
  }

  /// - Parameter number: zero, above, or just below.
  package mutating func note(_ value: Int32, _ number: Int32) {
    if value == TableColumn.missing {
      ofMissing = number
    } else if close == nil {
      scattered[value] = number
    } else {
      close?[Int(value) - Int(lowest)] = number
    }
  }
}
