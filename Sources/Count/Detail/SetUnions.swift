import Campus

/// The numbers of a column's sets, and of unions of them, which stand behind.
struct SetUnions {
  private(set) var sets: [[Int32]]
  /// Filled when the first union is asked for that is none of its parts.
  private var numbers: [[Int32]: Int32] = [:]

  init(of sets: [[Int32]]) {
    self.sets = sets
  }

  /// The number of what is in any of some sets; a missing one has no members.
  mutating func union(of parts: some Collection<Int32>) -> Int32 {
    guard let first = parts.first else { return TableColumn.missing }
    guard parts.contains(where: { $0 != first }) else { return first }
    let members = parts.reduce(into: Set<Int32>()) { members, part in
      if part != TableColumn.missing { members.formUnion(sets[Int(part)]) }
    }
    return number(of: members.sorted())
  }

  private mutating func number(of members: [Int32]) -> Int32 {
    if numbers.isEmpty {
      for (number, set) in sets.enumerated() where numbers[set] == nil {
        numbers[set] = Int32(number)
      }
    }
    if let known = numbers[members] { return known }
    sets.append(members)
    numbers[members] = Int32(sets.count - 1)
    return Int32(sets.count - 1)
  }
}
