/// A list of codes with the words an export may use for each.
///
/// A coded column has a list and nothing else: what is not on it is an error.
package struct CodeList: Sendable {
  /// One code: what the reports call it, and the words that mean it.
  package struct Entry: Sendable {
    package let code: String
    /// The word the reports print, in Chinese.
    package let label: String
    package let english: String
    /// Further columns of the list's file by their header, such as a country's region.
    package let attributes: [String: String]

    package init(code: String, label: String, english: String, attributes: [String: String] = [:]) {
      self.code = code
      self.label = label
      self.english = english
      self.attributes = attributes
    }
  }

  package let name: String
  package let entries: [Entry]
  package let words: FoldedWords
  /// Whether words of digits alone are numbers, so that `051` and `51` are one word (countries).
  package let dropsLeadingZeros: Bool

  package init(
    name: String, entries: [Entry], words: FoldedWords, dropsLeadingZeros: Bool = false
  ) {
    self.name = name
    self.entries = entries
    self.words = words
    self.dropsLeadingZeros = dropsLeadingZeros
  }

  /// The index of the entry that a word means, in any spelling that folds to it.
  package func index(of word: String) -> Int? {
    words[CodeList.key(word, droppingLeadingZeros: dropsLeadingZeros)]
  }

  /// The key under which a word stands in `words`: the folded word, and for numbers of a list that
  /// drops leading zeros the digits without them. The last digit stays: `000` is `0`
  /// (sources.md, section 3).
  package static func key(_ word: String, droppingLeadingZeros: Bool) -> String {
    let key = WordFolding.key(word)
    guard droppingLeadingZeros, key.utf8.first == UInt8(ascii: "0"),
      key.utf8.allSatisfy({ (48...57).contains($0) })
    else { return key }
    let digits = key.drop { $0 == "0" }
    return digits.isEmpty ? "0" : String(digits)
  }

  package func index(ofCode code: String) -> Int? {
    entries.firstIndex { $0.code == code }
  }
}
