import Foundation
import Testing

/// Every way to end, and that whatever is not 0 has published nothing.
@Suite struct ExitCodeTests {
  /// Wrong usage: the words, the message and the help.
  private static let usage: [([String], String)] = [
    (
      ["rum"],
      "unknown command 'rum'\nhelp: did you mean 'run'? see 'campus-kpi --help'\n"
    ),
    (["zzzzzzzz"], "unknown command 'zzzzzzzz'\nhelp: see 'campus-kpi --help'\n"),
    (
      ["run", "--inptu", "x"],
      "unknown option '--inptu'\nhelp: did you mean '--input'? see 'campus-kpi run --help'\n"
    ),
    (
      ["run", "--zzzzzzzz"],
      "unknown option '--zzzzzzzz'\nhelp: see 'campus-kpi run --help'\n"
    ),
    (["run", "--input"], "option --input needs a value: --input DIR\n"),
    (["run", "--input", "a", "--input", "b"], "option --input is given twice\n"),
    (["run", "--quiet=yes"], "option --quiet takes no value\n"),
    (
      ["run", "nightly", "annual"],
      "unexpected argument 'annual'\nhelp: see 'campus-kpi run --help'\n"
    ),
    (["explain"], "'explain' needs KPI\nhelp: see 'campus-kpi explain --help'\n"),
    (["preview"], "'preview' needs FILE\nhelp: see 'campus-kpi preview --help'\n"),
    (
      ["run", "nightly", "postgresql://office:secret@host/figures"],
      "unexpected argument 'postgresql://***@host/figures'\nhelp: see 'campus-kpi run --help'\n"
    ),
    (
      ["run", "--database", "mysql://office:secret@host/figures"],
      "the database is neither a file nor a PostgreSQL address\n"
        + "help: use --database FILE or --database postgresql://USER@HOST/DATABASE\n"
    ),
    (["run", "--format", "xml"], "unknown format 'xml'\nhelp: use table or json\n"),
    (["run", "--language", "fr"], "unknown language 'fr'\nhelp: use zh or en\n"),
    (
      ["run", "--month", "114-09", "--academic-year", "114"],
      "only one of --academic-year, --month is allowed\n"
    ),
    (
      ["run", "--period", "2025-08-01"],
      "'2025-08-01' is not a value of --period\nhelp: such as 2025-08-01..2025-12-31\n"
    ),
    (
      ["run", "--period", "2025-12-31..2025-08-01"],
      "'2025-12-31..2025-08-01' is not a value of --period\n"
        + "help: such as 2025-08-01..2025-12-31\n"
    ),
    (
      ["run", "--period", "2025-02-29..2025-08-01"],
      "'2025-02-29..2025-08-01' is not a value of --period\n"
        + "help: such as 2025-08-01..2025-12-31\n"
    ),
    (
      ["run", "--academic-year", "2025"],
      "'2025' is not a value of --academic-year\nhelp: such as 114\n"
    ),
    (
      ["run", "--calendar-year", "last"],
      "'last' is not a value of --calendar-year\nhelp: such as 2025\n"
    ),
    (["run", "--month", "114-13"], "'114-13' is not a value of --month\nhelp: such as 114-09\n"),
    (
      ["explain", "15"],
      "no KPI is called '15'\nhelp: the KPIs are 1 to 14, such as 4 or kpi-04\n"
    ),
    (
      ["run", "open-data", "--school", "kmu"],
      "'kmu' is not the code of a school\nhelp: such as 1019\n"
    ),
    (
      ["run", "open-data", "--academic-year", "2017"],
      "'2017' is not an academic year\nhelp: such as 106\n"
    ),
    (
      ["run", "open-data", "--month", "114-09"],
      "open data go by --academic-year, not --month\n"
    ),
  ]

  @Test(arguments: usage)
  func wrongUsageEndsWith64(words: [String], message: String) throws {
    let folder = try TemporaryFolder()
    try University().write(to: folder)
    try PublishedTables.write(to: folder)
    var words = words
    if words.contains("open-data") { words += ["--input", folder.path("open")] }
    if words.first == "run", !words.contains("--input"), !words.contains("open-data") {
      words += ["--input", folder.path("input"), "--output", folder.path("output")]
    }
    if words.first == "explain", words.count > 1 { words += ["--input", folder.path("input")] }
    let run = try Program.campusKPI(words)
    #expect(run.error == "campus-kpi: error: " + message)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(!folder.hasPublished("output"))
  }

  #if !POSTGRESQL
    @Test func aServerNeedsABuildWithPostgreSQL() throws {
      let folder = try TemporaryFolder()
      try University().write(to: folder)
      let run = try folder.run(["--database", "postgresql://office:secret@host/figures"])
      #expect(run.status == 64)
      #expect(
        run.error == """
          campus-kpi: error: this campus-kpi was built without PostgreSQL
          help: build it with 'make build POSTGRESQL=1', or give --database FILE

          """)
      #expect(!folder.hasPublished("output"))
    }
  #endif

  @Test func noCommandShowsTheHelpAndEndsWith64() throws {
    let run = try Program.campusKPI([])
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.error == (try Program.campusKPI(["--help"]).output))
  }

  @Test func anUnknownPipelineIsNamedWithTheNearest() throws {
    let folder = try TemporaryFolder()
    try University().write(to: folder)
    let run = try Program.campusKPI([
      "run", "nightyl", "--input", folder.path("input"), "--output", folder.path("output"),
    ])
    #expect(run.status == 64)
    #expect(run.error.contains("nightyl") && run.error.contains("nightly"))
    #expect(!folder.hasPublished("output"))
  }

  @Test func aMissingInputEndsWith66() throws {
    let folder = try TemporaryFolder()
    let gone = try folder.run(input: "gone")
    #expect(gone.status == 66)
    #expect(
      gone.error == "campus-kpi: error: \(folder.path("gone")): No such file or directory\n")
    try folder.write("x\n", to: "input/notes.txt")
    let empty = try folder.run()
    #expect(empty.status == 66)
    #expect(
      empty.error == """
        campus-kpi: error: \(folder.path("input")): no file of any source
        help: put the exports there, named like students.csv

        """)
    let file = try folder.run(input: "input/notes.txt")
    #expect(file.status == 66)
    let preview = try Program.campusKPI(["preview", folder.path("gone.csv")])
    #expect(preview.status == 66)
    #expect(!folder.hasPublished("output"))
  }

  @Test(arguments: ["students\n", "學年度,學期\n\"x\n"])
  func aRefusedFileEndsWith65AndLeavesTheOldOutput(text: String) throws {
    try expectOldOutput(status: 65) { folder, _ in
      try folder.write(text, to: "input/students.csv")
      return []
    }
  }

  @Test func aRejectLimitEndsWith65AndLeavesTheOldOutput() throws {
    try expectOldOutput(status: 65) { folder, university in
      var university = university
      for row in 10..<20 { university["students"][row, "status"] = "?" }
      try university.write(to: folder)
      return []
    }
  }

  /// What is wrong from the first row to the last is not read to its end, which would take memory
  /// for every row.
  @Test func aMillionMistakesEndTheReadingWith65() throws {
    let folder = try TemporaryFolder()
    try University().write(to: folder)
    let header = try folder.read("input/projects.csv").prefix { $0 != "\n" && $0 != "\r\n" }
    try folder.write(
      header + "\n" + String(repeating: "x\n", count: 1_100_000), to: "input/projects.csv")
    let run = try folder.run()
    #expect(run.status == 65)
    #expect(
      run.error.contains(
        ": more than 1000000 mistakes; reading ends here. The first: projects.csv:2: the row has 1")
    )
    #expect(!folder.hasPublished())
  }

  @Test func brokenDefinitionsEndWith78AndLeaveTheOldOutput() throws {
    try expectOldOutput(status: 78) { folder, _ in
      let definitions = try DefinitionsCopy(in: folder)
      try definitions.replace("rules:", with: "rulse:", in: "kpis/kpi-04/2020-08-01.yaml")
      return ["--pipelines", definitions.path]
    }
  }

  @Test func missingDefinitionsEndWith78AndLeaveTheOldOutput() throws {
    try expectOldOutput(status: 78) { folder, _ in ["--pipelines", folder.path("gone")] }
  }

  /// What nobody could read is not wrong: only its owner can tell.
  @Test(arguments: ["codes/countries.csv", "kpis/kpi-04", "nightly.yaml"])
  func definitionsThatCannotBeReadEndWith74(name: String) throws {
    let folder = try TemporaryFolder()
    let definitions = try DefinitionsCopy(in: folder)
    let locked = definitions.path + "/" + name
    let mode = try FileManager.default.attributesOfItem(atPath: locked)[.posixPermissions]
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: locked)
    // Root may read everything, until that right is taken away.
    let rights = "-dac_override,-dac_read_search"
    let run = try Program.shell(
      """
      [ "$(id -u)" != 0 ] || limited="setpriv --bounding-set=\(rights) --inh-caps=\(rights)"
      exec $limited campus-kpi lint --pipelines pipelines
      """, in: folder.url)
    try FileManager.default.setAttributes([.posixPermissions: mode ?? 0], ofItemAtPath: locked)
    #expect(run.status == 74)
    #expect(run.error == "campus-kpi: error: cannot read \(locked): Permission denied\n")
    #expect(run.output == "")
  }

  /// Publishes, spoils something, runs again and compares every byte of the output.
  private func expectOldOutput(
    status: Int32,
    spoil: (TemporaryFolder, University) throws -> [String]
  ) throws {
    let folder = try TemporaryFolder()
    let university = University()
    try university.write(to: folder)
    try #require(try folder.run().status == 0)
    let before = try folder.publication().files()
    let extra = try spoil(folder, university)
    for arguments in [extra, extra + ["--quiet"]] {
      let run = try folder.run(arguments)
      #expect(run.status == status, "\(run.error)")
      #expect(run.output == "")
      #expect(run.error != "", "what stops a run is said even when quiet")
    }
    #expect(try folder.publication().files() == before)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!left.contains { $0.contains(".tmp") || $0.contains(".old") }, "\(left)")
  }

  @Test func anOutputThatCannotBeCreatedEndsWith73() throws {
    let folder = try TemporaryFolder()
    try University().write(to: folder)
    try folder.write("", to: "file")
    for output in ["file/output", "file"] {
      let run = try folder.run(output: output)
      #expect(run.status == 73, "\(output): \(run.error)")
      #expect(run.error.hasPrefix("campus-kpi: error: cannot create \(folder.path)/"))
      #expect(run.output == "")
    }
    #expect(try folder.read("file") == "")
  }

  /// A folder that was never published into is not taken for an old output and removed.
  @Test func whatStandsInTheOutputFolderStays() throws {
    let folder = try TemporaryFolder()
    try University().write(to: folder)
    try folder.write("mine\n", to: "output/thesis/notes.txt")
    let run = try folder.run()
    #expect(run.status == 0 || run.status == 73)
    #expect(try folder.read("output/thesis/notes.txt") == "mine\n")
    try folder.write("", to: "empty/x")
    try FileManager.default.removeItem(atPath: folder.path("empty/x"))
    #expect(try folder.run(output: "empty").status == 0)
  }

  @Test(arguments: ["--format json", ""])
  func resultsThatCannotBeWrittenEndWith74(format: String) throws {
    let folder = try TemporaryFolder()
    try University().write(to: folder)
    let root = Program.root.path
    let command =
      "campus-kpi run nightly --pipelines \(root)/pipelines --input input --output output"
      + " --period \(University.period) \(format)"
    let full = try Program.shell(command + " > /dev/full", in: folder.url)
    #expect(full.status == 74)
    #expect(
      full.error == "campus-kpi: error: cannot write to standard output: "
        + "No space left on device\n")
    let closed = try Program.shell(command + " >&-", in: folder.url)
    #expect(closed.status == 74)
    #expect(closed.error.contains("cannot write to standard output"))
    // Whatever is not 0 has published nothing.
    #expect(!folder.hasPublished())
    try #require(try folder.run().status == 0)
    let before = try folder.publication().files()
    var university = University()
    university["students"].rows.removeFirst()
    try university.write(to: folder)
    #expect(try Program.shell(command + " > /dev/full", in: folder.url).status == 74)
    #expect(try folder.publication().files() == before)
  }

  /// A reader that goes away ends the program with a message, not with a signal.
  @Test func aReaderThatGoesAwayEndsWith74() throws {
    let folder = try TemporaryFolder()
    var university = University()
    university["students"].pad(to: 5_000, numbering: "student_id")
    try university.write(to: folder)
    let run = try Program.shell(
      "{ campus-kpi preview --all input/students.csv; echo $? > status; } | head -n 1 > /dev/null",
      in: folder.url)
    #expect(try folder.read("status") == "74\n")
    #expect(run.error == "campus-kpi: error: cannot write to standard output: Broken pipe\n")
  }

  /// The paths of a quiet night: nothing is said and everything is written.
  @Test func aQuietRunSaysNothing() throws {
    let folder = try TemporaryFolder()
    try University().write(to: folder)
    let run = try folder.run(["--quiet"])
    #expect(run.status == 0)
    #expect(run.output == "" && run.error == "")
    #expect(try folder.publication().kpis.values.count == 14)
  }

  @Test func checkCountsAndWritesNothing() throws {
    let folder = try TemporaryFolder()
    try University().write(to: folder)
    let before = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    let run = try Program.campusKPI([
      "check", "nightly", "--input", folder.path("input"), "--period", University.period,
    ])
    #expect(run.status == 0 && run.error == "")
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() == before)
    try folder.write("x\n", to: "input/students.csv")
    let refused = try Program.campusKPI([
      "check", "nightly", "--input", folder.path("input"), "--period", University.period,
    ])
    #expect(refused.status == 65)
  }
}
