/// The known word that an unknown one was probably meant to be: "did you mean 'required'?".
///
/// Words are compared scalar by scalar after `WordFolding.key`, so that Chinese words and full-width
/// letters work like any other. The distance counts replaced, missing, surplus and swapped
/// neighbouring characters.
package enum NearestWord {
  /// The nearest of some words, as it is written there, or nil when none is near. Of equally near
  /// ones it is the first in scalar order, so the order of the candidates changes nothing.
  package static func to(_ word: some StringProtocol, among words: some Sequence<String>)
    -> String?
  {
    let unknown = scalars(word)
    var limit = greatestDistance(unknown)
    guard limit > 0 else { return nil }
    var nearest: String?
    for candidate in words {
      let known = scalars(candidate)
      // Who keeps no character of the unknown word is another word, whatever the limit says.
      guard abs(known.count - unknown.count) <= limit,
        let distance = distance(unknown, known, limit: limit),
        distance < max(unknown.count, known.count)
      else { continue }
      if distance == limit, let nearest,
        nearest.unicodeScalars.lexicographicallyPrecedes(
          candidate.unicodeScalars)
      {
        continue
      }
      nearest = candidate
      limit = distance
    }
    return nearest
  }

  /// How far a word may lie: a third of its length. Of two letters nothing is left to go by, of two
  /// Chinese characters there is.
  private static func greatestDistance(_ word: [UInt32]) -> Int {
    switch word.count {
    case 0, 1: 0
    case 2: word.contains { $0 > 0x7F } ? 1 : 0
    default: word.count / 3
    }
  }

  private static func scalars(_ word: some StringProtocol) -> [UInt32] {
    WordFolding.key(String(word)).unicodeScalars.map(\.value)
  }

  /// The optimal string alignment distance, or nil when it is above the limit.
  private static func distance(_ left: [UInt32], _ right: [UInt32], limit: Int) -> Int? {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        let cost = left[row] == right[column] ? 0 : 1
        var best = min(last[column] + cost, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      if let least = current.min(), least > limit { return nil }
      beforeLast = last
      last = current
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
