import Campus

/// Several words of a code list in one cell: a set.
///
/// Separators are recognised after NFKC: `;`, `、`, `,`, `|`, a line break, and `/` when the column
/// says so. An open list takes items that it does not know: they stand in the table behind the
/// list's own.
struct SetReader: Sendable {
  /// What a cell says.
  struct Items: Sendable {
    static let missing = Items(members: [], unknown: [], isMissing: true)

    /// Indexes of the list, ascending.
    var members: [Int32]
    /// Folded items that an open list does not know, ascending.
    var unknown: [String]
    /// The same items as they are written, ascending.
    var written: [String] = []
    var isMissing = false
  }

  private let list: CodeList
  private let isOpen: Bool
  private let slashSeparates: Bool
  private var cache = SpellingCache()
  /// Single words read before: the index of each, -1 for none.
  private var wordCache = SpellingCache()
  /// What the spelling in each slot of the cache says: its meaning there is the slot itself.
  private var cached: [Items] = Array(repeating: .missing, count: SpellingCache.slotCount)

  init(list: CodeList, isOpen: Bool, slashSeparates: Bool) {
    self.list = list
    self.isOpen = isOpen
    self.slashSeparates = slashSeparates
  }

  /// The items of a cell as it stands in the file; nil when one is not on the list.
  ///
  /// - Parameter readable: how many bytes may be read from the cell's first on.
  mutating func read(_ cell: Cell, readable: Int = 0) -> Items? {
    if let slot = cache.meaning(of: cell, readable: readable) { return cached[Int(slot)] }
    guard let items = items(cell) else { return nil }
    if let slot = cache.store(cell, meaning: { Int32($0) }) { cached[slot] = items }
    return items
  }

  /// One problem for each item that is not on the list.
  func problems(in cell: Cell, quoting: Bool) -> [Problem] {
    words(cell).filter { list.index(of: $0) == nil }.map {
      .unmapped(value: quoting ? quote($0) : nil, list: list.name, nearest: nil)
    }
  }

  private mutating func items(_ cell: Cell) -> Items? {
    if cell.isPlain { return plainItems(cell) }
    let words = words(cell)
    if words.isEmpty { return .missing }
    var members: Set<Int32> = []
    var unknown: [String] = []
    for word in words {
      if let member = list.index(of: word) {
        members.insert(Int32(member))
      } else if isOpen {
        unknown.append(word)
      } else {
        return nil
      }
    }
    return items(members, unknown)
  }

  /// The same for a cell that NFKC leaves as it is, without a String for each word.
  private mutating func plainItems(_ cell: Cell) -> Items? {
    let value = cell.trimmed
    if value.isMissing { return .missing }
    var members: Set<Int32> = []
    var unknown: [String] = []
    var start = 0
    while start <= value.count {
      var end = start
      while end < value.count, !separates(value, end) { end += 1 }
      let word = Cell(rebasing: value[start..<end]).trimmed
      // 、 has three bytes, of which the last two separate nothing.
      start = end + (end < value.count && value[end] == 0xE3 ? 3 : 1)
      if word.isMissing { continue }
      if let member = member(word) {
        members.insert(member)
      } else if isOpen {
        unknown.append(word.text)
      } else {
        return nil
      }
    }
    return members.isEmpty && unknown.isEmpty ? .missing : items(members, unknown)
  }

  private func items(_ members: Set<Int32>, _ unknownWords: [String]) -> Items {
    var unknown: [String: String] = [:]
    for word in unknownWords {
      // Of two spellings in one cell the first in order, wherever it stands.
      let key = WordFolding.key(word)
      unknown[key] = min(unknown[key] ?? word, word)
    }
    return Items(
      members: members.sorted(), unknown: unknown.keys.sorted(), written: unknown.values.sorted())
  }

  private func separates(_ value: Cell, _ position: Int) -> Bool {
    switch value[position] {
    case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|"), 0x0A...0x0D, 0xE3: true
    case UInt8(ascii: "/"): slashSeparates
    default: false
    }
  }

  /// The index of a word on the list; nil when it is not there.
  private mutating func member(_ word: Cell) -> Int32? {
    if let known = wordCache.meaning(of: word, readable: 0) { return known < 0 ? nil : known }
    let member = list.index(of: word.text).map(Int32.init) ?? -1
    wordCache.store(word) { _ in member }
    return member < 0 ? nil : member
  }

  /// The items that are neither empty nor missing, as they are written but for NFKC.
  private func words(_ cell: Cell) -> [String] {
    let value = cell.trimmed
    if value.isMissing { return [] }
    return WordFolding.compatible(value.text).unicodeScalars.split(whereSeparator: separates)
      .map { WordFolding.trimmed(String($0)) }.filter { !WordFolding.isMissing($0) }
  }

  private func separates(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ";", "、", ",", "|", "\n", "\u{0B}", "\u{0C}", "\r", "\u{85}", "\u{2028}", "\u{2029}":
      true
    case "/": slashSeparates
    default: false
    }
  }
}

extension Cell {
  /// Whether the cell holds nothing but ASCII, common Han characters (U+4000 to U+9FFF) and 、, all
  /// of which NFKC leaves as they are.
  fileprivate var isPlain: Bool {
    var position = 0
    while position < count {
      let byte = self[position]
      if byte < 0x80 {
        position += 1
      } else if position + 3 <= count,
        (0xE4...0xE9).contains(byte)
          || byte == 0xE3 && self[position + 1] == 0x80 && self[position + 2] == 0x81
      {
        position += 3
      } else {
        return false
      }
    }
    return true
  }
}
