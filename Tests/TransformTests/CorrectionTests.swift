import Campus
import Definitions
import Testing
import Transform

/// How corrections find their rows and values, below the program.
@Suite struct CorrectionTests {
  static let source = SampleSource(
    columns: [
      column("year", .academicYear, required: true),
      column("id", .identifier, required: true, personal: true),
      column("status", .code(SampleSource.status)),
      column("countries", .codes(SampleSource.countries, open: false, slashSeparates: false)),
      column("day", .date), column("amount", .decimal), column("flag", .yesNo),
      column("count", .headcount), column("doi", .doi), column("isbn", .isbn),
      column("note", .text),
    ], key: ["year", "id"])

  /// The lines of `corrections.csv` for the source, `key,column,old,new` each.
  private func sheet(_ lines: [[String]], of source: SampleSource = source) -> CorrectionSheet {
    var sheet = CorrectionSheet([source.contract])
    var batch = RecordBatch(fileIndex: 0, columns: Array(0..<7))
    for (row, line) in lines.enumerated() {
      for cell in ["sample"] + line + ["誤植", "註冊組"] {
        batch.bytes += Array(cell.utf8)
        batch.endCell()
      }
      batch.lines.append(row + 2)
    }
    sheet.append(batch, file: "corrections.csv")
    return sheet
  }

  /// The batch after its corrections; nil when the source has none.
  private func correct(_ batch: RecordBatch, by sheet: inout CorrectionSheet) -> RecordBatch? {
    sheet["sample"]?.corrected(batch, file: "sample.csv")
  }

  private func batch(_ rows: [[String]], columns: [Int]? = nil) -> RecordBatch {
    var batch = RecordBatch(
      fileIndex: 0, columns: columns ?? Array(CorrectionTests.source.columns.indices))
    for (row, cells) in rows.enumerated() {
      for cell in cells {
        batch.bytes += Array(cell.utf8)
        batch.endCell()
      }
      batch.lines.append(row + 2)
    }
    return batch
  }

  private func rows(_ batch: RecordBatch) -> [[String]] {
    let width = batch.columns.count
    return (0..<batch.recordCount).map { row in
      (row * width..<(row + 1) * width).map {
        String(decoding: batch.cell($0), as: UTF8.self)
      }
    }
  }

  static let row = [
    "114", " b1021 ", "在學", "日本;BO", "114/08/01", "1,500,000.0", "", "…",
    "https://doi.org/10.1/A", "978-3-16", "a\r\nb",
  ]

  @Test(arguments: [
    ("status", "延畢"), ("countries", "BO、JP"), ("day", "2025-08-01 09:30"), ("amount", "1500000"),
    ("flag", "否"), ("flag", "－"), ("count", "…"), ("doi", "10.1/a"), ("isbn", "９７８３１６"),
    ("note", "a\nb"), ("id", "Ｂ１０２１"), ("year", "2025"),
  ])
  func anotherSpellingOfTheOldValueIsTheSame(column: String, old: String) throws {
    let value = column == "id" ? "B2" : column == "year" ? "113" : ""
    var sheet = sheet([["114|B1021", column, old, value]])
    let corrected = correct(batch([CorrectionTests.row]), by: &sheet)
    let index = try #require(CorrectionTests.source.contract.index(ofColumn: column))
    var expected = CorrectionTests.row
    expected[index] = value
    #expect(rows(try #require(corrected)) == [expected])
    let outcome = sheet.outcome(refused: [])
    #expect(outcome.findings.isEmpty)
    #expect(
      outcome.applied == [
        AppliedCorrection(
          source: "sample", key: "114|B1021", column: column, old: WordFolding.trimmed(old),
          new: value, reason: "誤植", approvedBy: "註冊組",
          location: SourceLocation(file: "sample.csv", line: 2))
      ])
  }

  @Test(arguments: [
    ("status", "休學"), ("countries", "日本"), ("day", "2025-08-02"), ("amount", "1500001"),
    ("flag", "是"), ("count", "0"), ("doi", "10.1/b"), ("isbn", "978316X"), ("note", "A\nb"),
    ("status", ""),
  ])
  func anotherOldValueIsStale(column: String, old: String) {
    var sheet = sheet([["114|B1021", column, old, ""]])
    let before = batch([CorrectionTests.row])
    let after = correct(before, by: &sheet)
    #expect(after?.bytes == before.bytes)
    let outcome = sheet.outcome(refused: [])
    #expect(outcome.findings.map(\.code) == ["stale-correction"])
    #expect(outcome.applied.isEmpty)
  }

  @Test func onlyTheRowsOfAKeyAreWrittenAnew() throws {
    var sheet = sheet([
      ["114|B3", "note", "c", "corrected"], ["114|B2", "*", "", ""],
      ["114|B3", "status", "", "休學"],
    ])
    let before = batch(
      [["114", "B1", "a", ""], ["114", "B2", "b", ""], ["114", "b3", " c ", "-"]],
      columns: [0, 1, 10, 2])
    var set = try #require(sheet["sample"])
    let after = set.corrected(before, file: "sample.csv")
    #expect(rows(after) == [["114", "B1", "a", ""], ["114", "b3", "corrected", "休學"]])
    #expect(after.lines == [2, 4])
    #expect(set.removedRows == [0: 1])
    sheet["sample"] = set
    #expect(sheet.outcome(refused: []).applied.map(\.location.line) == [4, 3, 4])
  }

  /// Keys are compared part by part: no two of them run into each other.
  @Test func partsOfKeysStayApart() throws {
    let source = SampleSource(
      columns: [column("a", .identifier), column("b", .identifier), column("note", .text)],
      key: ["a", "b"])
    var sheet = sheet([["1|23", "note", "x", "y"]], of: source)
    let before = batch(
      [["12", "3", "x"], ["1", "23", "x"], ["123", "", "x"], ["", "123", "x"]], columns: [0, 1, 2])
    let corrected = correct(before, by: &sheet)
    let after = try #require(corrected)
    #expect(rows(after).map { $0[2] } == ["x", "y", "x", "x"])
  }

  @Test func aKeyOfOneColumnIsNeverSplit() {
    let source = SampleSource(
      columns: [column("id", .identifier), column("note", .text)], key: ["id"])
    var sheet = sheet([["A|1", "note", "x", "y"]], of: source)
    let after = correct(batch([["a|1", "x"]], columns: [0, 1]), by: &sheet)
    #expect(after.map(rows) == [["a|1", "y"]])
  }

  @Test func anInvalidKeyIsFoundByWhatItSays() {
    var sheet = sheet([["民國114|B1", "year", "民國114", "114"]])
    let after = correct(batch([["民國 114", "B1"]], columns: [0, 1]), by: &sheet)
    // The key is the same word; the old value is not what the cell says.
    #expect(after.map(rows) == [["民國 114", "B1"]])
    #expect(sheet.outcome(refused: []).findings.map(\.code) == ["stale-correction"])
  }

  @Test func aRowWithoutKeyIsNeverCorrected() {
    var sheet = sheet([["114|B1", "note", "x", "y"]])
    let without = batch([["B1", "x"], ["", "x"]], columns: [1, 10])
    let after = correct(without, by: &sheet)
    #expect(after.map(rows) == rows(without))
    #expect(sheet.outcome(refused: []).findings.map(\.code) == ["correction-key-not-found"])
    #expect(sheet.outcome(refused: ["sample"]).findings.isEmpty)
  }

  @Test func aSourceWithoutCorrectionsHasNoSet() {
    #expect(sheet([])["sample"] == nil)
  }
}
