import Campus

/// What the definition of a KPI is read against: the sources, the lists and the terms.
struct DefinitionContext {
  let sources: [String: SourceReading]
  /// Also the sources whose file cannot be read.
  let sourceNames: [String]
  let lists: CodeLists
  let terms: [TermsReading]

  /// The versions of the terms that are in force on some day on which a definition is: from a day
  /// and, if another version follows, until before that.
  func terms(from day: CalendarDate, before next: CalendarDate?) -> [TermsReading] {
    let sorted = terms.sorted { $0.terms.inForceFrom < $1.terms.inForceFrom }
    let later = sorted.filter { version in
      day < version.terms.inForceFrom && (next.map { version.terms.inForceFrom < $0 } ?? true)
    }
    if let first = sorted.last(where: { $0.terms.inForceFrom <= day }) { return [first] + later }
    // On the first days no term is in force at all.
    let none = Terms(inForceFrom: day, terms: [:])
    return [TermsReading(terms: none, names: [], isReadable: true)] + later
  }

  /// The values of a source; with a problem when there is no such source.
  func scope(
    of source: String?, terms: [TermsReading], line: Int, problems: FileProblems
  ) -> ValueScope {
    var scope = ValueScope(sources: [], lists: lists, terms: terms)
    guard let source else {
      scope.isUnknown = true
      return scope
    }
    if let reading = sources[source] {
      return ValueScope(sources: [reading], lists: lists, terms: terms)
    }
    scope.isUnknown = true
    if !sourceNames.contains(source) {
      let nearest = NearestWord.to(source, among: sourceNames)
      problems.add(.unknownName(.source, name: source, nearest: nearest), line: line)
    }
    return scope
  }
}
