import Foundation
import Testing

/// The detail tables of real runs against the values of the same runs.
@Suite struct DetailTableTests {
  private static let peopleAndEvents = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11]

  @Test(arguments: 1...100)
  func theLinesAddUpToTheValue(seed: Int) throws {
    let folder = try TemporaryFolder()
    var options = ["--output", folder.path, "--seed", "\(seed)", "--students", "240"]
    if seed % 3 == 0 { options.append("--dirty") }
    let samples = try Program.campusSamples(options)
    try #require(samples.status == 0, "campus-samples: \(samples.error)")
    let run = try Program.campusKPI([
      "run", "--input", folder.path("exports"), "--output", folder.path("output"), "--format",
      "json", "--academic-year", "114",
    ])
    try #require(run.status == 0, "seed \(seed): \(run.error)")
    let publication = folder.publication()
    for kpi in try CountTable.Document(run.output).kpis {
      guard let value = kpi.value else { continue }
      let table = CSVTable(try publication.text("tables/\(kpi.id).csv"))
      let number = Int(kpi.id.suffix(2)) ?? 0
      guard DetailTableTests.peopleAndEvents.contains(number) else {
        #expect(table.rows.count == value, "seed \(seed): \(kpi.id)")
        continue
      }
      let sum = table.sum(DetailTableTests.headings(number, table.headings))
      if let told = table.toldSum {
        #expect(told.sum == sum && told.value == value, "seed \(seed): \(table.title)")
        #expect(sum > value && told.repeated > 0 && told.repeated <= sum - value)
      } else {
        #expect(sum == value, "seed \(seed): \(kpi.id) adds up to \(sum), not \(value)")
      }
      table.checkGenders()
    }
  }

  /// The headcounts that part the persons: the total, or both spans of the ministry's 學5.
  private static func headings(_ kpi: Int, _ headings: [String]) -> [String] {
    switch kpi {
    case 4, 8: ["境外學位生總人數小計"]
    case 7, 11: ["人次"]
    default: headings.filter { $0.hasSuffix("小計") }
    }
  }

  @Test func theOrderOfRowsClockAndZoneChangeNoByte() throws {
    let folder = try TemporaryFolder()
    func reports(_ name: String, _ options: [String], zone: String) throws -> [String: Data] {
      let samples = try Program.campusSamples(
        ["--output", folder.path(name), "--seed", "5", "--students", "300"] + options)
      try #require(samples.status == 0, "\(samples.error)")
      let output = folder.path(name + "-output")
      let run = try Program.campusKPI(
        ["run", "--input", folder.path(name + "/exports"), "--output", output, "--quiet"],
        environment: ["LC_ALL": "C", "TZ": zone])
      try #require(run.status == 0, "\(run.error)")
      return try Publication(in: output).files()
    }
    let first = try reports("first", [], zone: "UTC")
    let again = try reports("again", [], zone: "Pacific/Kiritimati")
    #expect(first == again)
    let shuffled = try reports("shuffled", ["--shuffle-seed", "9"], zone: "Asia/Taipei")
    let tables = first.keys.filter { $0.hasPrefix("tables") }
    #expect(tables.count == 16, "14 tables and two workbooks: \(tables.sorted())")
    for path in tables { #expect(first[path] == shuffled[path], "\(path)") }
  }
}

/// A table with a title line, in RFC 4180.
private struct CSVTable {
  let title: String
  let headings: [String]
  let rows: [[String]]

  init(_ text: String) {
    var records: [[String]] = [[""]]
    var quoted = false
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" && scalar != "\r" {
      let last = records.count - 1
      if scalar == "\"" {
        quoted.toggle()
      } else if !quoted, scalar == "," {
        records[last].append("")
      } else if !quoted, scalar == "\n" {
        records.append([""])
      } else {
        records[last][records[last].count - 1].unicodeScalars.append(scalar)
      }
    }
    records.removeLast()
    title = records[0][0]
    headings = records[1]
    rows = Array(records[2...])
  }

  func sum(_ names: [String]) -> Int {
    let columns = headings.indices.filter { names.contains(headings[$0]) }
    return rows.reduce(0) { sum, row in
      sum + columns.reduce(0) { $0 + (Int(row[$1]) ?? 0) }
    }
  }

  /// What the title says when the lines give more than the value.
  var toldSum: (sum: Int, value: Int, repeated: Int)? {
    guard let match = title.firstMatch(of: #/各列合計 (\d+) \S+，達成值 (\d+) \S+：有 (\d+) /#),
      let sum = Int(match.1), let value = Int(match.2), let repeated = Int(match.3)
    else { return nil }
    return (sum, value, repeated)
  }

  /// 男 and 女 are never more than 小計, and less only where the title tells of unknown genders.
  func checkGenders() {
    for (index, heading) in headings.enumerated() where heading.hasSuffix("小計") {
      for row in rows {
        let heads = row[index..<(index + 3)].map { Int($0) ?? 0 }
        #expect(heads[1] + heads[2] <= heads[0])
        #expect(heads[1] + heads[2] == heads[0] || title.contains("性別不詳"))
      }
    }
  }
}
