import Campus
import Definitions
import Extract
import Store

/// What a run is made of, by file and SHA-256: the same again publishes nothing new.
struct RunInputs {
  /// The exports, and `corrections.csv` when there is one.
  let exports: [UsedFile]
  let definitions: [UsedFile]

  /// Reads every file once; what is no regular file has no sum and is told by the run itself.
  init(_ pipeline: PipelineDefinition, in folder: InputFolder) throws {
    var files = pipeline.sources.flatMap { folder.files(of: $0.name) }
    if let corrections = folder.corrections { files.append(corrections) }
    exports = try files.compactMap { file in
      try file.checksum().map { UsedFile(name: file.name, sha256: $0) }
    }
    definitions = try pipeline.fileContents.map { path, bytes in
      UsedFile(name: path, sha256: try Checksum.digits(of: bytes))
    }.sorted()
  }
}
