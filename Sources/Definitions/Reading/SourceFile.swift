import Campus

/// Reads one contract of `pipelines/sources/`.
struct SourceFile {
  static let keys = [
    "source", "title", "separator", "encoding", "reject_limit", "max_age", "key", "identity",
    "columns",
  ]

  let name: String
  let lists: CodeLists
  let problems: FileProblems
  /// Published tables say the beginnings of their files' names; exports are called like the source.
  var hasFileNames = false

  /// The contract as far as it can be read; a column with a problem is there with a type of its own
  /// choosing, so that what follows is not told a second time.
  func read(_ node: YAMLNode) -> SourceReading? {
    let keys = SourceFile.keys + (hasFileNames ? ["file"] : [])
    guard let fields = Fields(node, of: name, keys: keys, problems: problems) else { return nil }
    problems.check("source", in: fields, is: name)
    let title = fields.text("title") ?? ""
    let limit = rejectLimit(fields)
    let entries = fields.required("columns").flatMap { problems.mapping($0, key: "columns") } ?? []
    let columns = ColumnsReader(source: name, lists: lists, problems: problems).read(entries)
    let names = columns.map(\.contract.name)
    let identity = identity(fields, columns: names)
    var kinds: [String: ValueKind] = [:]
    for column in columns {
      kinds[column.contract.name] = column.isSure ? ValueKind(column.contract.type) : .unknown
    }
    if let identity { kinds[identity.name] = .text }
    let contract = SourceContract(
      name: name, title: title, separator: separator(fields),
      encoding: fields.has("encoding")
        ? fields.word("encoding", as: SourceContract.Encoding.self) : nil,
      rejectLimit: limit.units, rejectLimitText: limit.text, maxAgeDays: maxAge(fields),
      columns: columns.map(\.contract),
      key: indexes(of: fields.texts("key"), key: "key", in: names),
      identity: identity)
    let files = hasFileNames ? fields.requiredTexts("file") ?? [] : []
    return SourceReading(
      contract: contract, kinds: kinds, names: names + (identity.map { [$0.name] } ?? []),
      fileBeginnings: files.map(\.text))
  }

  private func separator(_ fields: Fields) -> UInt8 {
    guard let node = fields.optional("separator") else { return UInt8(ascii: ",") }
    switch node.scalar {
    case ",": return UInt8(ascii: ",")
    case ";": return UInt8(ascii: ";")
    case "tab", "\t": return UInt8(ascii: "\t")
    default:
      let kind = DefinitionProblem.Kind.unknownWord(
        key: "separator", word: node.scalar ?? "", allowed: [",", ";", "tab"], nearest: nil)
      problems.add(kind, line: node.line)
      return UInt8(ascii: ",")
    }
  }

  /// 5 % when the file says nothing (sources.md, section 2).
  private func rejectLimit(_ fields: Fields) -> (units: Int128, text: String) {
    let text = fields.optionalText("reject_limit") ?? "5%"
    if let units = SourceFile.share(text) { return (units, text) }
    problems.add(
      .invalidValue(key: "reject_limit", word: text, expected: .percent),
      line: fields.line(of: "reject_limit"))
    return (0, text)
  }

  /// `45 days`; nil when the file says nothing.
  private func maxAge(_ fields: Fields) -> Int? {
    guard let text = fields.optionalText("max_age") else { return nil }
    let parts = text.split(separator: " ")
    if parts.count == 2, parts[1] == "days", let days = Int(parts[0]), (1...9999).contains(days) {
      return days
    }
    problems.add(
      .invalidValue(key: "max_age", word: text, expected: .days), line: fields.line(of: "max_age"))
    return nil
  }

  /// `5%` or `0.5%`, up to a hundred, in units of 10⁻¹⁸.
  static func share(_ text: String) -> Int128? {
    guard text.hasSuffix("%") else { return nil }
    let parts = WordFolding.trimmed(text.dropLast())
      .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ (1...9).contains($0.utf8.count) }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let whole = Int128(parts[0])
    else { return nil }
    var units = whole * FixedPoint.one / 100
    if parts.count == 2, let fraction = Int128(parts[1]) {
      var scale = FixedPoint.one / 100
      for _ in parts[1].utf8 { scale /= 10 }
      units += fraction * scale
    }
    return units <= FixedPoint.one ? units : nil
  }

  private func identity(_ fields: Fields, columns: [String]) -> SourceContract.Identity? {
    guard let node = fields.optional("identity"),
      let entries = problems.mapping(node, key: "identity")
    else { return nil }
    guard let entry = entries.first, entries.count == 1 else {
      let keys = entries.map(\.key)
      problems.add(keys.isEmpty ? .empty(key: "identity") : .onlyOneOf(keys: keys), line: node.line)
      return nil
    }
    guard Names.isBare(entry.key), !columns.contains(entry.key),
      !Names.reserved.contains(entry.key)
    else {
      problems.add(.reservedName(entry.key), line: entry.line)
      return nil
    }
    let items = problems.sequence(entry.value, key: entry.key) ?? []
    let texts = items.compactMap { item in
      problems.text(item, key: entry.key).map { (text: $0, line: item.line) }
    }
    if items.isEmpty { problems.add(.empty(key: entry.key), line: entry.line) }
    return SourceContract.Identity(
      name: entry.key, firstOf: indexes(of: texts, key: entry.key, in: columns))
  }

  /// The columns that a list names, each once.
  private func indexes(
    of listed: [(text: String, line: Int)], key: String, in columns: [String]
  ) -> [Int] {
    var firstLines = FirstLines(key: key, problems: problems)
    return listed.compactMap { column in
      firstLines.add(column.text, line: column.line)
      return index(of: column.text, in: columns, line: column.line)
    }
  }

  private func index(of column: String, in columns: [String], line: Int) -> Int? {
    if let index = columns.firstIndex(of: column) { return index }
    let nearest = NearestWord.to(column, among: columns)
    problems.add(
      .unknownName(.column(source: name), name: column, nearest: nearest), line: line)
    return nil
  }
}
