import Testing

@testable import Count

@Suite struct TallyTests {
  @Test func anItemCountsOnceInEachOfItsValues() {
    var tally = Tally()
    for (item, value) in [(1, 5), (1, 5), (1, 6), (2, 5), (3, -1), (3, -1)] as [(Int32, Int32)] {
      tally.add(item: item, value: value)
    }
    let counts = Dictionary(uniqueKeysWithValues: tally.counts().map { ($0.value, $0.count) })
    #expect(counts == [5: 2, 6: 1, Tally.unknown: 1])
  }

  @Test func threeValuedLogic() {
    let open = PossibleTruth.open
    #expect(open.and(.holds) == open)
    #expect(open.and(.fails) == .fails)
    #expect(open.or(.holds) == .holds)
    #expect(PossibleTruth.unknown.or(.fails) == .unknown)
    #expect(PossibleTruth.unknown.and(.fails) == .fails)
    #expect(PossibleTruth.unknown.negated == .unknown)
    #expect(open.and(.unknown) == [.fails, .unknown])
  }

  @Test func whatIsLeftOutAndNotCountedOtherwise() {
    var counted = ItemSet(capacity: 4)
    var leftOut = ItemSet(capacity: 4)
    for item in [0, 1, 1] as [Int32] { counted.insert(item) }
    for item in [1, 2, 3, 3] as [Int32] { leftOut.insert(item) }
    #expect(counted.count == 2)
    #expect(leftOut.count(without: counted) == 2)
  }
}
