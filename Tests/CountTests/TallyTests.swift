import Campus
import SeededRandomness
import Testing

@testable import Count

@Suite struct TallyTests {
  @Test func anItemCountsOnceInEachOfItsValues() {
    var tally = Tally()
    for (item, value) in [(1, 5), (1, 6), (1, 5), (2, 5), (3, -1), (3, -1)] as [(Int32, Int32)] {
      tally.add(item: item, value: value)
    }
    #expect(tally.counts.map(\.value) == [Tally.unknown, 5, 6])
    #expect(tally.counts.map(\.count) == [1, 2, 1])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func itemsWithManyRowsAndValuesOfAnySize(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let values: [Int32] = [-7, -1, 0, 3, 200, 65_534, 65_535, 65_536, .max]
    let rows = (0..<1000).map { _ in
      (
        item: Int32.random(in: 0..<300, using: &random),
        value: values[Int.random(in: values.indices, using: &random)]
      )
    }
    let items = CountedItems(rows.map(\.item))
    var tally = Tally()
    items.forEachRow { item, place in tally.add(item: item, value: rows[place].value) }
    let expected = Dictionary(grouping: rows, by: \.value).mapValues { Set($0.map(\.item)).count }
    #expect(Dictionary(uniqueKeysWithValues: tally.counts.map { ($0.value, $0.count) }) == expected)
    #expect(tally.counts.map(\.value) == expected.keys.sorted())
  }

  @Test(arguments: [0, 1, 500])
  func theRowsOfAnItemStandTogether(count: Int) {
    var random = SplitMix64(seed: 3)
    let items = (0..<count).map { _ in Int32.random(in: 0..<200, using: &random) }
    let groups = Dictionary(grouping: items.indices, by: { items[$0] }).sorted { $0.key < $1.key }
    let counted = CountedItems(items)
    #expect(counted.count == groups.count)
    #expect((0..<counted.count).map { counted[$0].map { Int($0) } } == groups.map(\.value))
    var places: [Int] = []
    counted.forEachRow { item, place in
      #expect(groups[Int(item)].key == items[place])
      places.append(place)
    }
    #expect(places == groups.flatMap(\.value))
    let holds = items.map { _ in Truth(Int.random(in: 0..<4, using: &random) == 0) }
    #expect(
      counted.count(where: holds)
        == groups.count { $0.value.contains { holds[$0] == .holds } })
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
    var counted = ItemSet(capacity: 200)
    var leftOut = ItemSet(capacity: 200)
    for item in [0, 63, 64, 64] as [Int32] { counted.insert(item) }
    for item in [64, 128, 199, 199] as [Int32] { leftOut.insert(item) }
    #expect(counted.count == 3)
    #expect(leftOut.count(without: counted) == 2)
  }
}
