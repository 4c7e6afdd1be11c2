import Campus

/// A mapping read by its schema: the keys it may have are named once, and every other is an error.
///
/// Every accessor tells what is wrong and returns nil then; who reads goes on with what is right.
struct Fields {
  let line: Int
  let problems: FileProblems
  private let entries: [YAMLNode.Entry]

  /// Nil, with a problem, when the node is no mapping.
  /// - Parameter keys: those that it may have; nil when any.
  init?(_ node: YAMLNode, of name: String, keys: [String]?, problems: FileProblems) {
    guard case .mapping(let entries) = node.content else {
      problems.add(.wrongShape(key: name, expected: .mapping), line: node.line)
      return nil
    }
    line = node.line
    self.problems = problems
    self.entries = entries
    guard let keys else { return }
    for entry in entries where !keys.contains(entry.key) {
      let nearest = NearestWord.to(entry.key, among: keys)
      problems.add(.unknownKey(key: entry.key, nearest: nearest), line: entry.line)
    }
  }

  private func entry(_ key: String) -> YAMLNode.Entry? { entries.first { $0.key == key } }

  /// The line of a key, or of the mapping when it is not there.
  func line(of key: String) -> Int { entry(key)?.line ?? line }

  func has(_ key: String) -> Bool { entry(key) != nil }

  func optional(_ key: String) -> YAMLNode? { entry(key)?.value }

  func required(_ key: String) -> YAMLNode? {
    if let entry = entry(key) { return entry.value }
    problems.add(.missingKey(key: key), line: line)
    return nil
  }

  /// A text that is not empty, without white space at its ends.
  func text(_ key: String) -> String? {
    required(key).flatMap { problems.text($0, key: key) }
  }

  func optionalText(_ key: String) -> String? {
    optional(key).flatMap { problems.text($0, key: key) }
  }

  /// A list of texts; the empty list when the key is not there.
  func texts(_ key: String) -> [(text: String, line: Int)] {
    guard let node = optional(key) else { return [] }
    return (problems.sequence(node, key: key) ?? []).compactMap { item in
      problems.text(item, key: key).map { ($0, item.line) }
    }
  }

  /// A list with at least one text.
  func requiredTexts(_ key: String) -> [(text: String, line: Int)]? {
    guard let node = required(key) else { return nil }
    let texts = texts(key)
    if case .sequence(let items) = node.content, items.isEmpty {
      problems.add(.empty(key: key), line: node.line)
    }
    return texts.isEmpty ? nil : texts
  }

  func sequence(_ key: String) -> [YAMLNode] {
    optional(key).flatMap { problems.sequence($0, key: key) } ?? []
  }

  /// yes or no; no when the key is not there.
  func flag(_ key: String) -> Bool {
    guard let word = optionalText(key) else { return false }
    switch word {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      problems.add(.invalidValue(key: key, word: word, expected: .yesNo), line: line(of: key))
      return false
    }
  }

  /// A word that the schema knows.
  func word<Word: RawRepresentable & CaseIterable>(_ key: String, as type: Word.Type) -> Word?
  where Word.RawValue == String {
    guard let text = text(key) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let allowed = Word.allCases.map(\.rawValue)
    let nearest = NearestWord.to(text, among: allowed)
    problems.add(
      .unknownWord(key: key, word: text, allowed: allowed, nearest: nearest), line: line(of: key))
    return nil
  }
}

extension FileProblems {
  /// The text of a scalar that is not empty.
  func text(_ node: YAMLNode, key: String) -> String? {
    guard let scalar = node.scalar else {
      add(.wrongShape(key: key, expected: .scalar), line: node.line)
      return nil
    }
    let text = WordFolding.trimmed(scalar)
    if text.isEmpty { add(.empty(key: key), line: node.line) }
    return text.isEmpty ? nil : text
  }

  func sequence(_ node: YAMLNode, key: String) -> [YAMLNode]? {
    if case .sequence(let items) = node.content { return items }
    add(.wrongShape(key: key, expected: .sequence), line: node.line)
    return nil
  }

  func mapping(_ node: YAMLNode, key: String) -> [YAMLNode.Entry]? {
    if case .mapping(let entries) = node.content { return entries }
    add(.wrongShape(key: key, expected: .mapping), line: node.line)
    return nil
  }

  /// A text that must be what a file's place says it is.
  func check(_ key: String, in fields: Fields, is expected: String) {
    guard let word = fields.text(key), word != expected else { return }
    add(.nameDiffers(key: key, word: word, expected: expected), line: fields.line(of: key))
  }
}
