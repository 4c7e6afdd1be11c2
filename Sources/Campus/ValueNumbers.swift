/// The numbers given to the values of a column so far: an array where the values lie close together,
/// as codes, pool numbers and dates do.
package struct ValueNumbers {
  private static var unknown: Int32 { .min }

  private let lowest: Int
  private var close: [Int32] = []
  private var scattered: [Int32: Int32] = [:]
  /// A missing value lies far from all others.
  private var ofMissing = ValueNumbers.unknown

  /// - Parameter values: those that will be asked for.
  package init(covering values: [Int32]) {
    var least = Int32.max
    var greatest = Int32.min
    for value in values where value != TableColumn.missing {
      least = min(least, value)
      greatest = max(greatest, value)
    }
    lowest = Int(least)
    let width = Int(greatest) - Int(least) + 1
    // An array of a few times as many numbers as there are values, or else a dictionary.
    guard width > 0, width <= 4 * values.count + 1024 else { return }
    close = Array(repeating: ValueNumbers.unknown, count: width)
  }

  @inline(__always)
  package subscript(value: Int32) -> Int32? {
    let place = Int(value) - lowest
    if close.indices.contains(place) {
      return close[place] == ValueNumbers.unknown ? nil : close[place]
    }
    if value == TableColumn.missing {
      return ofMissing == ValueNumbers.unknown ? nil : ofMissing
    }
    return scattered[value]
  }

  /// - Parameter number: any but the least of all.
  package mutating func note(_ value: Int32, _ number: Int32) {
    let place = Int(value) - lowest
    if close.indices.contains(place) {
      close[place] = number
    } else if value == TableColumn.missing {
      ofMissing = number
    } else {
      scattered[value] = number
    }
  }
}
