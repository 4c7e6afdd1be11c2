import Foundation
import Testing

/// The samples give what `samples/expected` says, to the byte; every KPI is above zero.
@Suite struct SamplesTests {
  @Test(arguments: ["clean", "dirty", "corrections"])
  func theSamplesGiveWhatIsExpected(name: String) throws {
    let folder = try TemporaryFolder()
    let samples = Program.root.appendingPathComponent("samples")
    let run = try Program.campusKPI([
      "run", "nightly", "--input", samples.appendingPathComponent(name).path, "--output",
      folder.path("output"), "--format", "json",
    ])
    try #require(run.status == 0, "\(run.error)")
    let expected = try String(
      contentsOf: samples.appendingPathComponent("expected/\(name).json"), encoding: .utf8)
    #expect(run.output == expected)
    for kpi in try CountTable.Document(run.output).kpis {
      #expect(try #require(kpi.value) > 0, "\(kpi.id)")
    }
  }

  /// The dirty exports are the clean ones as offices send them: what is rejected counts nowhere.
  @Test func theDirtySamplesGiveTheValuesOfTheCleanOnes() throws {
    let values = try ["clean", "dirty"].map { name in
      let file = Program.root.appendingPathComponent("samples/expected/\(name).json")
      return try CountTable.Document(String(contentsOf: file, encoding: .utf8)).values
    }
    #expect(values[0] == values[1])
  }
}
