import Campus
import Definitions

/// One file of a source, from opening it to the last check that it did not change meanwhile.
struct TableFile {
  let contract: SourceContract
  let file: InputFile
  /// Which of the source's files.
  let index: Int

  struct Result {
    var summary: FileSummary
    var outline = TableOutline()
    var extent: TextExtent?
    var refusal: Finding?
  }

  /// Reads the file; reports findings, the one that refuses it last. Throws
  /// `Failure(.readOrWriteFailed)` and what `consume` throws.
  func read(
    expected: Manifest.Entry? = nil, purpose: TableReader.Purpose = .rows,
    report: (Finding) -> Void, consume: (RecordBatch) throws -> Void
  ) throws -> Result {
    var result = Result(
      summary: FileSummary(source: contract.name, file: file.name, sha256: "", encoding: ""))
    switch try file.open() {
    case .refused(let problem):
      result.refusal = finding(problem)
    case .open(let opened):
      var refusal = try read(
        opened, expected: expected, purpose: purpose, into: &result, report: report,
        consume: consume)
      // Whatever else was found may come from a mixture of two files.
      if try opened.hasChanged() { refusal = (.changedWhileRead, 0) }
      result.refusal = refusal.map { finding($0.problem, line: $0.line) }
    }
    if let refusal = result.refusal { report(refusal) }
    return result
  }

  private func read(
    _ opened: OpenedFile, expected: Manifest.Entry?, purpose: TableReader.Purpose,
    into result: inout Result, report: (Finding) -> Void, consume: (RecordBatch) throws -> Void
  ) throws -> (problem: Problem, line: Int)? {
    let survey = EncodingSurvey(opened: opened, fixed: contract.encoding) { extent in
      try scan(opened, extent, purpose: .outline, report: { _ in }, consume: { _ in }).outline
        .footerLine > 0
    }
    let surveyed = try survey.run()
    result.summary.sha256 = surveyed.sha256
    if let sha256 = expected?.sha256, sha256 != surveyed.sha256 { return (.manifestChecksum, 0) }
    guard case .known(let extent) = surveyed.text else {
      guard case .unknown(let offset) = surveyed.text else { return nil }
      return (.unknownEncoding, try survey.line(at: offset))
    }
    result.extent = extent
    result.summary.encoding = extent.encoding.rawValue
    let (outline, refusal) = try scan(
      opened, extent, purpose: purpose, report: report, consume: consume)
    result.outline = outline
    result.summary.describe(outline)
    if refusal == nil, let rows = expected?.rows, rows != outline.rows {
      return (.manifestRows(expected: rows, found: outline.rows), 0)
    }
    return refusal
  }

  private func scan(
    _ opened: OpenedFile, _ extent: TextExtent, purpose: TableReader.Purpose,
    report: (Finding) -> Void, consume: (RecordBatch) throws -> Void
  ) throws -> (outline: TableOutline, refusal: (problem: Problem, line: Int)?) {
    var table = TableReader(
      TableReader.Place(
        contract: contract, file: file.name, fileIndex: index, encoding: extent.encoding),
      purpose: purpose)
    let end = try RecordScan(opened: opened, separator: contract.separator).run(
      extent, prepare: TableReader.prepare,
      take: { row, line in
        let goesOn = table.take(row, line: line, report: report)
        if table.hasFullBatch(row), table.fillBatch(row) { try consume(table.batch) }
        return goesOn
      },
      atEnd: { row in
        if table.fillBatch(row) { try consume(table.batch) }
      })
    return (table.outline, table.refusal(end))
  }

  private func finding(_ problem: Problem, line: Int = 0) -> Finding {
    var column = ""
    if case .columnTwice(let name, _) = problem { column = name }
    return Finding(
      problem, source: contract.name, location: SourceLocation(file: file.name, line: line),
      column: column)
  }
}

extension FileSummary {
  fileprivate mutating func describe(_ outline: TableOutline) {
    rows = outline.rows
    rejected = outline.rejected
    headerLine = outline.headerLine
    columns = outline.columns.sorted { $0.index < $1.index }.map(\.name)
    headers = Dictionary(
      outline.columns.map { ($0.name, $0.header) }, uniquingKeysWith: { first, _ in first })
  }
}
