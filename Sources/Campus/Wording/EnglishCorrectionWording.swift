extension EnglishWording {
  /// What is wrong with a line of `corrections.csv`.
  func message(_ problem: CorrectionProblem, _ finding: Finding) -> String {
    let (source, column) = (finding.source, finding.column)
    return switch problem {
    case .fieldCount(let expected, let found):
      "the line has \(found) fields, the header has \(expected)"
    case .incomplete(let columns): "no value in \(columns.joined(separator: ", "))"
    case .unknownSource(let name, _): "'\(name)' is no source"
    case .unknownColumn(let name, _): "'\(name)' is no column of \(source)"
    case .sourceWithoutKey: "\(source) has no key by which a correction could find a row"
    case .keyParts(let columns):
      "the key of \(source) is \(columns.joined(separator: "|")), with a value for each"
    case .keyNotFound: "no row of \(source) has this key"
    case .columnAbsent(let file): "\(file) has no column \(column)"
    case .stale(let row, .some("")):
      "the correction is stale: \(column) has no value at \(row), old has one"
    case .stale(let row, let value?):
      "the correction is stale: \(column) is '\(value)' at \(row), old is not"
    case .stale(let row, nil): "the correction is stale: \(column) at \(row) is not what old says"
    case .twice(let first): "\(first) corrects the same row and column, or removes the row"
    case .removalWithValue: "* removes the whole row, but old or new has a value"
    case .invalidValue(let problem):
      "the new value is not valid: "
        + message(
          Finding(problem, source: source, location: finding.location, column: column))
    }
  }

  /// What to do about it.
  func help(_ problem: CorrectionProblem, _ finding: Finding) -> String {
    switch problem {
    case .fieldCount: "a comma inside a value needs quotation marks around the value"
    case .incomplete: "only old and new may be empty; an auditor asks for reason and approved_by"
    case .unknownSource(_, let nearest?), .unknownColumn(_, let nearest?):
      "did you mean '\(nearest)'?"
    case .unknownSource(_, nil): "the sources are the files in pipelines/sources/"
    case .unknownColumn(_, nil): "the columns stand in pipelines/sources/\(finding.source).yaml"
    case .columnAbsent: "add the column to the export"
    case .sourceWithoutKey: "correct the database and export again"
    case .keyParts: "write all of them, joined by |"
    case .keyNotFound:
      "look the key up in the export; if the row is gone, delete this line of corrections.csv"
    case .stale:
      "check whether the correction is still needed; delete the line, or write the export's value "
        + "into old"
    case .twice: "keep one of the two lines"
    case .removalWithValue: "leave old and new empty, or name the column to correct"
    case .invalidValue(let problem):
      help(
        Finding(
          problem, source: finding.source, location: finding.location, column: finding.column))
    }
  }
}
