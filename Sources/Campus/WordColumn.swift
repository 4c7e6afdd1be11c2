/// A column of words, each distinct word held once and every row a number.
///
/// What remains of a typed column when a run is over: the words that the reports write, without
/// lists and pools. Equal columns need not number their words alike.
package struct WordColumn: Sendable, Equatable {
  /// What stands for a missing value.
  package static var missing: Int32 { -1 }

  /// The distinct words, one after another.
  package private(set) var bytes: [UInt8] = []
  /// Where each word ends in `bytes`.
  package private(set) var ends: [Int] = []
  /// For each row the number of its word, or `missing`.
  package private(set) var numbers: [Int32] = []

  package init() {}

  package init(bytes: [UInt8], ends: [Int], numbers: [Int32]) {
    self.bytes = bytes
    self.ends = ends
    self.numbers = numbers
  }

  /// Some rows of a typed column, in the order asked for; a negative row has no value.
  package init(_ column: TableColumn, rows: [Int32]) {
    self.init(values: column.values.values(at: rows)) { value, bytes in
      column.appendText(of: value, to: &bytes)
    }
  }

  /// Rows that each have a value or none, whose words are asked for once each, numbered in the order
  /// in which they are first seen.
  package init(values: [Int32], appendWord: (_ value: Int32, _ bytes: inout [UInt8]) -> Void) {
    var known = ValueNumbers(covering: values)
    numbers = values
    for row in numbers.indices {
      let value = numbers[row]
      if value == TableColumn.missing {
        numbers[row] = WordColumn.missing
      } else if let number = known[value] {
        numbers[row] = number
      } else {
        appendWord(value, &bytes)
        ends.append(bytes.count)
        numbers[row] = Int32(ends.count - 1)
        known.note(value, numbers[row])
      }
    }
  }

  /// One word a row.
  package init(_ words: [String?]) {
    var known: [String: Int32] = [:]
    for word in words {
      guard let word else {
        numbers.append(WordColumn.missing)
        continue
      }
      let number = known[word] ?? addWord(word)
      known[word] = number
      numbers.append(number)
    }
  }

  /// Rows that choose among words: a negative number is a missing value.
  package init(words: [String], numbers: [Int32]) {
    for word in words { _ = addWord(word) }
    self.numbers = numbers
  }

  private mutating func addWord(_ word: String) -> Int32 {
    bytes.append(contentsOf: word.utf8)
    ends.append(bytes.count)
    return Int32(ends.count - 1)
  }

  package var rowCount: Int { numbers.count }
  package var wordCount: Int { ends.count }

  package func range(ofWord number: Int32) -> Range<Int> {
    let index = Int(number)
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// The distinct words by number.
  package var words: [String] { (0..<Int32(wordCount)).map(word) }

  package func word(_ number: Int32) -> String {
    String(decoding: bytes[range(ofWord: number)], as: UTF8.self)
  }

  /// The word of a row; nil when it is missing.
  package func text(_ row: Int) -> String? {
    let number = numbers[row]
    return number == WordColumn.missing ? nil : word(number)
  }
}
