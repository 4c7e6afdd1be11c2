import Campus
import Definitions
import Extract

/// Finds exports that are older than their source allows.
///
/// Their age is no part of a report: the same exports give the same bytes on any day.
struct Freshness {
  let pipeline: PipelineDefinition
  /// Seconds since 1 January 1970.
  let now: Int

  func findings(_ folder: InputFolder) -> [Finding] {
    pipeline.sources.flatMap { findings($0, folder.files(of: $0.name)) }
  }

  private func findings(_ contract: SourceContract, _ files: [InputFile]) -> [Finding] {
    guard let limit = contract.maxAgeDays else { return [] }
    return files.compactMap { file in
      guard let written = file.modificationTime else { return nil }
      let days = (now - written) / 86_400
      guard days > limit else { return nil }
      return Finding(
        .staleSource(days: days, limit: limit, isError: pipeline.staleSources == .error),
        source: contract.name, location: SourceLocation(file: file.name))
    }
  }
}
