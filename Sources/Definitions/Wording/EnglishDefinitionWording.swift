import Campus

/// What is wrong with a definition, in English.
enum EnglishDefinitionWording {
  static func message(_ kind: DefinitionProblem.Kind) -> String {
    switch kind {
    case .unreadable(let cause): "the file cannot be read: \(cause)"
    case .notARegularFile: "not a regular file"
    case .leadsOut: "the symbolic link leads out of the folder"
    case .tooLarge(let limit): "the file has more than \(limit >> 20) MiB"
    case .unexpectedFile: "nothing reads this file"
    case .invalidFileName(let expected): "the name is not \(name(expected))"
    case .notUTF8: "not UTF-8"
    case .emptyFile: "the file is empty"
    case .yamlSyntax(let problem): "not YAML: \(problem)"
    case .forbiddenYAML(let feature): "\(name(feature)) must not stand in a definition"
    case .tooDeep(let limit): "nested deeper than \(limit) levels"
    case .duplicateKey(let key, let firstLine):
      "key '\(key)' stands twice, first in line \(firstLine)"
    case .csvQuote(.quoteInsideField): "a quote inside a field without quotes"
    case .csvQuote(.textAfterQuote): "text after a closing quote"
    case .csvQuote(.unclosedQuote): "a quote that is never closed"
    case .csvFieldCount(let expected, let found):
      "the row has \(count(found, "field")), the header \(expected)"
    case .csvColumnMissing(let column, let nearest):
      "the header lacks '\(column)'" + (nearest.map { ", has it '\($0)'" } ?? "")
    case .csvColumnTwice(let column): "the header has '\(column)' twice"
    case .unknownKey(let key, let nearest): "unknown key '\(key)'" + didYouMean(nearest)
    case .missingKey(let key): "'\(key)' is missing"
    case .wrongShape(let key, let expected): "'\(key)' must be \(name(expected))"
    case .empty(let key): "'\(key)' is empty"
    case .invalidValue(let key, let word, let expected):
      "'\(key)' is '\(word)', which is not \(name(expected))"
    case .unknownWord(let key, let word, _, let nearest):
      "'\(key)' cannot be '\(word)'" + didYouMean(nearest)
    case .definedTwice(let key, let word, let firstLine):
      "\(key) '\(word)' stands twice, first in line \(firstLine)"
    case .onlyOneOf(let keys): "only one of \(list(keys)) may be given"
    case .keyDoesNotFit(let key, let type): "'\(key)' does not go with a column of type \(type)"
    case .nameDiffers(let key, let word, let expected):
      "'\(key)' is '\(word)', but the file's place says '\(expected)'"
    case .wordOfTwoCodes(let word, let first, let second):
      "the word '\(word)' means both '\(first)' and '\(second)'"
    case .codeNotOnList(let word, let list, let nearest):
      "'\(word)' is no code of the list \(list)" + didYouMean(nearest)
    case .endBeforeStart(let from, let to): "the last day \(to) is before the first day \(from)"
    case .partnerInTwoCountries(let institution, let first, let second):
      "'\(institution)' is in '\(second)' here and in '\(first)' above"
    case .overlappingTargets(let kpi, let firstLine):
      "this target of \(kpi) and the one in line \(firstLine) are for overlapping periods"
    case .unknownName(let referent, let name, let nearest):
      "there is no \(self.name(referent, name))" + didYouMean(nearest)
    case .unknownValue(let name, let source, let nearest):
      "'\(name)' is neither a column of \(source) nor a term nor a derived value"
        + didYouMean(nearest)
    case .headerOfTwoColumns(let header, let first, let second):
      "the header '\(header)' belongs to both '\(first)' and '\(second)'"
    case .reservedName(let name):
      "the name '\(name)' is taken: by a column, a derived value or a test"
    case .wrongColumnType(let column, let expected):
      "column '\(column)' is not of type \(expected.joined(separator: " or "))"
    case .testDoesNotFit(let test, let value, let kind, _):
      "'\(test)' does not fit '\(value)', which is of type \(kind)"
    case .derivedValueNeeds(let value, let column, let source):
      "'\(value)' needs the column '\(column)', which \(source) does not have"
    case .termNotInForce(let term, let day):
      "the term '\(term)' is not defined among those in force on \(day)"
    case .termDoesNotFit(let term, let value, let source):
      "the term '\(term)' reads '\(value)', which \(source) does not have"
    case .termRefersToItself(let path):
      "the term refers to itself: \(path.joined(separator: " → "))"
    case .lookupNotPossible(let from, let to, let column):
      "persons of \(from) cannot be looked up in \(to): '\(column)' is missing"
    case .noFigures: "the definition has no figures"
    case .sourceNotInPipeline(let kpi, let source):
      "\(kpi) reads the source '\(source)', which the pipeline does not name"
    case .exampleFails(let who, let expected, let found):
      "the example '\(who)' says \(name(expected)) and comes out \(name(found))"
    }
  }

  static func help(_ kind: DefinitionProblem.Kind) -> String? {
    switch kind {
    case .unexpectedFile:
      "sources and definitions end in .yaml, code lists in .csv; a README may stand beside them"
    case .notUTF8: "save the file as UTF-8 (in a spreadsheet program: CSV UTF-8)"
    case .unknownWord(_, _, let allowed, _): "one of \(list(allowed))"
    case .wordOfTwoCodes: "leave the word with one of the two codes"
    case .nameDiffers(_, _, let expected): "write '\(expected)', or move the file"
    case .testDoesNotFit(_, _, _, let fitting): "what fits: \(fitting.joined(separator: ", "))"
    case .sourceNotInPipeline(let kpi, let source):
      "add '\(source)' to the sources, or leave \(kpi) out"
    case .overlappingTargets:
      "one period may lie within the other (half a year within a year), or they lie apart"
    case .leadsOut: "copy the file to where the link stands"
    case .termNotInForce:
      "a term stands in every file of kpis/terms/ that is in force while the definition is"
    case .lookupNotPossible:
      "a look-up needs a source with academic_year, semester and a person in its key, and the same "
        + "person column where it starts"
    case .exampleFails: "correct the example or the rules; campus-kpi explain shows the rules"
    default: nil
    }
  }

  private static func didYouMean(_ nearest: String?) -> String {
    nearest.map { ", did you mean '\($0)'?" } ?? ""
  }

  private static func list(_ words: [String]) -> String {
    words.map { "'\($0)'" }.joined(separator: ", ")
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)" + (number == 1 ? "" : "s")
  }

  private static func name(_ feature: DefinitionProblem.ForbiddenYAML) -> String {
    switch feature {
    case .anchor: "an anchor (&)"
    case .alias: "an alias (*)"
    case .tag: "a tag (!)"
    case .severalDocuments: "a second document (---)"
    case .keyOfSeveralValues: "a key that is itself a list or a mapping"
    }
  }

  private static func name(_ shape: DefinitionProblem.Shape) -> String {
    switch shape {
    case .scalar: "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping (key: value)"
    case .scalarOrSequence: "a single value or a list"
    case .scalarOrMapping: "a single value or a mapping"
    }
  }

  private static func name(_ expectation: DefinitionProblem.Expectation) -> String {
    switch expectation {
    case .bareName: "a plain name of small letters, digits and _"
    case .kpiName: "a name such as kpi-04"
    case .date: "a date such as 2025-08-01"
    case .dateFileName: "a date such as 2025-08-01.yaml"
    case .wholeNumber: "a whole number"
    case .number: "a number"
    case .percent: "a share such as 5%"
    case .days: "a number of days such as 45 days"
    case .yesNo: "yes or no"
    case .months: "a span such as 3 months"
    case .day: "the word day"
    case .codePair: "two codes joined by +"
    case .columnPair: "a list of two columns"
    case .path: "a path that stays where it begins (no ..)"
    case .period: "a period such as 2025-08-01..2025-12-31"
    case .academicYear: "an academic year such as 114"
    case .calendarYear: "a year such as 2025"
    case .month: "a month such as 114-09"
    }
  }

  private static func name(_ referent: DefinitionProblem.Referent, _ name: String) -> String {
    switch referent {
    case .list: "code list '\(name)' in codes/"
    case .source: "source '\(name)' in sources/"
    case .kpi: "definition '\(name)' in kpis/"
    case .rule: "rule '\(name)' in this definition"
    case .column(let source): "column '\(name)' in \(source)"
    case .lookedUpSource: "look-up in '\(name)' in this definition"
    case .figure: "figure '\(name)' in the definition"
    }
  }

  private static func name(_ outcome: KPIDefinition.Example.Outcome) -> String {
    switch outcome {
    case .counted: "counted"
    case .notCounted: "not counted"
    case .excludedBy(let rule): "left out by '\(rule)'"
    }
  }
}
