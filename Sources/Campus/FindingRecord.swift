/// A finding as the reports show it and the store keeps it, in both languages: a stored run reads
/// the same when a later program words it otherwise.
package struct FindingRecord: Sendable {
  /// Those of a fresh run are worded when they are asked for: the words of many thousands would take
  /// memory all the time.
  private enum Words: Sendable {
    case of(Problem)
    case stored(english: String, chinese: String)
  }

  package let severity: Finding.Severity
  package let code: String
  /// The contract's name of the source; empty when no source is concerned.
  package let source: String
  package let location: SourceLocation
  /// The contract's name of the column; empty when the whole row or file is meant.
  package let column: String
  private let words: Words

  /// As it was stored.
  package init(
    severity: Finding.Severity, code: String, source: String, location: SourceLocation,
    column: String, english: String, chinese: String
  ) {
    self.severity = severity
    self.code = code
    self.source = source
    self.location = location
    self.column = column
    words = .stored(english: english, chinese: chinese)
  }

  package init(_ finding: Finding) {
    severity = finding.severity
    code = finding.code
    source = finding.source
    location = finding.location
    column = finding.column
    words = .of(finding.problem)
  }

  package var english: String { message(.english) }
  package var chinese: String { message(.traditionalChinese) }

  package func message(_ language: Language) -> String {
    switch (words, language) {
    case (.of(let problem), _):
      language.wording.message(
        Finding(problem, source: source, location: location, column: column))
    case (.stored(let english, _), .english): english
    case (.stored(_, let chinese), .traditionalChinese): chinese
    }
  }
}
