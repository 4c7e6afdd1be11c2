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
  }

  func read(_ files: [InputFile], manifest: Manifest?, workers: Workers) throws -> Result {
    var findings: [Finding] = []
    var normaliser = SourceNormaliser(contract: contract, keep: keep) { findings.append($0) }
    let decoders = normaliser.decoders
    let summaries = try SourceExtractor(contract: contract).extract(
      files: files, manifest: manifest, workers: workers, report: { findings.append($0) },
      decode: { decoders.decode($0) },
      consume: { normaliser.append($0, file: files[$0.fileIndex].name, linesBefore: $1) })
    let table = normaliser.finish(files: summaries)
    if let finding = table.rejectLimitFinding(contract) { findings.append(finding) }
    return Result(table: table, findings: findings)
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
