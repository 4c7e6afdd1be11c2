import SeededRandomness
import Testing

@testable import Transform

/// Spellings read before, compared with a dictionary: the cache may have forgotten one, and may not
/// take one for another, wherever in its batch a cell stands.
struct SpellingCacheTests {
  @Test(arguments: 0..<20) func neverAnotherSpellingsMeaning(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var cache = SpellingCache()
    var meanings: [[UInt8]: Int32] = [:]
    var held = 0
    for step in 0..<4_000 as Range<Int32> {
      // The cell with other bytes before and behind it, as in a batch.
      let spelling = Self.spelling(&random)
      let before = random.below(9)
      let behind = random.below(70)
      let batch =
        (0..<before + spelling.count + behind).map { place -> UInt8 in
          let inside = place - before
          return spelling.indices.contains(inside) ? spelling[inside] : UInt8(random.below(256))
        } + [0]
      batch.withUnsafeBufferPointer { batch in
        let cell = Cell(rebasing: batch[before..<before + spelling.count])
        let readable = random.below(2) == 0 ? spelling.count : spelling.count + behind
        if let meaning = cache.meaning(of: cell, readable: readable) {
          held += 1
          #expect(meaning == meanings[spelling], "seed \(seed): \(spelling)")
        } else if random.below(4) > 0 {
          let slot = cache.store(cell) { _ in step }
          #expect((slot == nil) == (spelling.count > 64))
          if slot != nil {
            meanings[spelling] = step
            #expect(cache.meaning(of: cell, readable: readable) == step)
          }
        }
      }
    }
    #expect(held > 400)
  }

  /// Few spellings, many of which are alike but for one byte or the length.
  private static func spelling(_ random: inout SplitMix64) -> [UInt8] {
    let lengths = [0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 24, 31, 32, 33, 40, 63, 64, 65, 80]
    var bytes = [UInt8](repeating: 0, count: lengths[random.below(lengths.count)])
    if !bytes.isEmpty, random.below(4) > 0 {
      bytes[random.below(bytes.count)] = UInt8(random.below(3))
    }
    return bytes
  }

  @Test func aSpellingTakesTheSlotThatItIsTold() {
    var cache = SpellingCache()
    for number in 0..<2_000 {
      Array("spelling \(number)".utf8).withUnsafeBufferPointer { cell in
        var told: Int?
        let slot = cache.store(cell) { slot in
          told = slot
          return Int32(slot)
        }
        #expect(slot == told)
        #expect(cache.meaning(of: cell, readable: cell.count) == slot.map(Int32.init))
      }
    }
  }
}
