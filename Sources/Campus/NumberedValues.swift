/// Values numbered in the order in which they are first seen, a missing one like any other.
package struct NumberedValues {
  /// Each value once, by its number.
  package private(set) var distinct: [Int32] = []
  /// For each value its number.
  package private(set) var numbers: [Int32] = []

  package init(_ values: [Int32]) {
    let bounds = NumberedValues.bounds(values)
    // Codes, numbers of texts and dates lie close together: an array finds them, of a few times as
    // many numbers as there are values.
    if bounds.width <= 4 * values.count + 1024 {
      number(values, from: bounds.least, width: bounds.width)
    } else {
      number(values)
    }
  }

  /// The least of the values, and how many there are from it to the greatest; a missing one, which
  /// lies far from all others, is not looked at.
  private static func bounds(_ values: [Int32]) -> (least: Int, width: Int) {
    var least = Int32.max
    var greatest = Int32.min
    for value in values {
      greatest = max(greatest, value)
      least = min(least, value == TableColumn.missing ? least : value)
    }
    return (Int(least), max(0, Int(greatest) - Int(least) + 1))
  }

  private mutating func number(_ values: [Int32], from least: Int, width: Int) {
    // The last place is that of the missing value.
    var known = [Int32](repeating: -1, count: width + 1)
    var distinct: [Int32] = []
    numbers = values.map { value in
      let place = value == TableColumn.missing ? width : Int(value) - least
      if known[place] < 0 {
        known[place] = Int32(distinct.count)
        distinct.append(value)
      }
      return known[place]
    }
    self.distinct = distinct
  }

  private mutating func number(_ values: [Int32]) {
    var known: [Int32: Int32] = [:]
    var distinct: [Int32] = []
    numbers = values.map { value in
      if let number = known[value] { return number }
      known[value] = Int32(distinct.count)
      distinct.append(value)
      return Int32(distinct.count - 1)
    }
    self.distinct = distinct
  }

  /// The numbers where one of the distinct values is left out: it gets -1, and those behind it move
  /// up.
  package func numbers(without place: Int) -> [Int32] {
    let left = Int32(place)
    return numbers.map { $0 == left ? -1 : $0 > left ? $0 - 1 : $0 }
  }
}
