/// What can be wrong with the data. The wording stands in `Wording/`, one file a language.
package enum Problem: Hashable, Sendable {
  // The folder and its files.
  case unusedFile
  case manifestMissingFile
  case manifestChecksum
  case manifestRows(expected: Int, found: Int)
  case invalidManifest(reason: String)
  case notARegularFile
  /// Older than the source's `max_age`; an error where the pipeline says so.
  case staleSource(days: Int, limit: Int, isError: Bool)
  case changedWhileRead

  // A file that is refused.
  case unknownEncoding
  case quoteInsideField
  case textAfterQuote
  case unclosedQuote
  case headerNotFound(missing: [String])
  case columnTwice(column: String, header: String)
  case fieldTooLong
  case tooManyFields
  case rejectLimit(rejected: Int, read: Int, limit: String)

  // A row that is rejected.
  case fieldCount(expected: Int, found: Int)
  case badCharacter
  case missingValue
  case missingIdentity(columns: [String])
  case unmapped(value: String?, list: String, nearest: String?)
  case invalidDate(value: String?)
  case invalidNumber(kind: String, value: String?)
  case invalidYesNo(value: String?)
  case notAvailable
  case endBeforeStart
  case conflictingRows(other: SourceLocation)
  case unknownPerson(lookup: String, kpi: String)

  // A line of corrections.csv that cannot be applied.
  case correction(CorrectionProblem)

  // A warning: the row or the number stands.
  case userDefinedCharacter
  case duplicateRow(first: SourceLocation)
  case columnAbsent(kpis: [String])
  /// A warning that a definition asks for about a counted row.
  case definitionWarning(code: String, kpi: String)

  package var severity: Finding.Severity {
    switch self {
    case .staleSource(_, _, let isError): isError ? .error : .warning
    case .unusedFile, .userDefinedCharacter, .duplicateRow, .columnAbsent,
      .definitionWarning:
      .warning
    default: .error
    }
  }

  /// Whether the whole file is refused, which stops the publication.
  package var refusesFile: Bool {
    switch self {
    case .manifestMissingFile, .manifestChecksum, .manifestRows, .invalidManifest,
      .notARegularFile, .changedWhileRead, .unknownEncoding, .quoteInsideField, .textAfterQuote,
      .unclosedQuote, .headerNotFound, .columnTwice, .fieldTooLong, .tooManyFields:
      true
    default: false
    }
  }

  /// Whether nothing may be published: a refused file, too many rejected rows, or a correction that
  /// cannot be applied.
  package var stopsPublication: Bool {
    switch self {
    case .rejectLimit, .correction, .staleSource(_, _, isError: true): true
    default: refusesFile
    }
  }

  package func code(column: String) -> String {
    switch self {
    case .unusedFile: "unused-file"
    case .manifestMissingFile: "manifest-file-missing"
    case .manifestChecksum: "manifest-checksum"
    case .manifestRows: "manifest-rows"
    case .invalidManifest: "invalid-manifest"
    case .notARegularFile: "not-a-regular-file"
    case .staleSource: "stale-source"
    case .changedWhileRead: "changed-while-read"
    case .unknownEncoding: "unknown-encoding"
    case .quoteInsideField: "quote-inside-field"
    case .textAfterQuote: "text-after-quote"
    case .unclosedQuote: "unclosed-quote"
    case .headerNotFound: "header-not-found"
    case .columnTwice: "column-twice"
    case .fieldTooLong: "field-too-long"
    case .tooManyFields: "too-many-fields"
    case .rejectLimit: "reject-limit"
    case .fieldCount: "field-count"
    case .badCharacter: "bad-character"
    case .missingValue: "missing-value"
    case .missingIdentity: "missing-identity"
    case .unmapped: "unmapped-" + column.replacing("_", with: "-")
    case .invalidDate: "invalid-date"
    case .invalidNumber(let kind, _): "invalid-" + kind.replacing("_", with: "-")
    case .invalidYesNo: "invalid-yes-no"
    case .notAvailable: "not-available"
    case .endBeforeStart: "end-before-start"
    case .conflictingRows: "conflicting-rows"
    case .unknownPerson: "unknown-person"
    case .correction(let problem): problem.code
    case .userDefinedCharacter: "user-defined-character"
    case .duplicateRow: "duplicate-row"
    case .columnAbsent: "column-absent"
    case .definitionWarning(let code, _): code
    }
  }
}
