import Campus
import Definitions
import Extract
import Transform

/// Extract and transform of one source: its files in, its typed table out.
struct SourceReading {
  let contract: SourceContract
  /// The columns to keep.
  let keep: Set<String>

  func table(
    of files: [InputFile], manifest: Manifest?, report: @escaping (Finding) -> Void
  ) throws -> Table {
    var none: CorrectionSet?
    return try table(of: files, manifest: manifest, corrections: &none, report: report)
  }

  /// - Parameter corrections: what is corrected before a row is read; notes what it found.
  func table(
    of files: [InputFile], manifest: Manifest?, corrections: inout CorrectionSet?,
    report: @escaping (Finding) -> Void
  ) throws -> Table {
    var normaliser = SourceNormaliser(contract: contract, keep: keep, report: report)
    var summaries = try SourceExtractor(contract: contract).extract(
      files: files, manifest: manifest, report: report
    ) { batch in
      let file = files[batch.fileIndex].name
      normaliser.append(corrections?.corrected(batch, file: file) ?? batch, file: file)
    }
    for (file, count) in corrections?.removedRows ?? [:] { summaries[file].rows -= count }
    return normaliser.finish(files: summaries)
  }
}

extension Table {
  /// The finding that stops the publication when too large a share of the rows was rejected.
  func rejectLimitFinding(_ contract: SourceContract) -> Finding? {
    let rejected = Int128(rejectedCount) * FixedPoint.one
    guard rejected > Int128(readCount) * contract.rejectLimit else { return nil }
    return Finding(
      .rejectLimit(
        rejected: rejectedCount, read: readCount, limit: contract.rejectLimitText),
      source: source, location: SourceLocation(file: files.first?.file ?? source))
  }
}
