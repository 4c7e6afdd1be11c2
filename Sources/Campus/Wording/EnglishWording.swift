/// The program's sentences in English.
package struct EnglishWording: Wording {
  package init() {}

  package let error = "error"
  package let warning = "warning"

  package func andMore(_ count: Int, code: String, stored: Bool) -> String {
    "and \(count) more [\(code)]" + (stored ? "; all of them are in findings.csv" : "")
  }

  package func message(_ finding: Finding) -> String {
    let column = finding.column
    return switch finding.problem {
    case .unusedFile: "this file belongs to no source and is not read"
    case .manifestMissingFile: "manifest.csv names this file, but it is not in the folder"
    case .manifestChecksum: "the file's SHA-256 is not the one that manifest.csv gives"
    case .manifestRows(let expected, let found):
      "manifest.csv gives \(expected) rows, the file has \(found)"
    case .invalidManifest(let reason): "the manifest cannot be read: \(reason)"
    case .notARegularFile: "this is not a regular file"
    case .staleSource(let days, let limit, _):
      "the export is \(days) days old, more than the \(limit) days its source allows"
    case .changedWhileRead: "the file changed while it was read"
    case .unknownEncoding: "the bytes are neither UTF-8 nor Big5 (CP950) nor the encoding it claims"
    case .quoteInsideField: "a quotation mark stands inside a field that does not begin with one"
    case .textAfterQuote: "text follows a closing quotation mark"
    case .unclosedQuote: "a quotation mark is never closed"
    case .headerNotFound(let missing):
      "no header line within the first 10 rows; not found: \(missing.joined(separator: ", "))"
    case .columnTwice(let column, let header): "column \(column) is found twice, as '\(header)'"
    case .fieldTooLong: "a field is longer than 1 MiB"
    case .tooManyFields: "a row has more than 4,096 fields"
    case .rejectLimit(let rejected, let read, let limit):
      "\(rejected) of \(read) rows were rejected, more than the limit of \(limit)"
    case .fieldCount(let expected, let found):
      "the row has \(found) fields, the header has \(expected)"
    case .badCharacter: "\(column) holds a character that cannot be read (U+FFFD or NUL)"
    case .missingValue: "\(column) has no value"
    case .missingIdentity(let columns):
      "none of \(columns.joined(separator: ", ")) has a value, so the row cannot be told apart"
    case .unmapped(let value, let list, _):
      "\(column) \(quoted(value))is not on the list of \(list)"
    case .invalidDate(let value): "\(column) \(quoted(value))is not a date"
    case .invalidNumber(let kind, let value):
      "\(column) \(quoted(value))is not a valid \(kind.replacing("_", with: " "))"
    case .invalidYesNo(let value): "\(column) \(quoted(value))is neither yes nor no"
    case .notAvailable: "\(column) is marked as not available"
    case .endBeforeStart: "the end is before the start"
    case .conflictingRows(let other):
      "another row has the same key and other values: \(other)"
    case .unknownPerson(let lookup, let kpi):
      "the person has no row in \(lookup), so \(kpi) cannot count this row"
    case .correction(let problem): message(problem, finding)
    case .userDefinedCharacter: "\(column) holds a user-defined character (造字)"
    case .duplicateRow(let first): "the row says the same as \(first) and is merged with it"
    case .columnAbsent(let kpis):
      "column \(column) is absent; its values count as missing for \(kpis.joined(separator: ", "))"
    case .definitionWarning("dual-degree-unproven", let kpi):
      "credits or months of the dual degree are missing; \(kpi) counts the student without proof"
    case .definitionWarning(let code, let kpi): "\(kpi) asks to look at this row (\(code))"
    }
  }

  package func help(_ finding: Finding) -> String {
    switch finding.problem {
    case .unusedFile:
      "rename it to <source>.csv or <source>-….csv, or move it out of the folder"
    case .manifestMissingFile: "deliver the file, or take it off manifest.csv"
    case .manifestChecksum, .manifestRows:
      "ask the office for the file again; one of the two is not the one that was meant"
    case .invalidManifest: "the columns are file,rows,sha256"
    case .notARegularFile: "put the file itself into the folder, no link and no device"
    case .staleSource: "ask the office for a new export"
    case .changedWhileRead: "run again when the export is complete"
    case .unknownEncoding: "export the file again as UTF-8"
    case .quoteInsideField, .textAfterQuote:
      "double the quotation marks inside the field and put the field into quotation marks"
    case .unclosedQuote: "close the field that begins here, or export the file again"
    case .headerNotFound where finding.source == AppliedCorrection.inputName:
      "the columns are \(AppliedCorrection.columns.joined(separator: ","))"
    case .headerNotFound:
      "name the columns as pipelines/sources/\(finding.source).yaml says, or add the header there"
    case .columnTwice: "delete or rename one of the two columns"
    case .fieldTooLong, .tooManyFields:
      "a quotation mark or a separator is probably wrong near this line; export the file again"
    case .rejectLimit:
      "correct the rows named above, or raise reject_limit in "
        + "pipelines/sources/\(finding.source).yaml"
    case .fieldCount: "a separator inside a value needs quotation marks around the value"
    case .badCharacter: "correct the value in the database and export again"
    case .missingValue: "fill in the value in the database and export again"
    case .missingIdentity: "give the item a number"
    case .unmapped(_, _, let nearest):
      (nearest.map { "did you mean '\($0)'? Otherwise add" } ?? "add")
        + " the word to its list in pipelines/codes/, or correct the value"
    case .invalidDate: "write it as 2025-08-01 or 114/08/01"
    case .invalidNumber: "write it in digits"
    case .invalidYesNo: "write 是 or 否"
    case .notAvailable: "ask for the figure; it is never read as 0"
    case .endBeforeStart: "correct one of the two dates"
    case .conflictingRows: "keep the row that is right; until then none of them counts"
    case .unknownPerson: "deliver the person's row, or correct the identifier"
    case .correction(let problem): help(problem, finding)
    case .userDefinedCharacter: "no action is needed where the character is only part of a name"
    case .duplicateRow: "no action is needed"
    case .columnAbsent: "add the column to the export if the values exist"
    case .definitionWarning: "complete the data so that the count can be defended"
    }
  }

  private func quoted(_ value: String?) -> String {
    value.map { "'\($0)' " } ?? ""
  }
}
