import Campus
import Testing

/// Every row is located by the physical line on which it begins.
struct LineTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) throws {
    let lines = ["學號,姓名", "A,王", "", "B,\"李\(end)二\"", " ", "\"C\(end)\(end)\",張", "D,趙"]
    for last in ["", end] {
      let outcome = try place.extract(lines.joined(separator: end) + last)
      #expect(outcome.messages == [])
      #expect(outcome.lines == [2, 4, 7, 10])
      #expect(outcome.rows[1] == ["B", "李\(end)二", ""])
      #expect(outcome.rows[2] == ["C\(end)\(end)", "張", ""])
    }
  }

  @Test func mixedLineEnds() throws {
    let outcome = try place.extract("學號,姓名\rA,1\nB,2\r\nC,3\n\rD,4\r\r\nE,5")
    #expect(outcome.lines == [2, 3, 4, 6, 8])
    #expect(outcome.rows.map { $0[1] } == ["1", "2", "3", "4", "5"])
  }

  /// Line ends of two bytes, quoted line breaks and long lines fall on block borders somewhere.
  @Test(arguments: ["\n", "\r\n", "\r"])
  func linesAcrossBlocks(_ end: String) throws {
    var text = "學號,姓名" + end
    var expected: [Int] = []
    var line = 2
    for row in 0..<30_000 {
      expected.append(line)
      if row % 3 == 0 {
        text += "A\(row),\"\(String(repeating: "x", count: row % 23))\(end)y\"" + end
        line += 2
      } else {
        text += "A\(row),\(String(repeating: "字", count: row % 29))" + end
        line += 1
      }
    }
    let outcome = try place.extract(text)
    #expect(outcome.messages == [])
    #expect(outcome.lines == expected)
    #expect(outcome.rows.enumerated().allSatisfy { $0.element[0] == "A\($0.offset)" })
    #expect(outcome.batches >= 30)
  }

  @Test func aRowOfAnotherWidthIsRejectedAlone() throws {
    let outcome = try place.extract(
      "學號,姓名\nA,\"1\n2\"\nB\nC,3,x\nD,4\n, ,\nE,5,\n")
    #expect(
      outcome.messages == [
        "people.csv:4 field-count", "people.csv:5 field-count", "people.csv:8 field-count",
      ])
    #expect(outcome.findings[0].problem == .fieldCount(expected: 2, found: 1))
    #expect(outcome.findings[1].problem == .fieldCount(expected: 2, found: 3))
    #expect(outcome.findings[0].source == "people")
    #expect(!outcome.isRefused)
    #expect(outcome.rows == [["A", "1\n2", ""], ["D", "4", ""]])
    #expect(outcome.summaries[0].rows == 5)
    #expect(outcome.summaries[0].rejected == 3)
  }

  @Test func blankRowsAreSkipped() throws {
    // U+3000, U+00A0, U+2003, U+FEFF and quoted blanks are white space.
    let outcome = try place.extract(
      "\n,\n學號,姓名\n,\n\"  \",\u{3000}\u{FEFF}\n\u{A0},\u{2003}\n\n,,,,\nA,1\n\"\n\",\nB,2\n")
    #expect(outcome.messages == [])
    #expect(outcome.summaries[0].headerLine == 3)
    #expect(outcome.lines == [9, 12])
    #expect(outcome.summaries[0].rows == 2)
  }
}
