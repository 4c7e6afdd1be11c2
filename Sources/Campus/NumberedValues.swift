/// Values numbered in the order in which they are first seen.
package struct NumberedValues {
  /// Each value once, by its number.
  package private(set) var distinct: [Int32] = []
  /// For each value its number; -1 for one that is left out.
  package private(set) var numbers: [Int32]

  /// - Parameter left: a value that gets no number, such as the missing one; nil numbers all.
  package init(_ values: consuming [Int32], leavingOut left: Int32? = nil) {
    let (least, width) = NumberedValues.bounds(values)
    numbers = values
    // Codes, numbers of texts and dates lie close together: an array finds them, of a few times as
    // many numbers as there are values.
    if width <= 4 * numbers.count + 1024 {
      number(from: least, width: width, leavingOut: left)
    } else {
      number(leavingOut: left)
    }
  }

  /// The least of the values, and how many there are from it to the greatest; a missing one, which
  /// lies far from all others, is not looked at.
  private static func bounds(_ values: [Int32]) -> (least: Int, width: Int) {
    var least = Int32.max
    var greatest = Int32.min
    values.withUnsafeBufferPointer { values in
      for value in values {
        greatest = max(greatest, value)
        least = min(least, value == TableColumn.missing ? .max : value)
      }
    }
    return (Int(least), max(0, Int(greatest) - Int(least) + 1))
  }

  /// Each value gives its place to its number.
  private mutating func number(from least: Int, width: Int, leavingOut left: Int32?) {
    // The last entry is that of the missing value.
    func entry(_ value: Int32) -> Int {
      value == TableColumn.missing ? width : Int(value) - least
    }
    let (unseen, none) = (Int32(-2), Int32(-1))
    var known = [Int32](repeating: unseen, count: width + 1)
    if let left, known.indices.contains(entry(left)) { known[entry(left)] = none }
    numbers.withUnsafeMutableBufferPointer { numbers in
      for place in numbers.indices {
        let value = numbers[place]
        var number = known[entry(value)]
        if number == unseen {
          number = Int32(distinct.count)
          known[entry(value)] = number
          distinct.append(value)
        }
        numbers[place] = number
      }
    }
  }

  private mutating func number(leavingOut left: Int32?) {
    var known: [Int32: Int32] = [:]
    if let left { known[left] = -1 }
    for place in numbers.indices {
      let value = numbers[place]
      if let number = known[value] {
        numbers[place] = number
      } else {
        numbers[place] = Int32(distinct.count)
        known[value] = numbers[place]
        distinct.append(value)
      }
    }
  }
}
