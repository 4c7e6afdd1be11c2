import Testing

@testable import Campus

@Suite struct NumberedValuesTests {
  private static let missing = TableColumn.missing

  /// Close together, far apart, and without any value.
  @Test(arguments: [
    [], [missing], [5], [7, missing, 7, -3, missing, 0, 7],
    [.max, 0, missing, .min + 1, 0, .max], (0..<40).map { Int32($0 * 7919 % 23) },
  ])
  func valuesAreNumberedAsTheyAreFirstSeen(values: [Int32]) {
    var distinct: [Int32] = []
    for value in values where !distinct.contains(value) { distinct.append(value) }
    let numbered = NumberedValues(values)
    #expect(numbered.distinct == distinct)
    #expect(numbered.numbers.map { distinct[Int($0)] } == values)
    for left in distinct + [1_000_000, .min + 5] {
      let rest = distinct.filter { $0 != left }
      let others = NumberedValues(values, leavingOut: left)
      #expect(others.distinct == rest)
      #expect(
        others.numbers == values.map { value in rest.firstIndex(of: value).map(Int32.init) ?? -1 })
    }
  }

  @Test func aColumnOfWordsTakesEachOnce() {
    var pool = BytePool(markLength: 1)
    let numbers = ["A+", "王-", "A-"].map { pool.intern($0) }
    let column = TableColumn(
      content: .texts(pool), values: [numbers[1], Self.missing, numbers[0], numbers[2]])
    let words = WordColumn(column, rows: [3, 0, -1, 1, 2, 0])
    // Two strings that only their marks keep apart stay two words.
    #expect(words.words == ["A", "王", "A"])
    #expect(words.numbers.array == [0, 1, -1, -1, 2, 1])
    #expect((0..<6).map { words.text($0) } == ["A", "王", nil, nil, "A", "王"])
    let years = TableColumn(content: .integers, values: [114, 113, Self.missing])
    let parts = [WordColumn(years, rows: [0, 2]), nil, WordColumn(column, rows: [0, 1])]
    let joined = WordColumn(joining: parts, by: UInt8(ascii: "|"), numbers: [1, -1, 0])
    #expect(joined.words == ["114||王", "||"])
    #expect(joined.numbers.array == [1, -1, 0])
  }

  @Test func cellsAreNumberedAndWhatHasNoneLeftOut() {
    let cells = DetailCells(values: [4, Self.missing, 9, 4, 1]) { value in
      value == 9 ? .missing : value == Self.missing ? .text("不詳") : .integer(Int(value))
    }
    #expect(cells.distinct == [.integer(4), .text("不詳"), .integer(1)])
    #expect(cells.numbers == [0, 1, -1, 0, 2])
    #expect(cells.lines([2, 4, 1]) == DetailCells([.missing, .integer(1), .text("不詳")]))
  }
}
