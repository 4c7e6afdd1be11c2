import Campus
import Definitions

/// Reads the files of one source.
///
/// In: the contract, the files in reading order and the manifest. Out: the contract's cells of
/// every row in batches, findings, and a summary of each file. A file is refused as a whole when
/// its encoding, quoting, header or size is not as sources.md, section 1 says, when it differs from
/// the manifest, or when it changes while it is read; a row of another width than the header is
/// rejected alone.
package struct SourceExtractor: Sendable {
  private let contract: SourceContract

  package init(contract: SourceContract) {
    self.contract = contract
  }

  /// Reads the files one after another, also those after a refused one, so that one run reports
  /// all of them.
  ///
  /// - Parameters:
  ///   - report: gets each finding. One whose `problem.refusesFile` is true refuses its file: rows
  ///     of it that were handed over before must not be used, so nothing may be published.
  ///   - consume: gets the rows, at most some thousand at a time.
  /// - Returns: one summary a file. That of a refused file tells what was known when it was
  ///   refused. A file without header (`headerLine` 0) that is not refused is an empty export: it
  ///   lacks no column.
  /// - Throws: `Failure(.readOrWriteFailed)` with path and cause, and what `consume` throws.
  package func extract(
    files: [InputFile], manifest: Manifest?, report: (Finding) -> Void,
    consume: (RecordBatch) throws -> Void
  ) throws -> [FileSummary] {
    try files.enumerated().map { index, file in
      let table = TableFile(contract: contract, file: file, index: index)
      let result = try table.read(
        expected: manifest?.entry(for: file.name), report: report, consume: consume)
      return result.summary
    }
  }

  /// Reads the files one after another, large ones with the help of other threads if there are any.
  ///
  /// - Parameters:
  ///   - report: gets each finding that refuses a file. Those about rows are in the batches.
  ///   - decode: makes of a batch what it can without knowing another; called by any thread in any
  ///     order, and perhaps in vain.
  ///   - consume: gets what `decode` made, on this thread and in the order of the rows, and how
  ///     many lines of the file come before those that the batch counts from 1.
  package func extract<Decoded: Sendable>(
    files: [InputFile], manifest: Manifest?, workers: Workers?, report: (Finding) -> Void,
    decode: @escaping @Sendable (RecordBatch) -> Decoded,
    consume: (Decoded, _ linesBefore: Int) throws -> Void
  ) throws -> [FileSummary] {
    try extract(
      files: files, manifest: manifest, sharing: workers.map { .init(workers: $0) }, report: report,
      decode: decode, consume: consume)
  }

  func extract<Decoded: Sendable>(
    files: [InputFile], manifest: Manifest?, sharing: TableFile.Sharing?,
    report: (Finding) -> Void, decode: @escaping @Sendable (RecordBatch) -> Decoded,
    consume: (Decoded, _ linesBefore: Int) throws -> Void
  ) throws -> [FileSummary] {
    try files.enumerated().map { index, file in
      try TableFile(contract: contract, file: file, index: index).read(
        expected: manifest?.entry(for: file.name), sharing: sharing, report: report,
        decode: decode, consume: consume
      ).summary
    }
  }
}
