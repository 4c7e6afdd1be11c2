import SeededRandomness
import Testing

@testable import Campus

/// The short ways of folding words are held against plain ones, on words of every kind of character.
@Suite struct FoldingTests {
  /// Characters of one to four bytes: spaces, letters with and without case, some that fold to
  /// others, some that join the one before.
  private static let scalars: [Unicode.Scalar] = [
    "a", "Z", "7", "0", "-", ";", " ", "\t", "\u{7F}", "\u{85}", "\u{A0}", "\u{1680}", "\u{2003}",
    "\u{3000}", "\u{FEFF}", "中", "台", "臺", "䶵", "鿿", "é", "e", "\u{301}", "ﬁ", "Ａ", "①", "한", "𠮷",
    "\u{200D}", "\u{C}", "\u{1}",
  ]

  private static func words(seed: UInt64, length: Int) -> [String] {
    var random = SplitMix64(seed: seed)
    return (0..<4000).map { _ in
      let choice = Int.random(in: 1...scalars.count, using: &random)
      let word = (0..<Int.random(in: 0...length, using: &random)).map { _ in
        scalars[Int.random(in: 0..<choice, using: &random)]
      }
      return String(String.UnicodeScalarView(word))
    }
  }

  @Test func whiteSpaceIsTrimmedAsOneCharacterAfterAnotherTells() {
    for word in FoldingTests.words(seed: 1, length: 6) {
      var scalars = Array(word.unicodeScalars)
      while let first = scalars.first, WordFolding.isWhiteSpace(first) { scalars.removeFirst() }
      while let last = scalars.last, WordFolding.isWhiteSpace(last) { scalars.removeLast() }
      let trimmed = WordFolding.trimmed(word).unicodeScalars
      #expect(trimmed.elementsEqual(scalars), "\(word.debugDescription)")
      let part = WordFolding.trimmed(("x" + word).dropFirst(0).dropLast(0))
      #expect(part == WordFolding.trimmed("x" + word))
    }
  }

  @Test func theKeyOfAPlainWordIsThatOfAnyWord() {
    let words = FoldingTests.words(seed: 2, length: 8)
    for word in words {
      #expect(WordFolding.key(word) == WordFolding.unicodeKey(word), "\(word.debugDescription)")
    }
    #expect(words.count { WordFolding.isPlain($0) } > 500)
    #expect(words.count { !WordFolding.isPlain($0) } > 500)
  }

  @Test func keysThatAreTheSameHaveTheSameBytes() {
    var bytes: [String: [UInt8]] = [:]
    for word in FoldingTests.words(seed: 3, length: 4) + ["e \u{301}", "é", "É"] {
      let key = WordFolding.key(word)
      #expect(bytes.updateValue(Array(key.utf8), forKey: key) ?? Array(key.utf8) == Array(key.utf8))
    }
  }

  @Test func foldedWordsAreFoundAsInADictionary() {
    var found: FoldedWords = [:]
    var expected: [String: Int] = [:]
    for (index, word) in FoldingTests.words(seed: 4, length: 3).enumerated() {
      let key = WordFolding.key(word)
      #expect(found[key] == expected[key], "\(word.debugDescription)")
      let first = expected[key] ?? index
      expected[key] = first
      #expect(found.add(key, for: index) == first, "\(word.debugDescription)")
    }
    #expect(found.elements.count == expected.count)
    #expect(found.elements.allSatisfy { expected[$0.word] == $0.index })
  }
}
