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
  /// What the spelling in each slot of the cache says.
  private var cached: [Items] = Array(repeating: .missing, count: SpellingCache.slotCount)

  init(list: CodeList, isOpen: Bool, slashSeparates: Bool) {
    self.list = list
    self.isOpen = isOpen
    self.slashSeparates = slashSeparates
  }

  /// The items of a cell as it stands in the file; nil when one is not on the list.
  mutating func read(_ cell: Cell) -> Items? {
    guard let slot = cache.slot(of: cell) else { return cell.isEmpty ? .missing : items(cell) }
    if cache.meaning(of: cell, in: slot) != nil { return cached[slot] }
    guard let items = items(cell) else { return nil }
    cache.store(cell, meaning: 0, in: slot)
    cached[slot] = items
    return items
  }

  /// One problem for each item that is not on the list.
  func problems(in cell: Cell, quoting: Bool) -> [Problem] {
    words(cell).filter { list.index(of: $0) == nil }.map {
      .unmapped(value: quoting ? quote($0) : nil, list: list.name, nearest: nil)
    }
  }

  private func items(_ cell: Cell) -> Items? {
    let words = words(cell)
    if words.isEmpty { return .missing }
    var members: Set<Int32> = []
    var unknown: [String: String] = [:]
    for word in words {
      if let member = list.index(of: word) {
        members.insert(Int32(member))
      } else if isOpen {
        // Of two spellings in one cell the first in order, wherever it stands.
        let key = WordFolding.key(word)
        unknown[key] = min(unknown[key] ?? word, word)
      } else {
        return nil
      }
    }
    return Items(
      members: members.sorted(), unknown: unknown.keys.sorted(), written: unknown.values.sorted())
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
