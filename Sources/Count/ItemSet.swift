/// Which of the numbered items have been counted.
struct ItemSet {
  private var members: [Bool]
  private(set) var count = 0

  init(capacity: Int) {
    members = Array(repeating: false, count: capacity)
  }

  mutating func insert(_ item: Int32) {
    if !members[Int(item)] {
      members[Int(item)] = true
      count += 1
    }
  }

  func contains(_ item: Int32) -> Bool { members[Int(item)] }

  /// How many members the other set does not have.
  func count(without other: ItemSet) -> Int {
    zip(members, other.members).reduce(0) { $0 + ($1.0 && !$1.1 ? 1 : 0) }
  }
}
