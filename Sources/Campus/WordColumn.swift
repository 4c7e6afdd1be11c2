/// A column of words, each distinct word held once and every row a number.
///
/// What remains of a typed column when a run is over: the words that the reports write, without
/// lists and pools. Equal columns need not number their words alike.
package struct WordColumn: Sendable, Equatable {
  /// What stands for a missing value.
  package static let missing: Int32 = -1

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
    var known = ValueNumbers(
      covering: rows.lazy.filter { $0 >= 0 }.map { column.values[Int($0)] }.filter {
        $0 != TableColumn.missing
      })
    numbers.reserveCapacity(rows.count)
    for row in rows {
      let value = row < 0 ? TableColumn.missing : column.values[Int(row)]
      guard value != TableColumn.missing else {
        numbers.append(WordColumn.missing)
        continue
      }
      if let number = known[value] {
        numbers.append(number)
      } else {
        let number = addWord(column.text(Int(row)) ?? "")
        known.note(value, number)
        numbers.append(number)
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
