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
  /// For each row the number of its word, or `missing`. Of a million rows there are as many in each
  /// column of a KPI: most take a byte.
  package private(set) var numbers = ColumnValues(absent: WordColumn.missing)

  package init() {}

  package init(bytes: [UInt8], ends: [Int], numbers: [Int32]) {
    self.bytes = bytes
    self.ends = ends
    self.numbers = ColumnValues(numbers, absent: WordColumn.missing)
  }

  /// Some rows of a typed column, in the order asked for; a negative row has no value.
  package init(_ column: TableColumn, rows: [Int32]) {
    let values = NumberedValues(
      column.values.values(at: rows), leavingOut: TableColumn.missing)
    numbers = ColumnValues(values.numbers, absent: WordColumn.missing)
    ends.reserveCapacity(values.distinct.count)
    if case .texts(let pool) = column.content {
      // Most distinct values are identifiers: a string of each would cost more than all else.
      bytes.reserveCapacity(
        values.distinct.reduce(0) { $0 + pool.withBytes(of: $1) { $0.count } })
      for value in values.distinct { addWord { pool.appendText(value, to: &$0) } }
    } else {
      for value in values.distinct {
        addWord { $0.append(contentsOf: column.text(of: value).utf8) }
      }
    }
  }

  /// Rows that choose among words which are made of the words of several columns, one behind the
  /// other with a mark between them.
  package init(joining parts: [WordColumn?], by mark: UInt8, numbers: [Int32]) {
    self.numbers = ColumnValues(numbers, absent: WordColumn.missing)
    for row in 0..<(parts.compactMap { $0?.rowCount }.max() ?? 0) {
      addWord { bytes in
        for (index, part) in parts.enumerated() {
          if index > 0 { bytes.append(mark) }
          if let part, part.numbers[row] != WordColumn.missing {
            bytes.append(contentsOf: part.bytes[part.range(ofWord: part.numbers[row])])
          }
        }
      }
    }
  }

  /// One word a row.
  package init(_ words: [String?]) {
    var known: [String: Int32] = [:]
    var numbers: [Int32] = []
    for word in words {
      guard let word else {
        numbers.append(WordColumn.missing)
        continue
      }
      if known[word] == nil {
        known[word] = Int32(wordCount)
        addWord { $0.append(contentsOf: word.utf8) }
      }
      numbers.append(known[word] ?? WordColumn.missing)
    }
    self.numbers = ColumnValues(numbers, absent: WordColumn.missing)
  }

  /// Rows that choose among words: a negative number is a missing value.
  package init(words: [String], numbers: [Int32]) {
    for word in words { addWord { $0.append(contentsOf: word.utf8) } }
    self.numbers = ColumnValues(numbers, absent: WordColumn.missing)
  }

  private mutating func addWord(_ append: (inout [UInt8]) -> Void) {
    append(&bytes)
    ends.append(bytes.count)
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
