import Campus
import Definitions
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The repository's own `pipelines/`.
@Suite struct RepositoryFolderTests {
  static let root = String(
    #filePath.dropLast("/Tests/DefinitionsTests/RepositoryFolderTests.swift".count))

  static let exists = FileManager.default.fileExists(atPath: root + "/pipelines/nightly.yaml")

  @Test(.enabled(if: exists, "pipelines/nightly.yaml is not there"))
  func lintsClean() throws {
    let problems = try PipelineFolder(path: Self.root + "/pipelines").lint()
    #expect(problems.isEmpty, "\(problems.map(\.description).joined(separator: "\n"))")
  }

  @Test(.enabled(if: exists, "pipelines/nightly.yaml is not there"))
  func loadsNightly() throws {
    let folder = try PipelineFolder(path: Self.root + "/pipelines")
    let nightly = try folder.load(pipeline: "nightly")
    #expect(nightly.sources.count == 11)
    #expect(nightly.kpis.map(\.number) == Array(1...14))
    #expect(nightly.period?.description == "2025-08-01..2025-12-31")
    #expect(nightly.files.contains("nightly.yaml"))
    #expect(!nightly.files.contains("annual.yaml"))
    #expect(nightly.files.count == nightly.fileContents.count)
    #expect(
      nightly.benchmarkPartners.map(\.institution)
        == nightly.codeLists["benchmark_partners"]?.entries.map(\.code))
  }
}
