/// A finding in words, as the reports show it and the store keeps it: a stored run reads the same
/// when a later program words it otherwise.
package struct FindingRecord: Hashable, Sendable {
  package let severity: Finding.Severity
  package let code: String
  /// The contract's name of the source; empty when no source is concerned.
  package let source: String
  package let location: SourceLocation
  /// The contract's name of the column; empty when the whole row or file is meant.
  package let column: String
  package let english: String
  package let chinese: String

  package init(
    severity: Finding.Severity, code: String, source: String, location: SourceLocation,
    column: String, english: String, chinese: String
  ) {
    self.severity = severity
    self.code = code
    self.source = source
    self.location = location
    self.column = column
    self.english = english
    self.chinese = chinese
  }

  package init(_ finding: Finding) {
    self.init(
      severity: finding.severity, code: finding.code, source: finding.source,
      location: finding.location, column: finding.column,
      english: Language.english.wording.message(finding),
      chinese: Language.traditionalChinese.wording.message(finding))
  }

  package func message(_ language: Language) -> String {
    switch language {
    case .english: english
    case .traditionalChinese: chinese
    }
  }
}
