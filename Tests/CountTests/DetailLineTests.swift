import Campus
import SeededRandomness
import Testing

@testable import Count

@Suite struct DetailLineTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func linesStandInTheOrderOfTheirColumns(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let (rowCount, columnCount) = (60, Int.random(in: 0...30, using: &random))
    let columns = (0..<columnCount).map { column in
      (0..<rowCount).map { _ in
        // Many columns of many values are more combinations than a number holds.
        Int32.random(in: 0..<(column % 3 == 0 ? 2 : 200), using: &random)
      }
    }
    var keys = LineKeys(rowCount: rowCount)
    for column in columns { keys.add(column) { .number(-$0) } }
    let lines = (0..<rowCount).map { row in columns.map { -$0[row] } }
    let distinct = Set(lines).sorted { $0.lexicographicallyPrecedes($1) }
    let places = Dictionary(uniqueKeysWithValues: zip(distinct, 0...))
    #expect(keys.lines().map { Int($0) } == lines.map { places[$0] })
  }

  @Test func textsStandByTheirBytesAndWhatHasNoneFirst() {
    var keys = LineKeys(rowCount: 5)
    // Swift takes the two spellings of é for equal.
    keys.add(
      DetailCells(
        distinct: [.text("é"), .text("e\u{301}"), .text("z")], numbers: [0, -1, 1, 2, 0]))
    #expect(keys.lines() == [3, 0, 1, 2, 3])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func aUnionHoldsTheMembersOfAllItsParts(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let all: [[Int32]] = [[], [1], [2], [1, 2], [1, 2, 3], [4]]
    var unions = SetUnions(of: all)
    var numbers: [[Int32]: Int32] = [:]
    for _ in 0..<100 {
      let parts = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        Int32.random(in: -1..<6, using: &random)
      }.map { $0 < 0 ? TableColumn.missing : $0 }
      let number = unions.union(of: parts)
      let members = Set(parts.filter { $0 >= 0 }.flatMap { all[Int($0)] }).sorted()
      guard parts.contains(where: { $0 >= 0 }) else {
        #expect(number == TableColumn.missing)
        continue
      }
      #expect(unions.sets[Int(number)] == members)
      #expect(numbers[members] ?? number == number)
      #expect(all.firstIndex(of: members).map { Int32($0) } ?? number == number)
      numbers[members] = number
    }
  }
}
