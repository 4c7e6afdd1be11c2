import Campus

/// Collects the entries of a code list and tells codes and words that stand there twice.
struct CodeListBuilder {
  let name: String
  let dropsLeadingZeros: Bool
  let problems: FileProblems
  private var entries: [CodeList.Entry] = []
  private var words: FoldedWords = [:]
  private var lines: [String: Int] = [:]

  init(name: String, dropsLeadingZeros: Bool = false, problems: FileProblems) {
    self.name = name
    self.dropsLeadingZeros = dropsLeadingZeros
    self.problems = problems
  }

  /// The index of a new entry; nil, with a problem, when its code is there already.
  mutating func add(_ entry: CodeList.Entry, line: Int) -> Int? {
    if let first = lines[entry.code] {
      problems.add(.definedTwice(key: "code", word: entry.code, firstLine: first), line: line)
      return nil
    }
    lines[entry.code] = line
    entries.append(entry)
    return entries.count - 1
  }

  /// Gives an entry some words; one that means another entry already is a problem.
  mutating func add(words: [String], to index: Int, line: Int) {
    for word in words { add(word: word, to: index, line: line) }
  }

  private mutating func add(word: String, to index: Int, line: Int) {
    let key = CodeList.key(word, droppingLeadingZeros: dropsLeadingZeros)
    guard !key.isEmpty else { return }
    let other = words.add(key, for: index)
    guard other != index else { return }
    problems.add(
      .wordOfTwoCodes(word: word, first: entries[other].code, second: entries[index].code),
      line: line)
  }

  var list: CodeList {
    CodeList(name: name, entries: entries, words: words, dropsLeadingZeros: dropsLeadingZeros)
  }
}
