import Campus

/// Reads the columns of a source's contract.
struct ColumnsReader {
  /// A column, and whether its type could be read.
  struct Column {
    let contract: ColumnContract
    let isSure: Bool
  }

  enum TypeName: String, CaseIterable {
    case text, identifier, doi, isbn, code, codes, date, integer, headcount, decimal, year, month
    case semester
    case academicYear = "academic_year"
    case yesNo = "yes_no"
  }

  enum AbsentWord: String, CaseIterable {
    case warn
  }

  static let keys = [
    "type", "list", "required", "headers", "headers_needing", "absent", "missing", "derive",
    "also_separated_by", "open", "personal",
  ]

  let source: String
  let lists: CodeLists
  let problems: FileProblems

  func read(_ entries: [YAMLNode.Entry]) -> [Column] {
    let names = entries.map(\.key)
    let types = entries.map { entry in
      Fields(entry.value, of: entry.key, keys: ColumnsReader.keys, problems: problems)
        .map { fields in (fields: fields, type: type(fields)) }
    }
    let allTypes = types.map { $0?.type }
    let columns = zip(entries, types).map { entry, read -> Column in
      checkName(entry)
      guard let read else { return Column(contract: placeholder(entry.key), isSure: false) }
      return column(entry.key, read.fields, read.type, names: names, types: allTypes)
    }
    checkHeaders(columns.map(\.contract), entries)
    return columns
  }

  private func checkName(_ entry: YAMLNode.Entry) {
    if Names.reserved.contains(entry.key) {
      problems.add(.reservedName(entry.key), line: entry.line)
    } else if !Names.isBare(entry.key) {
      problems.add(
        .invalidValue(key: "columns", word: entry.key, expected: .bareName), line: entry.line)
    }
  }

  private func column(
    _ name: String, _ fields: Fields, _ type: ColumnContract.ValueType?, names: [String],
    types: [ColumnContract.ValueType?]
  ) -> Column {
    var list: CodeList?
    if case .code(let codes) = type { list = codes }
    let headers = fields.requiredTexts("headers")?.map(\.text) ?? []
    let absent =
      fields.has("absent") ? fields.word("absent", as: AbsentWord.self) : nil
    let contract = ColumnContract(
      name: name, type: type ?? .text, required: fields.flag("required"), headers: headers,
      headersNeeding: headersNeeding(fields, headers: headers, names: names),
      whenAbsent: absent == .warn ? .warn : .unavailable,
      missingMeans: fields.optionalText("missing").flatMap { word in
        list.flatMap { codeIndex(word, $0, line: fields.line(of: "missing")) }
      },
      derivation: list.flatMap { derivation(fields, list: $0, names: names, types: types) },
      personal: fields.flag("personal"))
    return Column(contract: contract, isSure: type != nil)
  }

  private func placeholder(_ name: String) -> ColumnContract {
    ColumnContract(
      name: name, type: .text, required: false, headers: [], headersNeeding: [:],
      whenAbsent: .unavailable, missingMeans: nil, derivation: nil, personal: true)
  }

  private func headersNeeding(_ fields: Fields, headers: [String], names: [String])
    -> [String: String]
  {
    guard let node = fields.optional("headers_needing") else { return [:] }
    var needing: [String: String] = [:]
    let known = headers.map { WordFolding.key($0) }
    for entry in problems.mapping(node, key: "headers_needing") ?? [] {
      let key = WordFolding.key(entry.key)
      if !known.contains(key) {
        let nearest = NearestWord.to(entry.key, among: headers)
        problems.add(
          .unknownWord(
            key: "headers_needing", word: entry.key, allowed: headers, nearest: nearest),
          line: entry.line)
      }
      guard let column = problems.text(entry.value, key: entry.key) else { continue }
      checkColumn(column, names: names, line: entry.line)
      needing[key] = column
    }
    return needing
  }

  @discardableResult
  private func checkColumn(_ column: String, names: [String], line: Int) -> Int? {
    if let index = names.firstIndex(of: column) { return index }
    let nearest = NearestWord.to(column, among: names)
    problems.add(
      .unknownName(.column(source: source), name: column, nearest: nearest), line: line)
    return nil
  }

  private func derivation(
    _ fields: Fields, list: CodeList, names: [String], types: [ColumnContract.ValueType?]
  ) -> ColumnContract.Derivation? {
    guard let node = fields.optional("derive"),
      let derive = Fields(node, of: "derive", keys: ["from", "becomes"], problems: problems),
      let from = derive.text("from"), let becomes = derive.required("becomes"),
      let index = checkColumn(from, names: names, line: derive.line(of: "from"))
    else { return nil }
    guard case .code(let other) = types[index] else {
      if types[index] != nil {
        problems.add(
          .wrongColumnType(column: from, expected: ["code"]), line: derive.line(of: "from"))
      }
      return nil
    }
    var table: [[Int]: Int] = [:]
    for entry in problems.mapping(becomes, key: "becomes") ?? [] {
      let pair = entry.key.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
      guard pair.count == 2 else {
        problems.add(
          .invalidValue(key: "becomes", word: entry.key, expected: .codePair), line: entry.line)
        continue
      }
      guard let word = problems.text(entry.value, key: entry.key),
        let own = codeIndex(pair[0], list, line: entry.line),
        let others = codeIndex(pair[1], other, line: entry.line),
        let result = codeIndex(word, list, line: entry.line)
      else { continue }
      table[[own, others]] = result
    }
    return ColumnContract.Derivation(from: index, table: table)
  }

  private func codeIndex(_ code: String, _ list: CodeList, line: Int) -> Int? {
    if let index = list.index(ofCode: code) { return index }
    let nearest = list.nearestCode(to: code)
    problems.add(.codeNotOnList(word: code, list: list.name, nearest: nearest), line: line)
    return nil
  }

  /// A header under which two columns are found would refuse every file that has it.
  private func checkHeaders(_ columns: [ColumnContract], _ entries: [YAMLNode.Entry]) {
    var owners: FoldedWords = [:]
    for (index, column) in columns.enumerated() {
      for header in column.headers {
        let owner = owners.add(WordFolding.key(header), for: index)
        guard owner != index else { continue }
        problems.add(
          .headerOfTwoColumns(header: header, first: columns[owner].name, second: column.name),
          line: entries[index].line)
      }
    }
  }
}

extension ColumnsReader {
  /// The type of a column; nil, with a problem, when it cannot be read.
  private func type(_ fields: Fields) -> ColumnContract.ValueType? {
    guard let name = fields.word("type", as: TypeName.self) else { return nil }
    let coded = name == .code || name == .codes
    let misplaced: [String] =
      (coded ? [] : ["list"]) + (name == .code ? [] : ["missing", "derive"])
      + (name == .codes ? [] : ["also_separated_by", "open"])
    for key in misplaced where fields.has(key) {
      problems.add(.keyDoesNotFit(key: key, type: name.rawValue), line: fields.line(of: key))
    }
    switch name {
    case .text: return .text
    case .identifier: return .identifier
    case .doi: return .doi
    case .isbn: return .isbn
    case .code: return list(fields).map { .code($0) }
    case .codes:
      let slash = slashSeparates(fields)
      let open = fields.flag("open")
      return list(fields).map { .codes($0, open: open, slashSeparates: slash) }
    case .date: return .date
    case .integer: return .integer
    case .headcount: return .headcount
    case .decimal: return .decimal
    case .year: return .year
    case .month: return .month
    case .semester: return .semester
    case .academicYear: return .academicYear
    case .yesNo: return .yesNo
    }
  }

  private func list(_ fields: Fields) -> CodeList? {
    guard let name = fields.text("list") else { return nil }
    if !lists.exists(name) {
      let nearest = NearestWord.to(name, among: lists.names)
      problems.add(
        .unknownName(.list, name: name, nearest: nearest), line: fields.line(of: "list"))
    }
    return lists.usable(name)
  }

  private func slashSeparates(_ fields: Fields) -> Bool {
    guard let word = fields.optionalText("also_separated_by") else { return false }
    if word != "/" {
      problems.add(
        .unknownWord(key: "also_separated_by", word: word, allowed: ["/"], nearest: nil),
        line: fields.line(of: "also_separated_by"))
    }
    return word == "/"
  }
}
