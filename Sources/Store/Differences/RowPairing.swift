import Campus

/// Which row of a new run is which row of an old one.
///
/// A row is the same when the source's key says so; without a complete key, when it reads the
/// same, and what then is left is paired in reading order, as a row whose values changed.
struct RowPairing {
  private let events: [SharedNumbers]
  private let values: [SharedNumbers]
  private let oldVerdicts: [UInt8]
  private let newVerdicts: [UInt8]

  init(
    events: [SharedNumbers], values: [SharedNumbers], oldVerdicts: [UInt8], newVerdicts: [UInt8]
  ) {
    self.events = events
    self.values = values
    self.oldVerdicts = oldVerdicts
    self.newVerdicts = newVerdicts
  }

  /// Every row of one key, with its counterpart where it has one.
  func pairs(old: ArraySlice<Int32>, new: ArraySlice<Int32>) -> [(old: Int?, new: Int?)] {
    if old.isEmpty { return new.map { (nil, Int($0)) } }
    if new.isEmpty { return old.map { (Int($0), nil) } }
    var pairs: [(old: Int?, new: Int?)] = []
    var oldRest = old.map { Int($0) }
    var newRest = new.map { Int($0) }
    func match(_ oldKey: (Int) -> [Int32]?, _ newKey: (Int) -> [Int32]?) {
      guard !oldRest.isEmpty, !newRest.isEmpty else { return }
      var waiting: [[Int32]: [Int]] = [:]
      var unmatched: [Int] = []
      for row in oldRest.reversed() {
        if let key = oldKey(row) {
          waiting[key, default: []].append(row)
        } else {
          unmatched.append(row)
        }
      }
      newRest = newRest.filter { row in
        guard let key = newKey(row), let found = waiting[key]?.popLast() else { return true }
        pairs.append((found, row))
        return false
      }
      oldRest = (unmatched + waiting.values.flatMap { $0 }).sorted()
    }
    if !events.isEmpty { match(oldEvent, newEvent) }
    // Rows that are named by a complete key on both sides and did not meet are different rows.
    let oldNamed = oldRest.filter { oldEvent($0) != nil }
    let newNamed = newRest.filter { newEvent($0) != nil }
    oldRest.removeAll { oldEvent($0) != nil }
    newRest.removeAll { newEvent($0) != nil }
    match(
      { row in values.map { $0.old(row) } + [Int32(oldVerdicts[row])] },
      { row in values.map { $0.new(row) } + [Int32(newVerdicts[row])] })
    match({ row in values.map { $0.old(row) } }, { row in values.map { $0.new(row) } })
    let left = min(oldRest.count, newRest.count)
    for index in 0..<left { pairs.append((oldRest[index], newRest[index])) }
    for row in oldRest[left...] + oldNamed { pairs.append((row, nil)) }
    for row in newRest[left...] + newNamed { pairs.append((nil, row)) }
    return pairs
  }

  /// The numbers of the key, or nil when there is none or a part is missing.
  private func oldEvent(_ row: Int) -> [Int32]? { RowPairing.complete(events.map { $0.old(row) }) }
  private func newEvent(_ row: Int) -> [Int32]? { RowPairing.complete(events.map { $0.new(row) }) }

  private static func complete(_ key: [Int32]) -> [Int32]? {
    key.isEmpty || key.contains(WordColumn.missing) ? nil : key
  }
}
