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
        consume: { normaliser.append($0, file: files[$0.fileIndex].name, linesBefore: $1) })
    } else {
      summaries = try extractor.extract(
        files: files, manifest: manifest, workers: nil, report: { findings.append($0) },
        decode: { $0 },
        consume: { batch, _ in
          let file = files[batch.fileIndex].name
          normaliser.append(corrections?.corrected(batch, file: file) ?? batch, file: file)
        })
    }
    for (file, count) in corrections?.removedRows ?? [:] { summaries[file].rows -= count }
    let table = normaliser.finish(files: summaries)
    if let finding = table.rejectLimitFinding(contract) { findings.append(finding) }
    return Result(table: table, findings: findings, corrections: corrections)
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
