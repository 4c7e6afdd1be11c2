import Foundation
import Testing

/// Other projects' CSV files through the program: what they say must come out does, or the file
/// is refused.
@Suite struct ConformanceTests {
  private static let list = Program.shared("data/csv-conformance/cases.json")

  private struct Case: Decodable {
    let file: String
    /// nil when the file must be refused.
    let rows: [[String]]?

    enum Keys: String, CodingKey { case file, expect }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Keys.self)
      file = try values.decode(String.self, forKey: .file)
      rows = try? values.decode([[String]].self, forKey: .expect)
    }
  }

  @Test(.enabled(if: list != nil, "../shared/data/csv-conformance is not there"))
  func nothingIsAcceptedAndWrong() throws {
    let list = try #require(ConformanceTests.list)
    let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: list))
    #expect(cases.count == 280)
    var wrong: [String] = []
    var accepted: [String] = []
    var refused: [String] = []
    for example in cases {
      let path = list.deletingLastPathComponent().appendingPathComponent(example.file).path
      let run = try Program.campusKPI(["preview", path, "--all", "--format", "json"])
      let rows = try run.output.split(separator: "\n").map {
        try JSONDecoder().decode([String].self, from: Data($0.utf8))
      }
      switch (example.rows, run.status) {
      case (nil, 65):
        // The line is named, as in `file.csv:3: error: …`.
        #expect(
          run.error.contains(/:(\d+): error: .*\]\n/),
          "\(example.file) is refused without a line: \(run.error)")
      case (nil, _): accepted.append(example.file)
      case (let expected?, 0): if rows != expected { wrong.append(example.file) }
      case (_?, _): refused.append(example.file)
      }
    }
    #expect(wrong == [], "accepted and wrong")
    #expect(accepted == [], "accepted although they must be refused")
    #expect(refused == [], "refused although they are good")
  }
}
