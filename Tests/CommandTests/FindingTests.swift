import Foundation
import Testing

/// Every code appears, from real files, with every word that it must say in both languages.
@Suite struct FindingTests {
  private static let cases = FindingCase.ofFiles + FindingCase.ofRows
  /// Appear in tests of their own; those of `corrections.csv` in `CorrectionProblemTests`.
  private static let appearElsewhere: Set = ["changedWhileRead", "correction", "staleSource"]

  @Test(arguments: cases)
  func whatIsWrongIsNamed(example: FindingCase) throws {
    let folder = try TemporaryFolder()
    try example.prepare(folder)
    for chinese in [false, true] {
      let output = chinese ? "chinese" : "english"
      let run: Program.Outcome
      if example.arguments.isEmpty {
        run = try folder.run(["--language", chinese ? "zh" : "en"], output: output)
      } else {
        run = try Program.campusKPI(
          example.arguments
            + ["--input", folder.path("input"), "--language", chinese ? "zh" : "en"])
      }
      #expect(run.error == example.text(chinese: chinese))
      #expect(run.status == example.status)
      if example.status != 0 {
        #expect(!folder.hasPublished(output), "a run that stops publishes nothing")
        #expect(run.output == "")
      } else if example.arguments.isEmpty {
        let publication = folder.publication(output)
        #expect(
          try publication.text("evidence/findings.csv") == example.csv(chinese: chinese))
      }
      #expect(!(run.output + run.error).contains(University.canary))
      #expect(!(run.output + run.error).contains(University.birthDate))
    }
  }

  /// A line break or an escape sequence in a value or a file's name stays within its line.
  @Test func oneFindingIsOneLine() throws {
    let folder = try TemporaryFolder()
    var university = University()
    university["students"][0, "nationality"] = "火\n星\u{1B}[31m\u{202E}"
    try university.write(to: folder)
    try FileManager.default.moveItem(
      atPath: folder.path("input/students.csv"), toPath: folder.path("input/students-\n\u{7}.csv"))
    let run = try folder.run()
    #expect(
      run.error.hasPrefix(
        "students-\\u{A}\\u{7}.csv:2: error: nationality '火\\u{A}星\\u{1B}[31m\\u{202E}' "
          + "is not on the list of countries [unmapped-nationality]\nhelp: "), "\(run.error)")
  }

  /// What is no file belongs to the input too: it is told though all files are those of yesterday.
  @Test(arguments: ["students-2.csv", "corrections.csv"])
  func aLinkBesideUnchangedExportsIsRefused(name: String) throws {
    let folder = try TemporaryFolder()
    try University().write(to: folder)
    try #require(try folder.run().status == 0)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("input/" + name), withDestinationPath: folder.path("input/students.csv"))
    let run = try folder.run()
    #expect(run.status == 65)
    #expect(
      run.error.hasPrefix("\(name): error: this is not a regular file [not-a-regular-file]\n"))
  }

  /// A person's own words never leave the exports, whatever is wrong with the rows.
  @Test func noPersonalValueIsPublished() throws {
    let folder = try TemporaryFolder()
    var university = University()
    for source in ["students", "faculty", "researchers"] {
      university[source][3, "nationality"] = "日木"
      university[source][4, "birth_date"] = University.birthDate + "CANARY"
      university[source].rows.append(university[source].rows[0])
    }
    university["student_mobility"][0, "student_id"] = "CANARY-S9"
    university["international_visits"][1, "birth_date"] = "CANARY"
    try university.write(to: folder)
    let run = try folder.run()
    try #require(run.status == 0, "\(run.error)")
    for text in [run.output, run.error] {
      #expect(!text.contains(University.canary) && !text.contains(University.birthDate))
    }
    for (name, data) in try folder.publication().files()
    where !name.contains("evidence/kpi-") {
      let text = String(decoding: data, as: UTF8.self)
      #expect(!text.contains(University.canary) && !text.contains(University.birthDate), "\(name)")
    }
  }

  /// A code without a wording of its own cannot be asked for.
  @Test func aDefinitionCannotInventACode() throws {
    let folder = try TemporaryFolder()
    try University().write(to: folder)
    let definitions = try DefinitionsCopy(in: folder)
    try definitions.replace(
      "code: dual-degree-unproven", with: "code: look-again", in: "kpis/kpi-08/2020-08-01.yaml")
    let run = try folder.run(["--pipelines", definitions.path])
    #expect(
      run.error == """
        kpis/kpi-08/2020-08-01.yaml:42: error: 'code' cannot be 'look-again' [unknown-word]
        help: one of 'dual-degree-unproven'

        """)
    #expect(run.status == 78)
  }

  /// An old export is named on the terminal and, since a report knows no day, nowhere else.
  @Test func anOldExportIsNamedOrStopsTheRun() throws {
    let folder = try TemporaryFolder()
    try University().write(to: folder)
    try #require(try folder.run(output: "fresh").status == 0)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -401 * 86_400 - 60)],
      ofItemAtPath: folder.path("input/books.csv"))
    func message(_ severity: String) -> String {
      """
      books.csv: \(severity): the export is 401 days old, more than the 400 days its source \
      allows [stale-source]
      help: ask the office for a new export

      """
    }
    let warned = try folder.run()
    #expect(warned.status == 0 && warned.error == message("warning"))
    #expect(try folder.publication().files() == folder.publication("fresh").files())
    let chinese = try folder.run(["--language", "zh"], output: "chinese")
    #expect(
      chinese.error == """
        books.csv: 注意: 匯出檔已有 401 天，超過此來源的上限 400 天 [stale-source]
        help: 請提供單位重新匯出

        """)
    let definitions = try DefinitionsCopy(in: folder)
    try definitions.replace(
      "title: 夜間更新\n", with: "title: 夜間更新\nstale_sources: error\n", in: "nightly.yaml")
    let stopped = try folder.run(["--pipelines", definitions.path], output: "stopped")
    #expect(stopped.status == 65 && stopped.error == message("error"))
    #expect(!folder.hasPublished("stopped"))
  }

  /// A file that grows while it is read is refused, never mixed.
  @Test func aFileThatChangesWhileItIsReadIsRefused() throws {
    let folder = try TemporaryFolder()
    var university = University()
    university["students"].pad(to: 60_000, numbering: "student_id")
    try university.write(to: folder)
    let program = try Program.start(
      Program.products.appendingPathComponent("campus-kpi"),
      [
        "run", "nightly", "--input", folder.path("input"), "--output", folder.path("output"),
        "--period", University.period,
      ], environment: ["LC_ALL": "C"])
    let students = folder.path("input/students.csv")
    while program.isRunning, !FindingTests.isOpen(students, in: program.identifier) { usleep(200) }
    // The first block is being read; there are dozens to come.
    usleep(20_000)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: students))
    try file.seekToEnd()
    try file.write(contentsOf: Data("\n".utf8))
    try file.close()
    let run = try program.wait()
    #expect(
      run.error == """
        students.csv: error: the file changed while it was read [changed-while-read]
        help: run again when the export is complete

        """)
    #expect(run.status == 65)
    #expect(!folder.hasPublished("output"))
  }

  private static func isOpen(_ path: String, in process: Int32) -> Bool {
    let folder = "/proc/\(process)/fd"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.contains {
      (try? FileManager.default.destinationOfSymbolicLink(atPath: folder + "/" + $0)) == path
    }
  }

  /// No code without a test: the cases of `Problem` are read from its source.
  @Test func everyProblemHasACase() throws {
    let source = try String(
      contentsOf: Program.root.appendingPathComponent("Sources/Campus/Problem.swift"),
      encoding: .utf8)
    let codes = source.matches(of: /case \.(\w+)(?:\(let kind, _\))?: "([a-z-]+)"/)
      .map { (name: String($0.1), code: String($0.2)) }
    let declared = source.prefix(
      upTo: source.range(of: "package var severity")?.lowerBound
        ?? source.endIndex)
    let names = Set(declared.matches(of: /(?m)^  case (\w+)/).map { String($0.1) })
    #expect(names.count > 30)
    let covered = Set(FindingTests.cases.flatMap(\.problems)).union(FindingTests.appearElsewhere)
    #expect(names.subtracting(covered).isEmpty, "problems without a test")
    #expect(covered.subtracting(names).isEmpty, "tests of problems that do not exist")
    for (name, code) in codes where !FindingTests.appearElsewhere.contains(name) {
      let expected = FindingTests.cases.filter { $0.problems.contains(name) }
        .flatMap(\.expected).map(\.code)
      #expect(expected.contains { $0.hasPrefix(code) }, "\(name) must be seen as \(code)")
    }
  }
}
