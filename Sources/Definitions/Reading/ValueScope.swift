import Campus

/// The values that a condition may name where it stands: the columns of a source, the derived values
/// it has, and the terms.
struct ValueScope {
  /// Several where a term does not know yet for which of them it will be used.
  let sources: [SourceReading]
  let lists: CodeLists
  /// Every version of the terms that can be in force together with the condition.
  let terms: [TermsReading]
  /// Whether the condition is about a person's row that was looked up.
  var isLookup = false
  /// A term may refer to any other of its file, which is still being read.
  var otherTerms: [String] = []
  /// Nothing is known about the source, whose file has problems of its own.
  var isUnknown = false

  /// How the messages call the place.
  var name: String {
    sources.count == 1 ? sources[0].contract.name : "any source"
  }

  /// Every name there is, for a suggestion.
  var names: [String] {
    sources.flatMap(\.names) + derivedValues.map(\.rawValue) + termNames
  }

  private var termNames: [String] { terms.flatMap(\.names) + otherTerms }

  private var derivedValues: [DerivedValue] {
    DerivedValue.allCases.filter { !isLookup || $0.isOfPerson }
  }

  /// What a test may ask of a value: one answer for each source that has it, none when no source
  /// does and it is no term. Tells what is wrong with the name.
  func kinds(of name: String, line: Int, problems: FileProblems) -> [ValueKind] {
    if isUnknown { return [.unknown] }
    let columns = sources.compactMap { $0.kinds[name] }
    if !columns.isEmpty { return columns }
    if let derived = derivedValues.first(where: { $0.rawValue == name }) {
      if let missing = missingColumn(of: derived) {
        problems.add(
          .derivedValueNeeds(value: name, column: missing, source: self.name), line: line)
        return [.unknown]
      }
      return [derived.kind(lists)]
    }
    if termNames.contains(name) {
      checkTerm(name, line: line, problems: problems)
      return [.flag]
    }
    // It may be one of the terms of a file that cannot be read.
    if terms.contains(where: { !$0.isReadable }) { return [.unknown] }
    let nearest = NearestWord.to(name, among: names)
    problems.add(
      .unknownValue(name: name, source: self.name, nearest: nearest), line: line)
    return []
  }

  /// The column that no source has of those that a derived value needs.
  private func missingColumn(of derived: DerivedValue) -> String? {
    let lacking = sources.map { source in
      derived.needs.first { source.kinds[$0] == nil }
    }
    return lacking.contains { $0 == nil } ? nil : lacking.first ?? nil
  }

  /// A term must be there in every version that can be in force, and the source must have what it
  /// reads.
  private func checkTerm(_ name: String, line: Int, problems: FileProblems) {
    for version in terms where version.isReadable {
      guard version.names.contains(name) else {
        let day = version.terms.inForceFrom
        problems.add(.termNotInForce(term: name, day: day), line: line)
        continue
      }
      if let lacking = valueLacking(in: name, version: version, seen: []) {
        problems.add(
          .termDoesNotFit(term: name, value: lacking, source: self.name), line: line)
      }
    }
  }

  private func valueLacking(in term: String, version: TermsReading, seen: [String]) -> String? {
    guard !seen.contains(term), let keep = version.terms.terms[term]?.keep else { return nil }
    for value in keep.valuesRead {
      if version.names.contains(value) {
        if let lacking = valueLacking(in: value, version: version, seen: seen + [term]) {
          return lacking
        }
      } else if sources.allSatisfy({ $0.kinds[value] == nil }) {
        guard let derived = derivedValues.first(where: { $0.rawValue == value }),
          missingColumn(of: derived) == nil
        else { return value }
      }
    }
    return nil
  }
}

extension Condition {
  /// The names of the values the condition reads, in its order.
  package var valuesRead: [String] {
    switch self {
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.valuesRead)
    case .not(let condition): condition.valuesRead
    case .test(let value, .timesAtLeast(_, let column)): [value, column]
    case .test(let value, _): [value]
    }
  }
}
