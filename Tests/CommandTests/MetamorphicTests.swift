import Foundation
import Testing

/// What must not change a count does not: not a byte of kpi.json but its list of inputs.
@Suite struct MetamorphicTests {
  private static let seeds = [3, 14, 159]

  /// The spelling of a seed's rows, as options of campus-samples.
  private static let spellings: [[String]] = [
    ["--shuffle-seed", "5"],
    ["--shuffle-seed", "77", "--split", "3"],
    ["--split", "varied"],
    ["--encoding", "utf-8-bom"],
    ["--encoding", "cp950"],
    ["--encoding", "utf-16le"],
    ["--encoding", "utf-16be"],
    ["--spelling", "varied", "--encoding", "varied"],
    ["--spelling", "varied", "--spelling-seed", "8"],
    [
      "--spelling", "varied", "--spelling-seed", "9", "--encoding", "varied", "--split", "varied",
      "--shuffle-seed", "10",
    ],
  ]

  private func write(_ seed: Int, to folder: TemporaryFolder, _ name: String, _ extra: [String])
    throws
  {
    let samples = try Program.campusSamples(
      [
        "--output", folder.path(name), "--seed", "\(seed)", "--students", "120", "--dirty",
      ] + extra)
    try #require(samples.status == 0, "campus-samples: \(samples.error)")
  }

  /// Publishes a seed's exports; a dirty one may have a wrong row in a small source.
  private func publish(_ folder: TemporaryFolder, _ name: String) throws -> Publication {
    let run = try folder.run(input: name + "/exports", output: name + "/output")
    try #require(run.status == 0, "\(run.error)")
    return folder.publication(name + "/output")
  }

  @Test(arguments: seeds)
  func theSpellingOfTheExportsChangesNothing(seed: Int) throws {
    let folder = try TemporaryFolder()
    try write(seed, to: folder, "plain", [])
    let expected = try publish(folder, "plain").countsText()
    #expect(expected.contains("\"kpi-14\""))
    for (index, spelling) in MetamorphicTests.spellings.enumerated() {
      try write(seed, to: folder, "other\(index)", spelling)
      let other = try publish(folder, "other\(index)").countsText()
      #expect(other == expected, "seed \(seed), \(spelling)")
    }
  }

  @Test(arguments: [3])
  func theSameRunTwiceGivesTheSameBytes(seed: Int) throws {
    let folder = try TemporaryFolder()
    try write(seed, to: folder, "a", ["--spelling", "varied", "--encoding", "varied"])
    let first = try folder.run(input: "a/exports", output: "one")
    let second = try folder.run(input: "a/exports", output: "two")
    #expect(first.output == second.output && first.error == second.error)
    let files = try folder.publication("one").files()
    #expect(files.count >= 3)
    #expect(try folder.publication("two").files() == files)
  }

  /// The locale chooses the language of messages, and only zh is another one than English.
  @Test func timeZoneLocaleAndEnvironmentChangeNothing() throws {
    let folder = try TemporaryFolder()
    try write(14, to: folder, "a", ["--spelling", "varied"])
    let expected = try folder.run(input: "a/exports", output: "base")
    let files = try folder.publication("base").files()
    let environments: [[String: String]] = [
      [:], ["TZ": "Pacific/Kiritimati"], ["TZ": "America/Anchorage"], ["TZ": "Asia/Taipei"],
      // A zone that counts leap seconds.
      ["TZ": "right/UTC"],
      ["LC_ALL": "tr_TR.UTF-8"], ["LC_ALL": "de_DE.ISO-8859-1", "TZ": "UTC+14"],
      ["LANG": "C.UTF-8", "LC_TIME": "zh_TW.UTF-8", "HOME": "/nonexistent"],
    ]
    for (index, environment) in environments.enumerated() {
      let run = try folder.run(
        input: "a/exports", output: "other\(index)", environment: environment)
      #expect(run.status == 0)
      #expect(run.output == expected.output && run.error == expected.error, "\(environment)")
      #expect(try folder.publication("other\(index)").files() == files, "\(environment)")
    }
    let chinese = try folder.run(
      input: "a/exports", output: "zh", environment: ["LC_ALL": "zh_TW.UTF-8"])
    #expect(chinese.error != expected.error)
    #expect(try folder.publication("zh").data("kpi.json") == files["kpi.json"])
  }

  @Test func anEmptyEnvironmentIsEnough() throws {
    let folder = try TemporaryFolder()
    try University().write(to: folder)
    let root = Program.root.path
    let run = try Program.shell(
      "env -i \(Program.products.path)/campus-kpi run nightly --pipelines \(root)/pipelines"
        + " --input input --output output --period \(University.period)", in: folder.url)
    #expect(run.status == 0 && run.error == "")
    #expect(try folder.publication().kpis.values.allSatisfy { $0 != nil })
  }

  /// One more person, of any kind, moves no headcount by more than one.
  @Test(arguments: seeds)
  func onePersonMovesAHeadcountByAtMostOne(seed: Int) throws {
    let folder = try TemporaryFolder()
    try write(seed, to: folder, "a", [])
    let before = try publish(folder, "a").kpis
    for source in ["students", "faculty", "researchers", "faculty_exchanges", "student_mobility"] {
      let file = "a/exports/\(source).csv"
      let text = try folder.read(file)
      let lines = text.split(whereSeparator: \.isNewline)
      // A row of a person nobody else is, made of the row in the middle.
      let header = lines[0].split(separator: ",", omittingEmptySubsequences: false)
      let place = try #require(header.firstIndex { ["學號", "教師代碼"].contains($0) })
      var cells = lines[lines.count / 2].split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == header.count, !text.contains("\"") else { continue }
      cells[place] = "NOBODY-ELSE"
      try folder.write(text + cells.joined(separator: ",") + "\n", to: file)
      let after = try publish(folder, "a").kpis
      for (old, new) in zip(before.kpis, after.kpis) {
        let difference = (new.value ?? 0) - (old.value ?? 0)
        #expect(difference == 0 || difference == 1, "seed \(seed), \(source), \(new.id)")
      }
      try folder.write(text, to: file)
    }
  }

  /// A counted person more is one more in every headcount that counts such a person.
  @Test(arguments: [
    ("students", 0, "student_id", [4: 1, 8: 1]), ("students", 2, "student_id", [4: 1, 8: 1]),
    ("faculty", 0, "staff_id", [2: 1]), ("researchers", 0, "staff_id", [3: 1]),
    ("faculty_exchanges", 0, "institution", [:]), ("faculty_activities", 0, "activity_id", [6: 1]),
    ("visiting_scholars", 0, "visit_id", [7: 1]), ("student_mobility", 0, "trip_id", [:]),
    ("international_visits", 0, "visit_id", [11: 1]), ("publications", 0, "doi", [1: 1, 13: 1]),
    ("publications", 0, "title", [:]), ("books", 0, "isbn", [12: 1]), ("books", 0, "title", [:]),
    ("projects", 0, "project_id", [14: 1]),
  ])
  func aRowMoreCountsAsThePersonEventOrItemItIs(
    source: String, row: Int, column: String, more: [Int: Int]
  ) throws {
    let folder = try TemporaryFolder()
    var university = University()
    try university.write(to: folder)
    try #require(try folder.run().status == 0)
    let before = try folder.publication().kpis.values
    university[source].rows.append(university[source].rows[row])
    university[source][university[source].rows.count - 1, column] += "9"
    try university.write(to: folder)
    try #require(try folder.run().status == 0)
    let after = try folder.publication().kpis.values
    for (number, (old, new)) in zip(before, after).enumerated() {
      #expect((new ?? 0) - (old ?? 0) == more[number + 1, default: 0], "kpi \(number + 1)")
    }
  }

  /// What `explain` says is left out can be taken away, and no value changes.
  @Test(arguments: seeds)
  func aRowThatWasLeftOutCanGo(seed: Int) throws {
    let folder = try TemporaryFolder()
    try write(seed, to: folder, "a", [])
    let before = try publish(folder, "a").kpis
    let file = "a/exports/projects.csv"
    let text = try folder.read(file)
    let lines = text.split(separator: "\n")
    let place = try #require(
      lines[0].split(separator: ",").firstIndex { $0.hasPrefix("計畫編號") })
    var removed = 0
    for line in lines.dropFirst().prefix(20) where removed < 4 {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count > place else { continue }
      let key = String(cells[place])
      let verdict = try Program.campusKPI([
        "explain", "14", "--key", key, "--input", folder.path("a/exports"), "--period",
        University.period,
      ])
      try #require(verdict.status == 0, "\(verdict.error)")
      guard verdict.output.contains("\(key): not counted") else { continue }
      removed += 1
      let rest = lines.filter { !$0.split(separator: ",").contains(Substring(key)) }
      try folder.write(rest.joined(separator: "\n") + "\n", to: file)
      #expect(try publish(folder, "a").kpis.values == before.values, "seed \(seed), \(key)")
    }
    #expect(removed > 0)
  }

  /// The last row of each export of the small university is left out by every KPI.
  @Test func takingEveryExcludedRowAwayChangesNoValue() throws {
    let folder = try TemporaryFolder()
    var university = University()
    try university.write(to: folder)
    try #require(try folder.run().status == 0)
    let before = try folder.publication().kpis
    for export in university.exports { university[export.source].rows.removeLast(60) }
    try university.write(to: folder)
    try #require(try folder.run().status == 0)
    let after = try folder.publication().kpis
    #expect(after.values == before.values)
    for (old, new) in zip(before.kpis, after.kpis) {
      #expect(old.rows.map { $0.counted } == new.rows.map { $0.counted })
      #expect(old.breakdown.map(\.value) == new.breakdown.map(\.value))
    }
  }
}
