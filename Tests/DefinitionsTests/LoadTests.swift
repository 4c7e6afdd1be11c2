import Campus
import Definitions
import Testing

/// What a valid folder becomes.
@Suite struct LoadTests {
  @Test func theSmallFolderIsValid() throws {
    #expect(try SmallFolder().messages() == [])
  }

  @Test func readsAContract() throws {
    let folder = try SmallFolder()
    let pipeline = try PipelineFolder(path: folder.path).load(pipeline: "nightly")
    let students = try #require(pipeline.sources.first)
    #expect(pipeline.sources.map(\.name) == ["students", "faculty", "articles"])
    #expect(students.key == [0, 1, 2])
    #expect(students.separator == UInt8(ascii: ","))
    #expect(students.rejectLimitText == "5%")
    #expect(students.rejectLimit == FixedPoint.one / 20)
    #expect(pipeline.sources[1].rejectLimit == FixedPoint.one / 40)
    let programme = try #require(students.column(named: "programme"))
    #expect(programme.headers == ["學制班別", "等級別"])
    #expect(programme.headersNeeding == [WordFolding.key("等級別"): "day_night"])
    #expect(programme.derivation?.from == students.index(ofColumn: "day_night"))
    #expect(programme.derivation?.table == [[1, 1]: 2])
    #expect(programme.required && !programme.personal)
    #expect(students.column(named: "student_id")?.personal == true)
    #expect(pipeline.sources[1].column(named: "employment")?.missingMeans == 0)
    let articles = pipeline.sources[2]
    #expect(articles.separator == UInt8(ascii: "\t"))
    #expect(articles.encoding == .cp950)
    #expect(articles.identity?.name == "article")
    #expect(articles.identity?.firstOf == [0, 1])
    guard case .codes(let list, true, true) = articles.columns.last?.type else {
      Issue.record("partner_institutions is not open, or a slash does not separate")
      return
    }
    #expect(list.entries.map(\.code) == ["慶應義塾大學", "加州大學"])
  }

  @Test func readsTheCountries() throws {
    let folder = try SmallFolder()
    let pipeline = try PipelineFolder(path: folder.path).load(pipeline: "nightly")
    let countries = try #require(pipeline.codeLists["countries"])
    func code(_ word: String) -> String? {
      countries.index(of: word).map { countries.entries[$0].code }
    }
    #expect(code("JP") == "JP" && code("jpn") == "JP" && code("NATJPN") == "JP")
    #expect(code("5") == "JP" && code("005") == "JP" && code("００５") == "JP")
    #expect(code("0") == "TW" && code("000") == "TW" && code("999") == "TW")
    #expect(code("台湾") == nil && code("台灣") == "TW" && code(" 日 本 國 ") == "JP")
    #expect(code("") == nil && code("00") == "TW" && code("50") == nil)
    #expect(countries.entries.first?.attributes["region"] == "大陸地區")
    // Only countries are numbers.
    let programme = try #require(pipeline.codeLists["programme"])
    #expect(programme.index(of: "phd") == 0 && !programme.dropsLeadingZeros)
  }

  @Test func readsPartnersWithSeveralSpans() throws {
    let folder = try SmallFolder()
    let pipeline = try PipelineFolder(path: folder.path).load(pipeline: "nightly")
    #expect(pipeline.benchmarkPartners.map(\.institution) == ["慶應義塾大學", "加州大學"])
    let keio = pipeline.benchmarkPartners[0]
    #expect(keio.country == "JP" && keio.spans.count == 2)
    let days = ["2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01"]
    #expect(
      days.compactMap(CalendarDate.init(iso:)).map(keio.isInForce) == [true, false, false, true])
  }

  @Test func readsADefinition() throws {
    let folder = try SmallFolder()
    let pipeline = try PipelineFolder(path: folder.path).load(pipeline: "nightly")
    let kpi4 = try #require(pipeline.kpis.first)
    #expect(kpi4.name == "kpi-04/2020-08-01" && kpi4.number == 4)
    #expect(kpi4.text == "「碩博士學位國際學生」排除中華民國國籍、學士班、碩士在職專班。")
    #expect(kpi4.when == .referenceDate && kpi4.count == .distinct("student_id"))
    #expect(kpi4.rules.map(\.id) == ["reference-date", "non-roc", "figure"])
    guard case .test("any_figure", .isOneOf(["yes"])) = kpi4.rules[2].keep else {
      Issue.record("true is not yes: \(kpi4.rules[2].keep)")
      return
    }
    #expect(kpi4.figures.map(\.of) == [.counted, .excludedBy("non-roc")])
    #expect(kpi4.figures[0].warning?.code == "dual-degree-unproven")
    #expect(kpi4.dimensions.map(\.by) == ["programme", "nationality", "figure", "college"])
    #expect(kpi4.dimensions[1].only == ["JP", "US"])
    #expect(kpi4.open == ["僑生是否為國際學生"])
    #expect(kpi4.examples.map(\.outcome) == [.counted, .excludedBy("non-roc")])
    #expect(kpi4.examples[0].values.map(\.word) == ["日本", "master"])
    #expect(kpi4.examples[1].line == 26)
    let kpi13 = pipeline.kpis[1]
    #expect(kpi13.when == .month(year: "year", month: "month"))
    #expect(kpi13.sourcesRead == ["articles", "faculty"])
    #expect(kpi13.rules[1].onlyIf != nil && kpi13.rules[1].lookup == "faculty")
    #expect(kpi13.observationRules?.map(\.id) == ["period"])
    #expect(kpi13.examples[0].values.map(\.name) == ["partner_countries", "faculty.employment"])
    #expect(kpi13.examples[0].values.map(\.word) == ["JP;TW", "project"])
    #expect(kpi13.examples[1].outcome == .notCounted)
  }

  @Test func readsThePipeline() throws {
    let folder = try SmallFolder([
      "annual.yaml": "pipeline: annual\ntitle: 年\n"
        + "school: {code: 1, name: 校}\nsources: [students]\nkpis: [kpi-04]\n"
    ])
    let reader = try PipelineFolder(path: folder.path)
    let nightly = try reader.load(pipeline: "nightly")
    #expect(nightly.school == .init(code: "0001", name: "示範大學"))
    #expect(nightly.period == ReportingPeriod(academicYear: 114))
    #expect(nightly.input == "samples/clean" && nightly.database == "campus-kpi.sqlite")
    #expect(nightly.targets.map(\.value) == [10, 20])
    let annual = try reader.load(pipeline: "annual")
    #expect(annual.period == nil && annual.input == nil)
    #expect(
      annual.files == [
        "annual.yaml", "codes/benchmark_partners.csv", "codes/countries.csv",
        "codes/day_night.csv", "codes/programme.csv", "kpis/kpi-04/2020-08-01.yaml",
        "kpis/terms/2020-08-01.yaml", "sources/students.yaml", "targets.csv",
      ])
    #expect(
      annual.fileContents["annual.yaml"]?.starts(with: Array("pipeline: annual".utf8)) == true)
  }

  @Test func ordersVersionsByDate() throws {
    let first = try #require(SmallFolder.files["kpis/kpi-04/2020-08-01.yaml"])
    let folder = try SmallFolder([
      "kpis/kpi-04/2026-08-01.yaml": first.replacing("unit: 人", with: "unit: 位")
    ])
    let pipeline = try PipelineFolder(path: folder.path).load(pipeline: "nightly")
    #expect(pipeline.kpis.map(\.name).prefix(2) == ["kpi-04/2020-08-01", "kpi-04/2026-08-01"])
    let day = try #require(CalendarDate(iso: "2026-07-31"))
    #expect(pipeline.kpisInForce(on: day).map(\.unit) == ["人", "篇"])
  }

  @Test func aSpreadsheetsByteOrderMarkAndLineEndsAreRead() throws {
    let list = try #require(SmallFolder.files["codes/programme.csv"])
    let folder = try SmallFolder([
      "codes/programme.csv": "\u{FEFF}" + list.replacing("\n", with: "\r\n")
    ])
    #expect(try folder.messages() == [])
  }

  @Test func readsPublishedTables() throws {
    let folder = try SmallFolder([
      "open-data.yaml": """
      pipeline: open-data
      title: 公開資料
      tables:
        - source: abroad_105
          kpi: kpi-04
          count: sum
          academic_year: academic_year
          school: school_code
          school_name: school_name
          sum: [{column: total, label: 總計, english: Total}]
          keep: {programme: [master, doctoral]}
          reason: 非碩博士
      open: [人數加總]
      """,
      "open-data/sources/abroad_105.yaml": """
      source: abroad_105
      title: 學5
      file: [abroad_105-107, abroad]
      columns:
        academic_year: {type: academic_year, required: yes, headers: [學年度]}
        school_code: {type: identifier, required: yes, headers: [學校代碼]}
        school_name: {type: text, headers: [學校名稱]}
        programme: {type: code, list: programme, headers: [學制]}
        total: {type: headcount, headers: [總計]}
      """,
    ])
    #expect(try folder.messages() == [])
    let reader = try PipelineFolder(path: folder.path)
    let table = try #require(try reader.loadOpenData(pipeline: "open-data").tables.first)
    #expect(table.fileBeginnings == ["abroad_105-107", "abroad"])
    #expect(table.sums.map(\.column) == ["total"])
    #expect(throws: Failure.self) { try reader.load(pipeline: "open-data") }
  }

  @Test func saysWhichPipelinesThereAre() throws {
    let folder = try SmallFolder()
    let reader = try PipelineFolder(path: folder.path)
    let failure = #expect(throws: Failure.self) { try reader.load(pipeline: "nihgtly") }
    #expect(failure?.status == .usage)
    #expect(failure?.message == "\(folder.path) has no pipeline 'nihgtly', did you mean 'nightly'?")
    #expect(failure?.help == "pipelines: nightly")
    #expect(throws: Failure.self) { try reader.load(pipeline: "../nightly") }
    let missing = #expect(throws: Failure.self) { try PipelineFolder(path: folder.path + "/none") }
    #expect(missing?.status == .invalidDefinitions)
  }

  @Test func anInvalidFolderIsNotLoaded() throws {
    let folder = try SmallFolder(["targets.csv": "kpi,from,to,target\nkpi-99,2025-08-01,x,1\n"])
    let reader = try PipelineFolder(path: folder.path)
    let invalid = #expect(throws: InvalidDefinitions.self) { try reader.load(pipeline: "nightly") }
    #expect(invalid?.problems.map(\.line) == [2, 2])
    #expect(invalid?.failure(in: .english).status == .invalidDefinitions)
  }
}
