import Campus
import SeededRandomness
import Testing

@testable import Transform

/// Rows by their keys, compared with a dictionary of them, in batches of every size.
struct RowKeysTests {
  @Test(arguments: 0..<60) func likeADictionary(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let width = 1 + random.below(3)
    var keys = RowKeys(columnCount: width)
    var firsts: [[Int32]: Int] = [:]
    var standing: [(key: [Int32], fingerprint: RowFingerprint)] = []
    for _ in 0..<30 {
      let hasKey = random.below(5) > 0
      let rows = (0..<random.below(120)).map { _ in
        (0..<width).map { _ in random.below(12) == 0 ? Reading.missing : Self.value(&random) }
      }
      let fingerprints = rows.map { _ in
        var fingerprint = RowFingerprint()
        if random.below(3) == 0 { fingerprint.add(Int32(random.below(2)), column: 1) }
        return fingerprint
      }
      if random.below(4) == 0 { keys.reserve(standing.count + random.below(300)) }
      let admission = keys.admit(
        RowKeys.Rows(
          columns: (0..<width).map { part in rows.map { $0[part] } }, fingerprints: fingerprints,
          hasKey: hasKey))
      var new: [Int] = []
      var later: [[Int]] = []
      for (place, (key, fingerprint)) in zip(rows, fingerprints).enumerated() {
        let isKey = hasKey && !key.contains(Reading.missing)
        if isKey, let first = firsts[key] {
          later.append([place, first, standing[first].fingerprint == fingerprint ? 0 : 1])
          continue
        }
        if isKey { firsts[key] = standing.count }
        new.append(place)
        standing.append((key, fingerprint))
      }
      #expect(admission.new == new, "seed \(seed)")
      #expect(
        admission.later.map { [$0.place, $0.first, $0.differs ? 1 : 0] } == later, "seed \(seed)")
    }
    for (row, expected) in standing.enumerated() {
      #expect((0..<width).map { keys.value(of: row, $0) } == expected.key)
    }
    let columns = keys.takeColumns()
    #expect(columns.map(\.array) == (0..<width).map { part in standing.map { $0.key[part] } })
    #expect(keys.takeColumns().isEmpty)
  }

  /// Two columns of small numbers, each of which may be missing or in the place of the other.
  @Test func fingerprintsOfSmallNumbersAreDifferent() {
    var seen: Set<RowFingerprint> = []
    for first in -1..<300 as Range<Int32> {
      for second in -1..<300 as Range<Int32> {
        var fingerprint = RowFingerprint()
        if first >= 0 { fingerprint.add(first, column: 0) }
        if second >= 0 { fingerprint.add(second, column: 7) }
        seen.insert(fingerprint)
      }
    }
    #expect(seen.count == 301 * 301)
    #expect(seen.contains(.withoutKey))
    #expect(RowFingerprint.withoutKey.withKey != .withoutKey)
  }

  private static func value(_ random: inout SplitMix64) -> Int32 {
    random.below(10) == 0 ? Int32(random.below(100_000)) : Int32(random.below(12))
  }
}
