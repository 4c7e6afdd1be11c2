import Campus

/// The door to `pipelines/`, the folder that holds everything an office may change.
///
/// In: a folder. Out: what one pipeline says, or everything that is wrong with the folder. Refused:
/// a folder with any problem, in whatever file, for a definition half right counts wrong.
package struct PipelineFolder: Sendable {
  /// The folder as it was given.
  package let path: String
  private let files: FolderFiles

  /// Throws when there is no such folder.
  package init(path: String) throws(Failure) {
    self.path = path
    do {
      files = try FolderFiles(path: path)
    } catch {
      switch error {
      case .failure(let failure): throw failure
      case .problem:
        throw Failure(
          .invalidDefinitions, "\(path): there is no such folder",
          help: "name the folder of the definitions with --pipelines")
      }
    }
  }

  /// The pipeline of a name, such as `nightly`.
  ///
  /// Throws `InvalidDefinitions` with every problem of the folder, or a `Failure` when the folder has
  /// no pipeline of this name or cannot be read.
  package func load(pipeline name: String) throws -> PipelineDefinition {
    let contents = try read()
    guard contents.problems.isEmpty else { throw InvalidDefinitions(problems: contents.problems) }
    guard let pipeline = contents.pipelines[name] else {
      throw noPipeline(name, known: contents.pipelineNames)
    }
    return contents.definition(of: pipeline)
  }

  /// The tables of an open-data pipeline, such as `open-data`. Throws as `load(pipeline:)` does.
  package func loadOpenData(pipeline name: String) throws -> OpenDataDefinition {
    let contents = try read()
    guard contents.problems.isEmpty else { throw InvalidDefinitions(problems: contents.problems) }
    if let definition = contents.openData.first(where: { $0.name == name }) { return definition }
    throw noPipeline(name, known: contents.openData.map(\.name))
  }

  /// Everything that is wrong with the folder, in the order of files and lines. Worked examples are
  /// checked for their words; whoever counts runs them.
  package func lint() throws(Failure) -> [DefinitionProblem] { try read().problems }

  /// Everything the folder holds; not to be used while it has problems. Throws when a file of it
  /// cannot be read for a reason that is not in the folder.
  package func read() throws(Failure) -> FolderContents {
    var reader = FolderReader(files: files)
    return try reader.read()
  }

  private func noPipeline(_ name: String, known: [String]) -> Failure {
    let nearest = NearestWord.to(name, among: known).map { ", did you mean '\($0)'?" } ?? ""
    return Failure(
      known.isEmpty ? .invalidDefinitions : .usage, "\(path) has no pipeline '\(name)'\(nearest)",
      help: known.isEmpty ? nil : "pipelines: " + known.joined(separator: ", "))
  }
}
