import Foundation
import Testing

/// An office changes `pipelines/` and the next run follows, without a rebuild.
@Suite struct DefinitionChangeTests {
  private struct Place {
    let folder: TemporaryFolder
    let definitions: DefinitionsCopy
    var university = University()

    init() throws {
      folder = try TemporaryFolder()
      definitions = try DefinitionsCopy(in: folder)
    }

    func run(_ extra: [String] = []) throws -> Program.Outcome {
      try university.write(to: folder)
      return try folder.run(["--pipelines", definitions.path] + extra)
    }

    func kpi(_ number: Int, _ extra: [String] = []) throws -> CountTable.KPI {
      let run = try run(extra)
      try #require(run.status == 0, "\(run.error)")
      return try #require(try folder.publication().kpis.kpi(number))
    }
  }

  @Test func aNewHeaderIsRead() throws {
    var place = try Place()
    place.university["students"].rename(column: "status", to: "註冊情形")
    #expect(try place.run().status == 65)
    try place.definitions.replace(
      "headers: [學籍狀態, 在學狀態]", with: "headers: [學籍狀態, 在學狀態, 註冊情形]",
      in: "sources/students.yaml")
    #expect(try place.kpi(4).value == 2)
  }

  @Test func aNewWordIsRead() throws {
    var place = try Place()
    place.university["students"][0, "status"] = "在校"
    let before = try place.kpi(4)
    #expect(before.value == 1 && before.rows?.rejected == 1)
    try place.definitions.replace("在學中", with: "在學中;在校", in: "codes/status.csv")
    let after = try place.kpi(4)
    #expect(after.value == 2 && after.rows?.rejected == 0)
  }

  @Test func aNewBenchmarkPartnerCounts() throws {
    var place = try Place()
    place.university["publications"].rows.append(place.university["publications"].rows[0])
    let last = place.university["publications"].rows.count - 1
    place.university["publications"][last, "doi"] = "10.1000/two"
    place.university["publications"][last, "partner_institutions"] = "Universität Heidelberg"
    #expect(try place.kpi(1).value == 1)
    let partners = try place.definitions.read("codes/benchmark_partners.csv")
    let row = "海德堡大學,Heidelberg University;Universität Heidelberg,DE"
    try place.definitions.write(
      partners + row + ",2025-09-01,\n", to: "codes/benchmark_partners.csv")
    let in2025 = try place.kpi(1)
    #expect(in2025.value == 2)
    #expect(in2025.breakdown.contains { $0.by == "partner" && $0.key == "海德堡大學" })
    #expect(in2025.breakdown.contains { $0.by == "country" && $0.key == "DE" })
    // In force from the month after the article.
    try place.definitions.write(
      partners + row + ",2025-09-02,\n", to: "codes/benchmark_partners.csv")
    #expect(try place.kpi(1).value == 1)
  }

  @Test func aNewRuleCountsFromItsDayAndOldPeriodsKeepTheOldOne() throws {
    var place = try Place()
    // The same students a year earlier.
    for row in 0..<4 {
      var cells = place.university["students"].rows[row]
      cells[place.university["students"].index("academic_year")] = "113"
      place.university["students"].rows.append(cells)
    }
    let old = try place.kpi(4)
    #expect(old.value == 2 && old.definition == "kpi-04/2020-08-01")
    // From August 2025 only doctoral students count.
    let changed = try place.definitions.read("kpis/kpi-04/2020-08-01.yaml")
      .replacingOccurrences(of: "programme: [master, doctoral]", with: "programme: doctoral")
    let withoutExamples = String(
      changed.prefix(upTo: try #require(changed.range(of: "examples:")).lowerBound))
    try place.definitions.write(
      withoutExamples + """
        examples:
          - {who: 越南籍博士生, nationality: VN, programme: doctoral, counted: yes}
          - {who: 碩士班, programme: master, excluded_by: master-or-doctoral}

        """, to: "kpis/kpi-04/2025-08-01.yaml")
    let new = try place.kpi(4)
    #expect(new.value == 1 && new.definition == "kpi-04/2025-08-01")
    #expect(new.excluded.first { $0.rule == "master-or-doctoral" }?.rows == 1)
    let earlier = try place.kpi(4, ["--period", "2024-08-01..2025-07-31"])
    #expect(earlier.value == 2 && earlier.definition == "kpi-04/2020-08-01")
    // The file in force on the first day of the period decides.
    let across = try place.kpi(4, ["--period", "2025-07-31..2025-12-31"])
    #expect(across.value == 2 && across.definition == "kpi-04/2020-08-01")
    let lint = try Program.campusKPI(["lint", "--pipelines", place.definitions.path])
    #expect(lint.status == 0, "\(lint.error)")
  }

  @Test func aPeriodBeforeAllDefinitionsIsSaidToHaveNone() throws {
    let place = try Place()
    let run = try place.run(["--period", "2019-08-01..2019-12-31"])
    #expect(run.status == 64)
    let all = (1...14).map { "kpi-" + ($0 < 10 ? "0" : "") + "\($0)" }.joined(separator: ", ")
    #expect(
      run.error == """
        campus-kpi: error: no definition of \(all) is in force on 2019-08-01
        help: begin the period on 2020-08-01 or later, or add definitions to pipelines/kpis/

        """)
    #expect(!place.folder.hasPublished("output"))
  }

  @Test func aChangedExampleFailsTheLint() throws {
    let place = try Place()
    try place.definitions.replace(
      "{who: 越南籍碩士生, nationality: VN, programme: master, status: enrolled, counted: yes}",
      with: "{who: 越南籍碩士生, nationality: TW, programme: master, status: enrolled, counted: yes}",
      in: "kpis/kpi-04/2020-08-01.yaml")
    let lint = try Program.campusKPI(["lint", "--pipelines", place.definitions.path])
    #expect(lint.status == 78)
    #expect(lint.error.contains("kpis/kpi-04/2020-08-01.yaml:"))
    #expect(lint.error.contains("[example-fails]"))
  }

  @Test func anotherRejectLimitLetsMoreRowsGo() throws {
    var place = try Place()
    for row in 10..<20 { place.university["students"][row, "status"] = "?" }
    #expect(try place.run().status == 65)
    try place.definitions.replace(
      "title: 在學學生\n", with: "title: 在學學生\nreject_limit: 20%\n", in: "sources/students.yaml")
    #expect(try place.kpi(4).rows?.rejected == 10)
  }

  @Test func anotherSeparatorAndEncodingAreRead() throws {
    let place = try Place()
    try place.university.write(to: place.folder)
    try place.definitions.replace(
      "title: 在學學生\n", with: "title: 在學學生\nseparator: \";\"\nencoding: cp950\n",
      in: "sources/students.yaml")
    let text = place.university["students"].text.replacingOccurrences(of: ",", with: ";")
    let big5 = try Program.shell("iconv -f UTF-8 -t CP950", input: text)
    try place.folder.write(big5.bytes, to: "input/students.csv")
    let run = try place.folder.run(["--pipelines", place.definitions.path])
    try #require(run.status == 0, "\(run.error)")
    #expect(try place.folder.publication().kpis.kpi(4)?.value == 2)
  }

  @Test func aTargetOfThePeriodStandsBesideTheValue() throws {
    let place = try Place()
    try place.definitions.replace(
      "kpi-04,2025-08-01,2025-12-31,40\n", with: "kpi-04,2025-08-01,2025-12-31,4\n",
      in: "targets.csv")
    let run = try place.run(["--format", "json"])
    try #require(run.status == 0, "\(run.error)")
    #expect(run.output.contains("\"target\": 4,"))
    #expect(run.output.contains("\"achievement\": 0.5"))
  }
}
