import Campus

extension DefinitionProblem {
  /// What can be wrong with a definition.
  package enum Kind: Hashable, Sendable {
    // The folder and its files.
    case unreadable(cause: String)
    case notARegularFile
    case leadsOut
    case tooLarge(limit: Int)
    case unexpectedFile
    case invalidFileName(expected: Expectation)

    // The text of a file.
    case notUTF8
    case emptyFile
    case yamlSyntax(String)
    case forbiddenYAML(ForbiddenYAML)
    case tooDeep(limit: Int)
    case duplicateKey(key: String, firstLine: Int)
    case csvQuote(CSVText.Fault)
    case csvFieldCount(expected: Int, found: Int)
    case csvColumnMissing(column: String, nearest: String?)
    case csvColumnTwice(column: String)

    // The schema of a file.
    case unknownKey(key: String, nearest: String?)
    case missingKey(key: String)
    case wrongShape(key: String, expected: Shape)
    case empty(key: String)
    case invalidValue(key: String, word: String, expected: Expectation)
    case unknownWord(key: String, word: String, allowed: [String], nearest: String?)
    case definedTwice(key: String, word: String, firstLine: Int)
    case onlyOneOf(keys: [String])
    case keyDoesNotFit(key: String, type: String)
    case nameDiffers(key: String, word: String, expected: String)

    // Lists, partners and targets.
    case wordOfTwoCodes(word: String, first: String, second: String)
    case codeNotOnList(word: String, list: String, nearest: String?)
    case endBeforeStart(from: String, to: String)
    case partnerInTwoCountries(institution: String, first: String, second: String)
    case overlappingTargets(kpi: String, firstLine: Int)

    // One definition and another.
    case unknownName(Referent, name: String, nearest: String?)
    case unknownValue(name: String, source: String, nearest: String?)
    case headerOfTwoColumns(header: String, first: String, second: String)
    case reservedName(String)
    case wrongColumnType(column: String, expected: [String])
    case testDoesNotFit(test: String, value: String, kind: String, fitting: [String])
    case derivedValueNeeds(value: String, column: String, source: String)
    case termNotInForce(term: String, day: CalendarDate)
    case termDoesNotFit(term: String, value: String, source: String)
    case termRefersToItself(path: [String])
    case lookupNotPossible(from: String, to: String, column: String)
    case noFigures
    case sourceNotInPipeline(kpi: String, source: String)

    /// A worked example that does not come out as it says; told by whoever ran it.
    case exampleFails(
      who: String, expected: KPIDefinition.Example.Outcome, found: KPIDefinition.Example.Outcome)
  }

  /// What YAML has and definitions must not have.
  package enum ForbiddenYAML: Hashable, Sendable {
    case anchor, alias, tag, severalDocuments, keyOfSeveralValues
  }

  package enum Shape: Hashable, Sendable {
    case scalar, sequence, mapping, scalarOrSequence, scalarOrMapping
  }

  /// What a value has to be.
  package enum Expectation: Hashable, Sendable {
    case bareName, kpiName, date, dateFileName, wholeNumber, number, percent, days, yesNo, months,
      day
    case codePair, columnPair, path, period, academicYear, calendarYear, month
  }

  /// What a name stands for.
  package enum Referent: Hashable, Sendable {
    case list, source, kpi, rule, figure, lookedUpSource
    case column(source: String)
  }
}

extension DefinitionProblem.Kind {
  /// The stable code: the same for the same thing in every language.
  package var code: String {
    switch self {
    case .unreadable: "unreadable-file"
    case .notARegularFile: "not-a-regular-file"
    case .leadsOut: "link-leads-out"
    case .tooLarge: "file-too-large"
    case .unexpectedFile: "unexpected-file"
    case .invalidFileName: "invalid-file-name"
    case .notUTF8: "not-utf-8"
    case .emptyFile: "empty-file"
    case .yamlSyntax: "invalid-yaml"
    case .forbiddenYAML: "forbidden-yaml"
    case .tooDeep: "too-deep"
    case .duplicateKey: "duplicate-key"
    case .csvQuote: "invalid-csv"
    case .csvFieldCount: "field-count"
    case .csvColumnMissing: "column-missing"
    case .csvColumnTwice: "column-twice"
    case .unknownKey: "unknown-key"
    case .missingKey: "missing-key"
    case .wrongShape: "wrong-shape"
    case .empty: "empty-value"
    case .invalidValue: "invalid-value"
    case .unknownWord: "unknown-word"
    case .definedTwice: "defined-twice"
    case .onlyOneOf: "only-one-of"
    case .keyDoesNotFit: "key-does-not-fit"
    case .nameDiffers: "name-differs"
    case .wordOfTwoCodes: "word-of-two-codes"
    case .codeNotOnList: "code-not-on-list"
    case .endBeforeStart: "end-before-start"
    case .partnerInTwoCountries: "partner-in-two-countries"
    case .overlappingTargets: "overlapping-targets"
    case .unknownName(let referent, _, _): "unknown-" + referent.code
    case .unknownValue: "unknown-value"
    case .headerOfTwoColumns: "header-of-two-columns"
    case .reservedName: "reserved-name"
    case .wrongColumnType: "wrong-column-type"
    case .testDoesNotFit: "test-does-not-fit"
    case .derivedValueNeeds: "derived-value-needs-column"
    case .termNotInForce: "term-not-in-force"
    case .termDoesNotFit: "term-does-not-fit"
    case .termRefersToItself: "term-refers-to-itself"
    case .lookupNotPossible: "lookup-not-possible"
    case .noFigures: "no-figures"
    case .sourceNotInPipeline: "source-not-in-pipeline"
    case .exampleFails: "example-fails"
    }
  }
}

extension DefinitionProblem.Referent {
  fileprivate var code: String {
    switch self {
    case .list: "list"
    case .source: "source"
    case .kpi: "kpi"
    case .rule: "rule"
    case .figure: "figure"
    case .column: "column"
    case .lookedUpSource: "lookup"
    }
  }
}
