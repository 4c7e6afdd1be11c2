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

    package init(code: String, label: String, english: String, attributes: [String: String] = [:])
    {
      self.code = code
      self.label = label
      self.english = english
      self.attributes = attributes
    }
  }

  package let name: String
  package let entries: [Entry]
  /// Folded word (`WordFolding.key`) to the index of its entry.
  package let words: [String: Int]

  package init(name: String, entries: [Entry], words: [String: Int]) {
    self.name = name
    self.entries = entries
    self.words = words
  }

  /// The index of the entry that a word means, in any spelling that folds to it.
  package func index(of word: some StringProtocol) -> Int? {
    words[WordFolding.key(word)]
  }

  package func index(ofCode code: String) -> Int? {
    entries.firstIndex { $0.code == code }
  }
}
