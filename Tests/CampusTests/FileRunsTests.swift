import Campus
import SeededRandomness
import Testing

/// Runs of rows, compared with a list that names the file of each row.
struct FileRunsTests {
  @Test(arguments: 0..<50) func likeAList(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var runs = FileRuns()
    var list: [UInt32] = []
    for _ in 0..<random.below(12) {
      let file = UInt32(random.below(4))
      let rows = random.below(6)
      runs.append(file, rows: rows)
      list += Array(repeating: file, count: rows)
    }
    #expect(runs.rowCount == list.count)
    #expect(list.indices.map { runs[$0] } == list)
    let removed = Set(list.indices.filter { _ in random.below(3) == 0 })
    let rest = runs.without(removed)
    let expected = list.indices.filter { !removed.contains($0) }.map { list[$0] }
    #expect(rest.rowCount == expected.count)
    #expect(expected.indices.map { rest[$0] } == expected, "seed \(seed)")
    #expect(runs.without(list.indices).rowCount == 0)
  }
}
