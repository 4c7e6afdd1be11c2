import Campus
import Definitions
import Foundation
import Testing

/// What can be wrong with a pipeline and with the files of the folder.
@Suite struct PipelineProblemTests {
  static let nightly = "nightly.yaml"

  @Test(arguments: [
    Breakage(
      nightly, "pipeline: nightly", "pipeline: annual",
      "1: error: 'pipeline' is 'annual', but the file's place says 'nightly' [name-differs]"),
    Breakage(
      nightly, "academic_year: 114", "academic_year: 114\nperiod: 2025-08-01..2025-12-31",
      "8: error: only one of 'period', 'academic_year' may be given [only-one-of]"),
    Breakage(
      nightly, "academic_year: 114", "period: 2025-08-01..2025-07-31",
      "7: error: 'period' is '2025-08-01..2025-07-31', which is not a period such as 2025-08-01..2025-12-31 [invalid-value]"
    ),
    Breakage(
      nightly, "academic_year: 114", "month: 2025-09",
      "7: error: 'month' is '2025-09', which is not a month such as 114-09 [invalid-value]"),
    Breakage(
      nightly, "academic_year: 114", "academic_year: 2025",
      "7: error: 'academic_year' is '2025', which is not an academic year such as 114 [invalid-value]"
    ),
    Breakage(
      nightly, "academic_year: 114", "calendar_year: 114",
      "7: error: 'calendar_year' is '114', which is not a year such as 2025 [invalid-value]"),
    Breakage(
      nightly, "samples/clean", "../clean",
      "4: error: 'input' is '../clean', which is not a path that stays where it begins (no ..) [invalid-value]"
    ),
    Breakage(
      nightly, "campus-kpi.sqlite", "a/../../b.sqlite",
      "6: error: 'database' is 'a/../../b.sqlite', which is not a path that stays where it begins (no ..) [invalid-value]"
    ),
    Breakage(
      nightly, "name: 示範大學", "nmae: 示範大學", "3: error: 'name' is missing [missing-key]",
      "3: error: unknown key 'nmae', did you mean 'name'? [unknown-key]"),
    Breakage(
      nightly, "[students, faculty, articles]", "[students, faculty, article]",
      "8: error: there is no source 'article' in sources/, did you mean 'articles'? [unknown-source]",
      "9: error: kpi-13 reads the source 'articles', which the pipeline does not name [source-not-in-pipeline]"
    ),
    Breakage(
      nightly, "[students, faculty, articles]", "[students, articles]",
      "9: error: kpi-13 reads the source 'faculty', which the pipeline does not name [source-not-in-pipeline]"
    ),
    Breakage(
      nightly, "[kpi-04, kpi-13]", "[kpi-04, kpi-13, kpi-04]",
      "9: error: kpis 'kpi-04' stands twice, first in line 9 [defined-twice]"),
    Breakage(
      nightly, "[kpi-04, kpi-13]", "[kpi-4]",
      "9: error: there is no definition 'kpi-4' in kpis/, did you mean 'kpi-04'? [unknown-kpi]"),
    Breakage(nightly, "[kpi-04, kpi-13]", "[]", "9: error: 'kpis' is empty [empty-value]"),
    Breakage(nightly, "kpis: [kpi-04, kpi-13]", "", "1: error: 'kpis' is missing [missing-key]"),
  ]) func isTold(_ breakage: Breakage) throws {
    try breakage.check()
  }

  @Test(arguments: [
    ("sources/students.yml", "nothing reads this file [unexpected-file]"),
    ("codes/programme.csv.bak", "nothing reads this file [unexpected-file]"),
    ("annual.yml", "nothing reads this file [unexpected-file]"),
    ("target.csv", "nothing reads this file [unexpected-file]"),
    (
      "codes/Programme.csv",
      "the name is not a plain name of small letters, digits and _ [invalid-file-name]"
    ),
    (
      "kpis/kpi-04/2025-8-1.yaml",
      "the name is not a date such as 2025-08-01.yaml [invalid-file-name]"
    ),
    (
      "kpis/kpi-04/2025-02-29.yaml",
      "the name is not a date such as 2025-08-01.yaml [invalid-file-name]"
    ),
    ("kpis/terms/now.yaml", "the name is not a date such as 2025-08-01.yaml [invalid-file-name]"),
  ]) func strayFilesAreTold(_ file: String, _ message: String) throws {
    #expect(try SmallFolder([file: "x: y\n"]).messages() == ["\(file): error: \(message)"])
  }

  @Test func strayKPIFoldersAreTold() throws {
    #expect(
      try SmallFolder(["kpis/kpi-4/2020-08-01.yaml": "x: y\n"]).messages()
        == ["kpis/kpi-4: error: the name is not a name such as kpi-04 [invalid-file-name]"])
  }

  @Test func whatEditorsLeaveAndReadmesAreNoDefinitions() throws {
    let folder = try SmallFolder([
      "README.md": "x", "codes/README.md": "x", "kpis/README": "x", "kpis/kpi-04/README.md": "x",
      "sources/.students.yaml.swp": "x", "sources/students.yaml~": "x", "codes/~$a.csv": "x",
      "codes/.~lock.a.csv#": "x", "reports/README.md": "x",
    ])
    #expect(try folder.messages() == [])
  }

  @Test func linksThatLeadOutAreRefused() throws {
    let folder = try SmallFolder()
    try folder.link("targets.csv", to: "/etc/passwd")
    #expect(
      try folder.messages()
        == ["targets.csv: error: the symbolic link leads out of the folder [link-leads-out]"])
    try folder.link("targets.csv", to: folder.path + "-beside/targets.csv")
    try folder.write("../pipelines-beside/targets.csv", Data("kpi,from,to,target\n".utf8))
    #expect(
      try folder.messages()
        == ["targets.csv: error: the symbolic link leads out of the folder [link-leads-out]"])
    try folder.link("targets.csv", to: "nowhere.csv")
    #expect(
      try folder.messages()
        == [
          "targets.csv: error: the file cannot be read: No such file or directory [unreadable-file]"
        ])
    try folder.write("kpis/README.csv", Data("kpi,from,to,target\n".utf8))
    try folder.link("targets.csv", to: "kpis/README.csv")
    #expect(try folder.messages() == [])
  }

  @Test func aFolderOfLinksThatLeadsOutIsRefused() throws {
    let (folder, other) = try (SmallFolder(), SmallFolder())
    try folder.link("kpis/terms", to: other.path + "/kpis/terms")
    #expect(
      try folder.messages().first
        == "kpis/terms/2020-08-01.yaml: error: the symbolic link leads out of the folder "
        + "[link-leads-out]")
  }

  @Test func onlyRegularFilesAreOpened() throws {
    let folder = try SmallFolder()
    try FileManager.default.removeItem(atPath: folder.path + "/targets.csv")
    try #require(mkfifo(folder.path + "/targets.csv", 0o600) == 0)
    #expect(
      try folder.messages() == ["targets.csv: error: not a regular file [not-a-regular-file]"])
  }

  /// A folder in the place of a file would be targets, or a pipeline, that nobody reads.
  @Test(arguments: ["targets.csv", "nightly.yaml"])
  func aFolderIsNoFile(name: String) throws {
    let folder = try SmallFolder()
    let path = folder.path + "/" + name
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(
      try folder.messages() == ["\(name): error: not a regular file [not-a-regular-file]"])
  }

  /// What is overlooked counts wrong: a folder that is there is read, or the run stops.
  @Test func aFolderThatCannotBeReadIsTold() throws {
    let folder = try SmallFolder()
    try folder.link("reports", to: "reports")
    let messages = try folder.messages()
    #expect(messages.count == 1 && messages[0].hasPrefix("reports: error: "), "\(messages)")
    #expect(messages[0].contains("Too many levels of symbolic links"), "\(messages)")
  }

  @Test func aKPIWithoutAnyDefinitionIsTold() throws {
    let folder = try SmallFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/kpis/kpi-12", withIntermediateDirectories: true)
    #expect(
      try folder.messages() == ["kpis/kpi-12: error: 'kpi-12' is empty [empty-value]"])
  }

  @Test func aFileOfGreatSizeIsNotRead() throws {
    let folder = try SmallFolder()
    try folder.write("targets.csv", Data(repeating: 10, count: 5 << 20))
    #expect(
      try folder.messages() == ["targets.csv: error: the file has more than 4 MiB [file-too-large]"]
    )
  }

  @Test func anExampleThatFailsIsToldInBothLanguages() {
    let problem = DefinitionProblem(
      file: "kpis/kpi-04/2020-08-01.yaml", line: 25,
      kind: .exampleFails(
        who: "香港籍", expected: .counted, found: .excludedBy("non-roc")))
    #expect(
      problem.text(in: .english) == """
        kpis/kpi-04/2020-08-01.yaml:25: error: the example '香港籍' says counted and comes out left \
        out by 'non-roc' [example-fails]
        help: correct the example or the rules; campus-kpi explain shows the rules
        """)
    #expect(problem.message(in: .traditionalChinese) == "範例「香港籍」寫的是計入，實際結果是由「non-roc」排除")
  }
}
