import Campus
import Definitions
import Extract
import Store

/// What a run is made of, by file and SHA-256: the same again publishes nothing new.
struct RunInputs {
  let definitions: [UsedFile]
  private let files: [InputFile]

  init(_ pipeline: PipelineDefinition, in folder: InputFolder) throws {
    files =
      pipeline.sources.flatMap { folder.files(of: $0.name) }
      + [folder.corrections].compactMap { $0 }
    definitions = try pipeline.fileContents.map { path, bytes in
      UsedFile(name: path, sha256: try Checksum.digits(of: bytes))
    }.sorted()
  }

  /// The exports, and `corrections.csv` when there is one. Reads every file; what is no regular file
  /// has an empty sum, which is never that of a published one, so that the run itself tells it.
  func exports() throws -> [UsedFile] {
    try files.map { file in UsedFile(name: file.name, sha256: try file.checksum() ?? "") }
  }
}
