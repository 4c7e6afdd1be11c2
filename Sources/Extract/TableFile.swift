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

  /// How a file is read by several threads.
  struct Sharing {
    let workers: Workers
    /// Files from so many bytes on are shared.
    var smallestFile = 4 * 1024 * 1024
    /// An even number of bytes.
    var stretchSize = 256 * 1024
  }

  /// Reads the file in sequence; reports findings, the one that refuses it last. Throws
  /// `Failure(.readOrWriteFailed)` and what `consume` throws.
  func read(
    expected: Manifest.Entry? = nil, purpose: TableReader.Purpose = .rows,
    report: (Finding) -> Void, consume: (RecordBatch) throws -> Void
  ) throws -> Result {
    try read(
      expected: expected, purpose: purpose, sharing: nil, report: report, decode: { $0 },
      consume: { batch, _ in
        for finding in batch.findings { report(finding) }
        if batch.recordCount > 0 { try consume(batch) }
      })
  }

  /// Reads the file. `decode` is called for each batch of rows, by any thread and perhaps in vain;
  /// `consume` gets what it returned in the order of the file and on this thread, with the number
  /// of lines before that the batch counts from. Findings about rows are in the batches; `report`
  /// gets the one that refuses the file.
  func read<Decoded: Sendable>(
    expected: Manifest.Entry? = nil, purpose: TableReader.Purpose = .rows, sharing: Sharing?,
    report: (Finding) -> Void, decode: @escaping @Sendable (RecordBatch) -> Decoded,
    consume: (Decoded, _ linesBefore: Int) throws -> Void
  ) throws -> Result {
    var result = Result(
      summary: FileSummary(source: contract.name, file: file.name, sha256: "", encoding: ""))
    switch try file.open() {
    case .refused(let problem):
      result.refusal = finding(problem)
    case .open(let opened):
      let sharing = sharing.flatMap { opened.size < $0.smallestFile ? nil : $0 }
      var refusal = try read(
        opened, expected: expected, purpose: purpose, sharing: sharing, into: &result,
        decode: decode, consume: consume)
      // Whatever else was found may come from a mixture of two files.
      if try opened.hasChanged() { refusal = (.changedWhileRead, 0) }
      result.refusal = refusal.map { finding($0.problem, line: $0.line) }
    }
    if let refusal = result.refusal { report(refusal) }
    return result
  }

  private func read<Decoded: Sendable>(
    _ opened: OpenedFile, expected: Manifest.Entry?, purpose: TableReader.Purpose,
    sharing: Sharing?, into result: inout Result,
    decode: @escaping @Sendable (RecordBatch) -> Decoded,
    consume: (Decoded, _ linesBefore: Int) throws -> Void
  ) throws -> (problem: Problem, line: Int)? {
    // A file that must have a certain checksum is not looked at before it is known to have it.
    let checksum =
      expected?.sha256 == nil
      ? sharing?.workers.begin { try opened.checksum() } : nil
    let survey = EncodingSurvey(opened: opened, fixed: contract.encoding) { extent in
      try scan(opened, extent, purpose: .outline, decode: { $0 }, consume: { _, _ in }).outline
        .footerLine > 0
    }
    let surveyed = try survey.run(withChecksum: checksum == nil)
    if let sha256 = surveyed.sha256 {
      result.summary.sha256 = sha256
      if let expected = expected?.sha256, expected != sha256 { return (.manifestChecksum, 0) }
    }
    var refusal: (problem: Problem, line: Int)?
    switch surveyed.text {
    case .unknown(let offset):
      refusal = (.unknownEncoding, try survey.line(at: offset))
    case .known(let extent):
      result.extent = extent
      result.summary.encoding = extent.encoding.rawValue
      let scanned =
        try sharing.map {
          try scan(opened, extent, purpose: purpose, $0, decode: decode, consume: consume)
        } ?? scan(opened, extent, purpose: purpose, decode: decode, consume: consume)
      result.outline = scanned.outline
      result.summary.describe(scanned.outline)
      refusal = scanned.refusal
      if refusal == nil, let rows = expected?.rows, rows != scanned.outline.rows {
        refusal = (.manifestRows(expected: rows, found: scanned.outline.rows), 0)
      }
    }
    if let checksum { result.summary.sha256 = try checksum.value() }
    return refusal
  }

  private typealias Scanned = (
    outline: TableOutline, refusal: (problem: Problem, line: Int)?
  )

  private func place(_ extent: TextExtent) -> TableReader.Place {
    TableReader.Place(
      contract: contract, file: file.name, fileIndex: index, encoding: extent.encoding)
  }

  /// Reads the text in sequence.
  private func scan<Decoded: Sendable>(
    _ opened: OpenedFile, _ extent: TextExtent, purpose: TableReader.Purpose,
    decode: @Sendable (RecordBatch) -> Decoded,
    consume: (Decoded, _ linesBefore: Int) throws -> Void
  ) throws -> Scanned {
    let stretch = try TableStretch(place(extent), purpose: purpose)
    try stretch.read(opened, extent, extent.range) { try consume(decode($0), 0) }
    let end = try stretch.finish(isWhole: extent.isWhole) { try consume(decode($0), 0) }
    return (stretch.table.outline, stretch.table.refusal(end))
  }

  /// Reads the text in stretches on several threads. One is taken as it was read by itself only if
  /// the parser had ended the stretch before between two rows; otherwise that parser reads it again.
  private func scan<Decoded: Sendable>(
    _ opened: OpenedFile, _ extent: TextExtent, purpose: TableReader.Purpose, _ sharing: Sharing,
    decode: @escaping @Sendable (RecordBatch) -> Decoded,
    consume: (Decoded, _ linesBefore: Int) throws -> Void
  ) throws -> Scanned {
    let stretches = TextStretches(opened: opened, extent: extent, size: sharing.stretchSize)
    var current = try TableStretch(place(extent), purpose: purpose)
    try current.read(opened, extent, stretches.range(0)) { try consume(decode($0), 0) }
    var head = current.table
    guard head.isInRows, current.end == nil else {
      let rest = try stretches.range(0).upperBound..<extent.range.upperBound
      try current.read(opened, extent, rest) { try consume(decode($0), 0) }
      let end = try current.finish(isWhole: extent.isWhole) { try consume(decode($0), 0) }
      return (current.table.outline, current.table.refusal(end))
    }
    let first = try stretches.range(0)
    head.expect(
      head.outline.rows * (extent.range.upperBound - first.upperBound) / max(1, first.count))
    var before = (lines: 0, rows: 0, rejected: 0)
    try sharing.workers.inOrder(
      count: stretches.count - 1,
      make: { [contract, head] index in
        let range = try stretches.range(index + 1)
        let stretch = try TableStretch(below: head, separator: contract.separator)
        var batches: [Decoded] = []
        try stretch.read(opened, extent, range) { batches.append(decode($0)) }
        return (range, stretch, batches)
      },
      settle: { index, part in
        let (range, stretch, batches) = part
        if current.provesNext {
          before.lines += current.line - 1
          before.rows += current.table.outline.rows
          before.rejected += current.table.outline.rejected
          current = stretch
          for batch in batches { try consume(batch, before.lines) }
        } else {
          try current.read(opened, extent, range) { try consume(decode($0), before.lines) }
        }
        return current.end == nil
      })
    let end = try current.finish(isWhole: extent.isWhole) {
      try consume(decode($0), before.lines)
    }
    var outline = current.table.outline
    outline.rows += before.rows
    outline.rejected += before.rejected
    if outline.footerLine > 0 { outline.footerLine += before.lines }
    let refusal = current.table.refusal(end).map { ($0.problem, $0.line + before.lines) }
    return (outline, refusal)
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
