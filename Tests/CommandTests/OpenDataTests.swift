import Foundation
import Testing

/// KPI 9 and KPI 4 from the ministry's published tables, against figures known beforehand.
@Suite struct OpenDataTests {
  private static let published = Program.shared("data/open")

  private struct Document: Decodable {
    struct School: Decodable {
      let code: String
      let name: String
      let kpis: [Value]
    }
    struct Value: Decodable {
      let number: Int
      let academicYear: Int
      let value: Int
      let figures: [Figure]
    }
    struct Figure: Decodable {
      let key: String
      let value: Int
    }
    let schools: [School]
    let totals: [Value]
  }

  private func run(_ folder: String, _ extra: [String] = []) throws -> Document {
    let run = try Program.campusKPI(
      ["run", "open-data", "--input", folder, "--format", "json"] + extra)
    try #require(run.status == 0, "\(run.error)")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Document.self, from: Data(run.output.utf8))
  }

  private static func values(_ values: [Document.Value], of kpi: Int) -> [Int: Int] {
    Dictionary(
      values.filter { $0.number == kpi }.map { ($0.academicYear, $0.value) },
      uniquingKeysWith: +)
  }

  private static func figures(_ values: [Document.Value], year: Int) -> [String: Int] {
    let kpi = values.first { $0.number == 9 && $0.academicYear == year }
    return Dictionary(
      (kpi?.figures ?? []).map { ($0.key, $0.value) }, uniquingKeysWith: +)
  }

  @Test(.enabled(if: published != nil, "../shared/data/open is not there"))
  func thePublishedTablesGiveTheKnownFigures() throws {
    let folder = try #require(OpenDataTests.published).path
    let one = try run(folder, ["--school", "1019"])
    let school = try #require(one.schools.first)
    #expect(one.schools.count == 1 && school.name == "高雄醫學大學")
    #expect(
      OpenDataTests.values(school.kpis, of: 9) == [103: 59, 104: 62, 105: 19, 106: 13, 107: 1])
    #expect(OpenDataTests.values(school.kpis, of: 4) == [106: 87, 107: 103])
    for (year, long, short) in [(105, 10, 9), (106, 5, 8), (107, 0, 1)] {
      #expect(
        OpenDataTests.figures(school.kpis, year: year) == [
          "at_least_one_semester": long, "under_one_semester": short,
        ])
    }
    let all = try run(folder)
    #expect(all.schools.count > 100)
    let totals = OpenDataTests.values(all.totals, of: 9)
    #expect([105, 106, 107].map { totals[$0] } == [1827, 2052, 2115])
  }

  @Test func tablesOfTheSameLayoutAreSummed() throws {
    let folder = try TemporaryFolder()
    try PublishedTables.write(to: folder)
    let all = try run(folder.path("open"))
    #expect(all.schools.map(\.name) == ["甲大學", "乙大學"])
    let first = try #require(all.schools.first)
    #expect(OpenDataTests.values(first.kpis, of: 9) == [104: 12, 105: 1009, 106: 5])
    #expect(OpenDataTests.values(first.kpis, of: 4) == [106: 18])
    #expect(
      OpenDataTests.figures(first.kpis, year: 105) == [
        "at_least_one_semester": 7, "under_one_semester": 1002,
      ])
    #expect(OpenDataTests.values(all.totals, of: 9) == [104: 12, 105: 1029, 106: 5])
  }

  @Test func oneSchoolAndOneYearCanBeAskedFor() throws {
    let folder = try TemporaryFolder()
    try PublishedTables.write(to: folder)
    // The code is a number in one table and has leading zeros in another.
    for code in ["71", "0071"] {
      let one = try run(folder.path("open"), ["--school", code, "--academic-year", "106"])
      #expect(one.schools.map(\.name) == ["甲大學"])
      let values = one.schools.first?.kpis ?? []
      #expect(OpenDataTests.values(values, of: 9) == [106: 5])
      #expect(OpenDataTests.values(values, of: 4) == [106: 18])
    }
    let unknown = try Program.campusKPI([
      "run", "open-data", "--input", folder.path("open"), "--school", "7",
    ])
    #expect(unknown.status == 64)
  }

  @Test func theTableNamesSchoolsYearsAndParts() throws {
    let folder = try TemporaryFolder()
    try PublishedTables.write(to: folder)
    let run = try Program.campusKPI(["run", "open-data", "--input", folder.path("open")])
    #expect(run.status == 0)
    #expect(run.output.contains("至少1學期 7, 未滿1學期 1002"))
    #expect(run.output.contains("all schools"))
  }
}
