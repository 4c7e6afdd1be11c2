import Campus
import Definitions
import Testing

/// Columns that stand for more than their cells: derived codes, identities, absent columns.
struct ColumnTests {
  private let programme = CodeList(
    name: "programme",
    entries: ["master", "master_in_service", "bachelor"].map {
      CodeList.Entry(code: $0, label: $0, english: $0)
    },
    words: ["master": 0, "m碩士": 0, "碩士在職專班": 1, "bachelor": 2])
  private let dayNight = CodeList(
    name: "day_night",
    entries: ["day", "in_service"].map { CodeList.Entry(code: $0, label: $0, english: $0) },
    words: ["日": 0, "n職": 1])

  private var students: SampleSource {
    SampleSource(
      columns: [
        column("id", .identifier, required: true),
        column(
          "programme", .code(programme), required: true, needing: ["等級別": "day_night"],
          derivation: ColumnContract.Derivation(from: 2, table: [[0, 1]: 1])),
        column("day_night", .code(dayNight)),
      ], key: ["id"])
  }

  @Test func `a master student in service is one of the in-service programme`() {
    let outcome = students.normalise([
      ["1", "M 碩士", "N 職"], ["2", "M 碩士", "日"], ["3", "M 碩士", ""], ["4", "碩士在職專班", "日"],
      ["5", "bachelor", "N 職"], ["6", "?", "N 職"], ["7", "M 碩士", "?"],
    ])
    #expect(
      outcome.values("programme") == [
        "master_in_service", "master", "master", "master_in_service", "bachelor",
      ])
    #expect(
      outcome.findings == [
        "sample-0.csv:7 programme unmapped-programme",
        "sample-0.csv:8 day_night unmapped-day-night",
      ])
  }

  @Test func `rows are compared after derivation`() {
    let outcome = students.normalise([
      ["1", "M 碩士", "N 職"], ["1", "碩士在職專班", "N 職"], ["2", "M 碩士", "N 職"],
      ["2", "M 碩士", "日"],
    ])
    #expect(
      outcome.findings == [
        "sample-0.csv:3 * duplicate-row", "sample-0.csv:4 * conflicting-rows",
        "sample-0.csv:5 * conflicting-rows",
      ])
  }

  @Test func `等級別 without 日間／進修別 tells too little`() {
    var graded = students
    graded.headers["programme"] = "等 級 別"
    graded.filesColumns = [["id", "programme"]]
    let outcome = graded.normalise([["1", "M 碩士"]])
    #expect(outcome.table.insufficientColumns["programme"]?.needs == "day_night")
    #expect(outcome.table.insufficientColumns["programme"]?.header == "等 級 別")
    #expect(outcome.table.absentColumns == ["day_night"])
    graded.filesColumns = []
    #expect(graded.normalise([["1", "M 碩士", ""]]).table.insufficientColumns.isEmpty)
    var plain = students
    plain.filesColumns = [["id", "programme"]]
    #expect(plain.normalise([["1", "M 碩士"]]).table.insufficientColumns.isEmpty)
  }

  @Test func `a file without rows lacks no column`() {
    var split = students
    split.filesColumns = [["id", "programme", "day_night"], ["id"]]
    #expect(split.normalise([["1", "master", ""]], []).table.absentColumns.isEmpty)
    split.filesColumns = [["id"]]
    let empty = split.normalise([])
    #expect(empty.table.absentColumns.isEmpty)
    #expect(empty.table.columns.keys.sorted() == ["day_night", "id", "programme"])
    #expect(empty.table.rowCount == 0)
  }

  @Test func `a column that no file has is not in the table`() {
    var lacking = students
    lacking.filesColumns = [["programme", "id"]]
    let outcome = lacking.normalise([["master", "1"]])
    #expect(outcome.table.columns.keys.sorted() == ["id", "programme"])
  }

  @Test func `a missing value that means a code is that code, also when rows are compared`() {
    var researchers = SampleSource(
      columns: [
        column("id", .identifier, required: true),
        column("employment", .code(SampleSource.status), missing: 0),
      ], key: ["id"])
    let outcome = researchers.normalise([["1", ""], ["1", "在學"], ["2", "休學"], ["3", "-"]])
    #expect(outcome.values("employment") == ["enrolled", "suspended", "enrolled"])
    #expect(outcome.table.duplicateCount == 1)
    researchers.filesColumns = [["id", "employment"], ["id"]]
    let split = researchers.normalise([["1", "在學"], ["2", "休學"]], [["1"], ["2"]])
    #expect(
      split.findings.map { $0.split(separator: " ")[2] }.sorted() == [
        "conflicting-rows", "conflicting-rows", "duplicate-row",
      ])
  }

  @Test func `a column that one file lacks is lacking for the source`() {
    var split = students
    split.filesColumns = [["id", "programme", "day_night"], ["id", "programme"]]
    let outcome = split.normalise([["1", "master", "日"]], [["2", "master"]])
    #expect(outcome.table.absentColumns == ["day_night"])
    #expect(outcome.table.columns.keys.sorted() == ["id", "programme"])
  }

  @Test func `an article is its DOI, else its number, and the two are never the same`() {
    let articles = SampleSource(
      columns: [
        column("doi", .doi), column("article_no", .identifier), column("title", .text),
      ], identity: SourceContract.Identity(name: "article", firstOf: [0, 1]))
    let outcome = articles.normalise([
      ["10.1/A", "77", ""], ["https://doi.org/10.1/a", "", ""], ["", "77", ""], ["-", "77 ", ""],
      ["77", "", ""], ["", "NULL", "x"], ["doi:", "–", ""], ["\u{FFFD}", "", ""],
    ])
    #expect(outcome.values("article") == ["10.1/a", "10.1/a", "77", "77", "77", "–"])
    let numbers = outcome.table.columns["article"].map { Array($0.values) } ?? []
    #expect(numbers == [0, 0, 1, 1, 2, 3])
    #expect(
      outcome.findings == [
        "sample-0.csv:7 * missing-identity", "sample-0.csv:9 doi bad-character",
      ])
    #expect(
      outcome.found.first?.problem == .missingIdentity(columns: ["doi", "article_no"]))
    let numbered = SampleSource(
      columns: articles.columns, identity: articles.identity, filesColumns: [["article_no"]])
    #expect(numbered.normalise([["a7"], [""]]).values("article") == ["A7"])
  }

  @Test func `only the columns to keep are in the table`() {
    let outcome = students.normalise([["1", "M 碩士", "N 職"]], keep: ["programme"])
    #expect(outcome.table.columns.keys.sorted() == ["programme"])
    #expect(outcome.values("programme") == ["master_in_service"])
  }
}
