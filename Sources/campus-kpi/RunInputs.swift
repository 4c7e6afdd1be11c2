import Campus
import Definitions
import Extract
import Glibc
import Store

/// What a run is made of, by file and SHA-256: the same again publishes nothing new.
struct RunInputs {
  /// So much is summed while the store is opened. Of more it must first be known whether the sums are
  /// asked for.
  private static let smallSize = 8 << 20

  let definitions: [UsedFile]
  private let jobs: [@Sendable () throws -> UsedFile]
  private let begun: StartedJobs<UsedFile>?

  /// Begins to read exports that are small, where there is a database to compare them with.
  init(_ pipeline: PipelineDefinition, in folder: InputFolder, database: String) {
    let files =
      pipeline.sources.flatMap { folder.files(of: $0.name) }
      + [folder.corrections].compactMap { $0 }
    // The largest first: the small ones fill the time of the threads that would have to wait.
    let sized = files.map { (file: $0, size: $0.size) }.sorted { $0.size > $1.size }
    jobs = sized.map { file, _ in
      { UsedFile(name: file.name, sha256: try file.checksum() ?? "") }
    }
    let isSmall = sized.reduce(0) { $0 + $1.size } < RunInputs.smallSize
    // With a manifest the exports are read whole before anything is compared.
    let isComparable = !folder.hasManifest && access(database, F_OK) == 0
    begun = isSmall && isComparable ? Workers(count: min(2, Workers.usualCount)).start(jobs) : nil
    definitions = pipeline.fileContents.map { path, bytes in
      UsedFile(name: path, sha256: Checksum.digits(of: bytes))
    }.sorted()
  }

  /// The exports, and `corrections.csv` when there is one; to be asked for once. Reads every file;
  /// what is no regular file has an empty sum, which is never that of a published one, so that the
  /// run itself tells it.
  func exports() throws -> [UsedFile] { try begun?.values() ?? Workers().run(jobs) }
}
