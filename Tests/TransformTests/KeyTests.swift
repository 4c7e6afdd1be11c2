import Campus
import Definitions
import SeededRandomness
import Testing

struct KeyTests {
  private let source = SampleSource(
    columns: [
      column("year", .academicYear, required: true),
      column("person", .identifier, required: true, personal: true),
      column("trip", .identifier),
      column("status", .code(SampleSource.status)),
      column("flag", .yesNo),
      column("credits", .decimal),
      column("partners", .codes(SampleSource.countries, open: false, slashSeparates: false)),
      column("note", .text),
    ], key: ["year", "person"])

  @Test func `identical rows of one key are the first of them`() {
    let outcome = source.normalise(
      [
        ["114", "a1", "", "在學", "", "1.50", "JP;TW", "x\r\ny"],
        ["114", "B1", "", "在學", "", "", "", ""],
        ["2025", "Ａ1", "-", "Enrolled", "否", "1.5", "台灣、日本,JP", " x\ny"],
      ], [["114.0", "A1", "NULL", "延畢", "0", "001.500", "tw|jp", "x\ry"]])
    #expect(outcome.values("person") == ["A1", "B1"])
    #expect(
      outcome.found.map(\.problem) == [
        .duplicateRow(first: SourceLocation(file: "sample-0.csv", line: 2)),
        .duplicateRow(first: SourceLocation(file: "sample-0.csv", line: 2)),
      ])
    #expect(
      outcome.findings == [
        "sample-0.csv:4 * duplicate-row", "sample-1.csv:2 * duplicate-row",
      ])
    #expect(outcome.table.files.map(\.duplicates) == [1, 1])
    #expect(outcome.table.rejectedCount == 0)
  }

  @Test(arguments: [
    ["114", "A1", "T1", "在學", "", "1.5", "JP", "x"],
    ["114", "A1", "", "休學", "", "1.5", "JP", "x"],
    ["114", "A1", "", "", "", "1.5", "JP", "x"],
    ["114", "A1", "", "在學", "Y", "1.5", "JP", "x"],
    ["114", "A1", "", "在學", "", "1.51", "JP", "x"],
    ["114", "A1", "", "在學", "", "1.5", "JP;TW", "x"],
    ["114", "A1", "", "在學", "", "1.5", "", "x"],
    ["114", "A1", "", "在學", "", "1.5", "JP", "X"],
    ["114", "A1", "", "在學", "", "1.5", "JP", ""],
  ])
  func `rows of one key that differ in any column are all rejected`(_ other: [String]) {
    // Also when the column that differs is not kept.
    for keep in [nil, Set(["person"])] {
      let outcome = source.normalise(
        [["114", "A1", "", "在學", "", "1.5", "JP", "x"], other, ["114", "B1"] + other[2...]],
        keep: keep)
      #expect(outcome.values("person") == ["B1"])
      #expect(outcome.lines == [4])
      #expect(
        outcome.findings == [
          "sample-0.csv:2 * conflicting-rows", "sample-0.csv:3 * conflicting-rows",
        ])
      #expect(
        outcome.found.map(\.problem) == [
          .conflictingRows(other: SourceLocation(file: "sample-0.csv", line: 3)),
          .conflictingRows(other: SourceLocation(file: "sample-0.csv", line: 2)),
        ])
      #expect(outcome.table.rejectedCount == 2)
      #expect(outcome.table.duplicateCount == 0)
    }
  }

  /// Numbers that differ in their length and a few bits are what a careless hash takes for one.
  @Test(arguments: [
    ("A1001", "A10001"), ("S1003", "S10003"), ("3000", "30000"), ("11002", "110002"),
    ("1222", "12222"), ("200000001", "3000000001"), ("00000000", "300000000"), ("1030", "103030"),
  ])
  func `numbers that look alike tell rows apart`(_ number: String, _ other: String) {
    for column in [2, 7] {
      var rows = Array(repeating: ["114", "A1", "", "在學", "", "", "", ""], count: 2)
      rows[0][column] = number
      rows[1][column] = other
      #expect(source.normalise(files: [rows]).table.rejectedCount == 2)
    }
  }

  /// Pairs of rows of one key, told apart by comparing their cells themselves.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `pairs of rows are the same row only when their cells are`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func number() -> String {
      let digits = (0..<1 + random.below(6)).map { _ in String(random.below(4)) }.joined()
      return (random.below(2) == 0 ? "A" : "1") + digits
    }
    var rows: [[String]] = []
    var rejected = 0
    for pair in 0..<1_500 {
      let first = [number(), number()]
      // Mostly another number that begins or ends alike.
      let other =
        random.below(3) == 0
        ? first
        : first.map {
          random.below(2) == 0 ? $0 : $0.prefix(2) + "\(random.below(4))" + $0.dropFirst(2)
        }
      for values in [first, other] {
        rows.append(["114", "P\(pair)", values[0], "在學", "", "", "", values[1]])
      }
      if first != other { rejected += 2 }
    }
    let outcome = source.normalise(files: [rows])
    #expect(outcome.table.rejectedCount == rejected, "seed \(seed)")
    #expect(outcome.table.duplicateCount == (rows.count - rejected) / 2)
  }

  @Test func `one row that differs rejects also those that are alike`() {
    let row = ["114", "A1", "", "在學", "", "", "", ""]
    let other = ["114", "A1", "", "休學", "", "", "", ""]
    let outcome = source.normalise([row, row, other], [row, other])
    #expect(outcome.table.rowCount == 0)
    #expect(outcome.table.files.map(\.rejected) == [3, 2])
    #expect(
      outcome.found.map(\.problem)
        == [(0, 4), (0, 4), (0, 2), (0, 4), (0, 2)].map {
          .conflictingRows(other: SourceLocation(file: SampleSource.file($0.0), line: $0.1))
        })
    #expect(
      outcome.findings.map { $0.split(separator: " ")[0] } == [
        "sample-0.csv:2", "sample-0.csv:3", "sample-0.csv:4", "sample-1.csv:2", "sample-1.csv:3",
      ])
  }

  @Test func `a rejected row contradicts nobody`() {
    let outcome = source.normalise([
      ["114", "A1", "", "月亮", "", "", "", ""],
      ["114", "A1", "", "在學", "", "", "", ""],
    ])
    #expect(outcome.values("status") == ["enrolled"])
    #expect(outcome.findings == ["sample-0.csv:2 status unmapped-status"])
  }

  @Test func `a source without a key merges nothing`() {
    var keyless = source
    keyless.key = []
    let row = ["114", "A1", "", "在學", "", "", "", ""]
    let outcome = keyless.normalise([row, row])
    #expect(outcome.table.rowCount == 2)
    #expect(outcome.found.isEmpty)
  }

  @Test func `a row whose optional key column has no value has no key`() {
    var trips = source
    trips.key = ["trip", "person"]
    let row = ["114", "A1", "", "在學", "", "", "", ""]
    let numbered = ["114", "A1", "7", "在學", "", "", "", ""]
    let outcome = trips.normalise([row, row, numbered, row, numbered])
    #expect(outcome.values("trip") == [nil, nil, "7", nil])
    #expect(outcome.findings == ["sample-0.csv:6 * duplicate-row"])
  }

  @Test func `without an optional key column no row of the file has a key`() {
    let flagged = SampleSource(
      columns: [column("person", .identifier, required: true), column("flag", .yesNo)],
      key: ["person", "flag"], filesColumns: [["person"], ["flag", "person"]])
    let outcome = flagged.normalise([["A1"], ["A1"]], [["", "A1"], ["否", "A1"]])
    #expect(outcome.values("person") == ["A1", "A1", "A1"])
    #expect(outcome.findings == ["sample-1.csv:3 * duplicate-row"])
  }

  @Test func `a key whose values all mean nothing is a key when its table grows too`() {
    let flags = SampleSource(columns: [column("flag", .yesNo)], key: ["flag"])
    let many = Array(repeating: ["否"], count: 200)
    let outcome = flags.normalise([["否"]], many, [["是"]], many)
    #expect(outcome.values("flag") == ["no", "yes"])
    #expect(outcome.table.duplicateCount == 400)
  }

  @Test func `a column that one file lacks is a missing value in its rows`() {
    var split = source
    split.filesColumns = [source.columns.map(\.name), ["person", "year", "status"]]
    let outcome = split.normalise(
      [
        ["114", "A1", "", "在學", "", "", "", ""], ["114", "A2", "", "在學", "有", "", "", ""],
        ["114", "A3", "", "在學", "", "0", "", ""], ["114", "A4", "", "在學", "", "", "JP", ""],
        ["114", "A5", "", "在學", "", "", "", "n"],
      ], ["A1", "A2", "A3", "A4", "A5"].map { [$0, "114", "在學"] })
    #expect(outcome.values("person") == ["A1"])
    #expect(outcome.table.duplicateCount == 1)
    #expect(outcome.table.rejectedCount == 8)
    #expect(outcome.table.absentColumns == ["trip", "flag", "credits", "partners", "note"])
  }

  @Test func `names that an open list does not know tell rows apart`() {
    let open = SampleSource(
      columns: [
        column("id", .identifier, required: true),
        column("partners", .codes(SampleSource.countries, open: true, slashSeparates: false)),
      ], key: ["id"])
    let alike = open.normalise([["1", "MIT;JP;ETH"], ["1", "eth、ｍｉｔ,日本"]])
    #expect(alike.findings == ["sample-0.csv:3 * duplicate-row"])
    let unlike = open.normalise([["1", "MIT;JP"], ["1", "ETH;JP"]])
    #expect(unlike.table.rejectedCount == 2)
  }

  @Test func `many keys are told apart exactly`() {
    let rows = (0..<20_000).map { ["114", "P\($0 / 2)", "", "在學", "", "\($0 / 2)", "", ""] }
    let outcome = source.normalise(files: [rows])
    #expect(outcome.table.rowCount == 10_000)
    #expect(outcome.table.duplicateCount == 10_000)
    #expect(outcome.values("person")[9_999] == "P9999")
    #expect(outcome.values("credits")[9_999] == "9999")
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `the order of rows and files changes no row that stands`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = [
      ["114", "2025", "113"], ["A1", "a1", "A2", "A3", "A4", ""], ["", "T1"],
      ["在學", "延畢", "休學", "?"], ["", "否", "是"], ["", "1.0", "1"], ["", "JP;TW", "台灣,日本"],
      ["", "n"],
    ]
    let rows = (0..<60).map { _ in words.map { $0[random.below($0.count)] } }
    let expected = standing(source.normalise(files: [rows]))
    for _ in 0..<3 {
      let shuffled = rows.shuffled(using: &random)
      let cut = random.below(60)
      let outcome = source.normalise(files: [Array(shuffled[..<cut]), Array(shuffled[cut...])])
      #expect(standing(outcome) == expected, "seed \(seed)")
    }
  }

  /// What of an outcome may not depend on the order: the rows, and how many went where.
  private func standing(_ outcome: SampleSource.Outcome) -> [String] {
    let rows = (0..<outcome.table.rowCount).map { row in
      source.columns.map { outcome.table.columns[$0.name]?.text(row) ?? "" }.joined(separator: " ")
    }
    return rows.sorted() + [
      "rejected \(outcome.table.rejectedCount)", "duplicates \(outcome.table.duplicateCount)",
    ]
  }
}
