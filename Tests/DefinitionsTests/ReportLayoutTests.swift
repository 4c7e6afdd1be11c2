import Campus
import Definitions
import Testing

/// Layouts of the ministry's detail tables: what they say, and what can be wrong with them.
@Suite struct ReportLayoutTests {
  private static let file = "reports/kpi-04.yaml"

  private static let layout = """
    kpi: kpi-04
    title: 碩博士學位國際學生人數
    lines: groups
    columns:
      - {heading: 學年度, value: day.academic_year}
      - {heading: 學校名稱, value: school.name}
      - {heading: 系所代碼}
      - {heading: 學制班別, value: programme, words: {master: 碩士班(日間)}}
      - {heading: 區域別, value: nationality, as: region}
    counts:
      - {heading: 總人數, by_gender: yes}
      - {heading: 雙聯學制, keep: {dual_degree: yes}}
    notes: [不另計入總人數]
    """

  @Test func aLayoutIsReadInItsOrder() throws {
    let folder = try SmallFolder([ReportLayoutTests.file: ReportLayoutTests.layout])
    #expect(try folder.messages().isEmpty)
    let pipeline = try PipelineFolder(path: folder.path).load(pipeline: "nightly")
    let layout = try #require(pipeline.layouts.first)
    #expect(layout.kpi == "kpi-04" && layout.lines == .groups && !layout.countsAreParts)
    #expect(layout.columns.map(\.heading) == ["學年度", "學校名稱", "系所代碼", "學制班別", "區域別"])
    #expect(
      layout.columns.map(\.value) == [
        .dayAcademicYear, .schoolName, .blank, .column("programme", lookup: nil),
        .column("nationality", lookup: nil),
      ])
    #expect(layout.columns[3].words == ["master": "碩士班(日間)"])
    #expect(layout.columns[4].form == .attribute("region"))
    #expect(layout.counts.map(\.heading) == ["總人數", "雙聯學制"])
    #expect(layout.showsGender && layout.counts[1].keep != nil)
    #expect(layout.notes == ["不另計入總人數"])
    #expect(pipeline.files.contains(ReportLayoutTests.file))
  }

  @Test(arguments: [
    ("lines: groups", "lines: grops", "unknown-word"),
    ("value: programme", "value: programe", "unknown-value"),
    ("value: programme", "value: school.code, lookup: students", ""),
    ("value: programme", "value: employment, lookup: faculty", "unknown-lookup"),
    ("as: region", "as: regoin", "unknown-word"),
    ("master: 碩士班(日間)", "mastre: 碩士班(日間)", "code-not-on-list"),
    ("keep: {dual_degree: yes}", "keep: {dual_degre: yes}", "unknown-value"),
    ("keep: {dual_degree: yes}", "figure: dual", "unknown-figure"),
    ("kpi: kpi-04", "kpi: kpi-05", "name-differs"),
    ("notes:", "note:", "unknown-key"),
  ])
  func aMistakeIsToldWithItsLine(old: String, new: String, code: String) throws {
    let text = ReportLayoutTests.layout
    let broken = text.replacing(old, with: new, maxReplacements: 1)
    let folder = try SmallFolder([ReportLayoutTests.file: broken])
    let problems = try folder.lint()
    #expect(problems.isEmpty ? code.isEmpty : problems.contains { $0.kind.code == code })
    let changed = text.prefix(upTo: try #require(text.range(of: old)).lowerBound)
    let line = changed.split(separator: "\n", omittingEmptySubsequences: false).count
    if let first = problems.first {
      #expect(first.file == ReportLayoutTests.file && first.line == line)
    }
  }

  @Test func aLayoutOfNoKPIIsAnError() throws {
    let folder = try SmallFolder(["reports/kpi-40.yaml": ReportLayoutTests.layout])
    #expect(try folder.lint().map(\.kind.code) == ["unknown-kpi"])
  }
}
