import Campus
import Definitions
import Extract
import Transform

/// Extract and transform of one source: its files in, its typed table and the findings out.
struct SourceReading: Sendable {
  let contract: SourceContract
  /// The columns to keep.
  let keep: Set<String>

  struct Result: Sendable {
    let table: Table
    let findings: [Finding]
    /// The corrections with what became of them; nil when the source has none.
    let corrections: CorrectionSet?
  }

  /// More mistakes than a person could read: what is read is not what it should be, and each takes
  /// memory.
  private static let findingLimit = 1_000_000

  /// - Parameter corrections: what is corrected before a row is read. They note what they find, so
  ///   that a source which has some is read by one thread.
  func read(
    _ files: [InputFile], manifest: Manifest?, corrections: CorrectionSet? = nil, workers: Workers
  ) throws -> Result {
    var findings: [Finding] = []
    var normaliser = SourceNormaliser(contract: contract, keep: keep) { findings.append($0) }
    let extractor = SourceExtractor(contract: contract)
    var summaries: [FileSummary]
    var corrections = corrections
    if corrections == nil {
      let decoders = normaliser.decoders
      summaries = try extractor.extract(
        files: files, manifest: manifest, workers: workers, report: { findings.append($0) },
        decode: { decoders.decode($0) },
        consume: { batch, linesBefore in
          normaliser.append(
            batch, file: files[batch.fileIndex].name, linesBefore: linesBefore)
          try SourceReading.check(findings)
        })
    } else {
      summaries = try extractor.extract(
        files: files, manifest: manifest, workers: nil, report: { findings.append($0) },
        decode: { $0 },
        consume: { batch, _ in
          let file = files[batch.fileIndex].name
          normaliser.append(corrections?.corrected(batch, file: file) ?? batch, file: file)
          try SourceReading.check(findings)
        })
    }
    for (file, count) in corrections?.removedRows ?? [:] { summaries[file].rows -= count }
    let table = normaliser.finish(files: summaries)
    if let finding = table.rejectLimitFinding(contract) { findings.append(finding) }
    return Result(table: table, findings: findings, corrections: corrections)
  }

  private static func check(_ findings: [Finding]) throws {
    guard findings.count > findingLimit, let first = findings.first, let last = findings.last
    else { return }
    let wording = Language.english.wording
    throw Failure(
      .dataStoppedPublication,
      "\(last.location): more than \(findingLimit) mistakes; reading ends here. The first: "
        + "\(first.location): \(wording.message(first)) [\(first.code)]",
      help:
        "is this the export that \(first.source) expects? See its columns in pipelines/sources/")
  }
}

extension Table {
  /// The finding that stops the publication when too large a share of the rows was rejected.
  fileprivate func rejectLimitFinding(_ contract: SourceContract) -> Finding? {
    let rejected = Int128(rejectedCount) * FixedPoint.one
    guard rejected > Int128(readCount) * contract.rejectLimit else { return nil }
    return Finding(
      .rejectLimit(
        rejected: rejectedCount, read: readCount, limit: contract.rejectLimitText),
      source: source, location: SourceLocation(file: files.first?.file ?? source))
  }
}
