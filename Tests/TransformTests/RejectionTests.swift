import Campus
import Definitions
import Testing

struct RejectionTests {
  private let source = SampleSource(columns: [
    column("id", .identifier, required: true, personal: true),
    column("status", .code(SampleSource.status), required: true),
    column("country", .code(SampleSource.countries)),
    column("start", .date, required: true),
    column("end", .date, required: true),
    column("partners", .codes(SampleSource.countries, open: false, slashSeparates: false)),
    column("note", .text),
  ])

  @Test func `a bad cell rejects its row and no other`() {
    let outcome = source.normalise([
      ["A1", "在學", "日本", "2025-08-01", "2025-08-31", "", ""],
      ["A2", "在學", "月亮", "2025-08-01", "2025-08-31", "", ""],
      ["A3", "在學", "", "2025-08-01", "2025-08-01", "JP", "x"],
    ])
    #expect(outcome.findings == ["sample-0.csv:3 country unmapped-country"])
    #expect(outcome.values("id") == ["A1", "A3"])
    #expect(outcome.lines == [2, 4])
    #expect(outcome.table.rejectedCount == 1)
    #expect(outcome.table.readCount == 3)
  }

  @Test func `every bad cell is named, in the order of the contract, and the row counts once`() {
    let outcome = source.normalise([
      ["-", "退學", "月亮", "2025-02-30", "x", "JP;??;月亮", "\u{FFFD}"]
    ])
    #expect(
      outcome.findings == [
        "sample-0.csv:2 id missing-value", "sample-0.csv:2 status unmapped-status",
        "sample-0.csv:2 country unmapped-country", "sample-0.csv:2 start invalid-date",
        "sample-0.csv:2 end invalid-date", "sample-0.csv:2 partners unmapped-partners",
        "sample-0.csv:2 partners unmapped-partners", "sample-0.csv:2 note bad-character",
      ])
    #expect(outcome.table.rejectedCount == 1)
    #expect(outcome.table.rowCount == 0)
  }

  @Test func `an end before the start is refused, the same day is not`() {
    let outcome = source.normalise([
      ["A1", "在學", "", "2025-08-02", "2025-08-01", "", ""],
      ["A2", "在學", "", "114/8/1", "20250801", "", ""],
      ["A3", "在學", "", "2025-08-02", "x", "", ""],
    ])
    #expect(
      outcome.findings == [
        "sample-0.csv:2 end end-before-start", "sample-0.csv:4 end invalid-date",
      ])
  }

  @Test func `a lost character is the only thing said about its cell`() {
    let outcome = source.normalise([
      ["A\u{0}1", "在\u{FFFD}學", "", "2025-08-01", "2025-08-0\u{FFFD}1", "\u{FFFD}", ""]
    ])
    #expect(
      outcome.findings == [
        "sample-0.csv:2 id bad-character", "sample-0.csv:2 status bad-character",
        "sample-0.csv:2 end bad-character", "sample-0.csv:2 partners bad-character",
      ])
  }

  @Test func `a message quotes the word, its list and what was probably meant`() {
    let outcome = source.normalise([
      ["A1", "在学", "", "2025-08-01", "2025-08-01", "日木;JP", ""],
      ["A1", String(repeating: "長", count: 5000), "", "2025-08-01", "2025-08-01", "", ""],
    ])
    #expect(
      outcome.found.map(\.problem) == [
        .unmapped(value: "在学", list: "status", nearest: "在學"),
        .unmapped(value: "日木", list: "countries", nearest: "日本"),
        .unmapped(
          value: String(repeating: "長", count: 40) + "…", list: "status", nearest: nil),
      ])
  }

  @Test func `no personal value stands in a message`() {
    let personal = SampleSource(columns: [
      column("birth_date", .date, personal: true),
      column("nationality", .code(SampleSource.countries), personal: true),
      column("count", .integer, personal: true),
      column("score", .decimal, personal: true),
      column("flag", .yesNo, personal: true),
    ])
    let outcome = personal.normalise([["canary", "canary", "canary", "canary", "canary"]])
    #expect(outcome.found.count == 5)
    #expect(!outcome.found.contains { "\($0)".contains("canary") })
  }

  @Test func `an invalid value in a column that nobody keeps rejects as well`() {
    let outcome = source.normalise(
      [["A1", "在學", "月亮", "2025-08-01", "2025-08-31", "", ""]], keep: ["id"])
    #expect(outcome.findings == ["sample-0.csv:2 country unmapped-country"])
    #expect(outcome.table.columns.keys.sorted() == ["id"])
  }

  @Test func `codes of problems use hyphens`() {
    let outcome = SampleSource(columns: [
      column("second_nationality", .code(SampleSource.countries))
    ])
    .normalise([["x"]])
    #expect(outcome.found.first?.code == "unmapped-second-nationality")
  }
}
