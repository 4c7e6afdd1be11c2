/// Folded words (`WordFolding.key`), each with the index of what it means, such as an entry of a list.
///
/// Found by their bytes: folded words that are the same have the same ones, and `Dictionary` would
/// first bring every Chinese one into a normal form that it has already.
package struct FoldedWords: Sendable, ExpressibleByDictionaryLiteral {
  private var words = BytePool()
  /// By the number of the word.
  private var indexes: [Int] = []

  package init(dictionaryLiteral elements: (String, Int)...) { self.init(elements) }

  /// Of a word that stands there twice the first index counts.
  package init(_ elements: some Sequence<(String, Int)>) {
    for (word, index) in elements { _ = add(word, for: index) }
  }

  package subscript(word: String) -> Int? {
    words.number(of: word).map { indexes[Int($0)] }
  }

  /// Adds a word unless it is there; the index that it means then.
  package mutating func add(_ word: String, for index: Int) -> Int {
    let number = Int(words.intern(word))
    if number == indexes.count { indexes.append(index) }
    return indexes[number]
  }

  /// Every word with its index, in the order in which they were added.
  package var elements: [(word: String, index: Int)] {
    indexes.enumerated().map { (words.text(Int32($0.offset)), $0.element) }
  }
}
