import Extract
import Foundation
import Testing

/// Other projects' CSV files: what they say must come out does, or the file is refused.
struct ConformanceTests {
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

  @Test(
    .enabled(
      if: Workplace.shared("data/csv-conformance/cases.json") != nil,
      "../shared/data/csv-conformance is not there"))
  func nothingIsAcceptedAndWrong() throws {
    let list = try #require(Workplace.shared("data/csv-conformance/cases.json"))
    let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: list))
    #expect(cases.count > 200)
    for example in cases {
      let path = list.deletingLastPathComponent().appendingPathComponent(example.file).path
      var rows: [[String]] = []
      let refusal = try RecordListing(file: InputFile(path: path)).forEachJSONLine { line in
        rows.append(try JSONDecoder().decode([String].self, from: Data(line)))
      }
      if let expected = example.rows {
        #expect(refusal == nil, "\(example.file) must be read")
        #expect(rows == expected, "\(example.file)")
      } else {
        #expect(refusal != nil, "\(example.file) must be refused")
      }
    }
  }
}
