import Foundation
import Testing

/// The fourteen counts against a second implementation in SQL (`Reference/`), which shares no code
/// with the program and reads the plain rows that the exports were spelled from.
@Suite struct ReferenceAgreementTests {
  @Test(arguments: 1...100)
  func theSQLReferenceCountsTheSame(seed: Int) throws {
    let folder = try TemporaryFolder()
    var options = ["--output", folder.path, "--seed", "\(seed)", "--students", "160"]
    options += ["--spelling", seed % 4 == 0 ? "canonical" : "varied", "--encoding", "varied"]
    if seed % 2 == 0 { options.append("--dirty") }
    if seed % 5 == 0 { options.append("--absent-random") }
    let samples = try Program.campusSamples(options)
    try #require(samples.status == 0, "campus-samples: \(samples.error)")

    let period = try folder.read("plain/period.csv").split(separator: "\n")[1]
      .replacingOccurrences(of: ",", with: "..")
    let run = try Program.campusKPI([
      "run", "--input", folder.path("exports"), "--output", folder.path("output"), "--period",
      period, "--format", "json",
    ])
    try #require(run.status == 0, "seed \(seed): \(run.error)")
    let counted = try CountTable.lines(ofJSON: run.output)

    let script = Program.root.appendingPathComponent("Tests/CommandTests/Reference/reference.sh")
    let reference = try Program.run(script, [folder.path("plain")], environment: [:])
    try #require(reference.status == 0, "reference.sh: \(reference.error)")
    let expected = Set(
      reference.output.split(separator: "\n").map(String.init).filter { $0.hasPrefix("kpi-") })
    try #require(expected.count > 100)
    #expect(
      counted == expected,
      """
      seed \(seed)
      only the program: \(counted.subtracting(expected).sorted().prefix(20))
      only the reference: \(expected.subtracting(counted).sorted().prefix(20))
      """)
    let json = try CountTable.Document(run.output)
    for kpi in json.kpis {
      guard let rows = kpi.rows else { continue }
      #expect(
        rows.read == rows.rejected + rows.duplicates + rows.excluded + rows.counted,
        "seed \(seed): the funnel of \(kpi.id) does not add up")
    }
  }
}
