import Campus
import SeededRandomness
import Testing

@testable import Definitions

/// The readers of small files against plain ones that look at one character after another.
@Suite struct SmallFileTests {
  @Test func rowsAreThoseOfAPlainReader() {
    var random = SplitMix64(seed: 1)
    let pieces: [[UInt8]] = ["a", "中", ",", ",", "\"", "\"\"", "\n", "\r\n", "\r", ";"].map {
      Array($0.utf8)
    }
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...14, using: &random)).flatMap { _ in
        pieces.randomElement(using: &random) ?? []
      }
      #expect(
        SmallFileTests.outcome { () throws(CSVText.Refusal) in try CSVText.rows(bytes) }
          == SmallFileTests.outcome { () throws(CSVText.Refusal) in
            try SmallFileTests.plainRows(bytes)
          }, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  @Test(arguments: [
    ("", []), ("a", ["a"]), (";", []), ("a;b", ["a", "b"]), (" a ; 中 ;;", ["a", "中"]),
    // What joins the semicolon makes another character of it.
    ("a;\u{301}b", ["a;\u{301}b"]), ("Ç;d", ["Ç", "d"]),
  ])
  func aCellHasParts(cell: String, parts: [String]) throws {
    let problems = FileProblems(file: "words.csv", log: ProblemLog())
    let sheet = try #require(
      CSVSheet(Array("x,words\n1,\(cell)\n".utf8), columns: ["words"], problems: problems))
    #expect(sheet.rows[0].parts("words") == parts)
    #expect(sheet.rows[0]["x"] == "1")
    #expect(sheet.rows[0]["y"] == "")
  }

  /// Few keys are compared and many are hashed.
  @Test(arguments: [(1, 2), (1, 16), (9, 17), (16, 17), (17, 18), (3, 40), (39, 40)])
  func aKeyThatStandsTwiceIsTold(first: Int, second: Int) {
    let lines = (1...45).map { $0 == second ? "k\(first): x" : "k\($0): x" }
    do {
      _ = try YAMLReader.read(Array(lines.joined(separator: "\n").utf8))
      Issue.record("not told")
    } catch {
      #expect(error.line == second)
      #expect(error.kind == .duplicateKey(key: "k\(first)", firstLine: first))
    }
  }

  private static func outcome(_ read: () throws(CSVText.Refusal) -> [CSVText.Row]) -> [String] {
    do {
      return try read().map { "\($0.line) \($0.fields)" }
    } catch {
      return ["refused \(error.line) \(error.fault)"]
    }
  }

  private static func plainRows(_ bytes: [UInt8]) throws(CSVText.Refusal) -> [CSVText.Row] {
    var rows: [CSVText.Row] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var (line, rowLine, quoteLine) = (1, 1, 1)
    var (inQuotes, wasQuoted) = (false, false)
    func endField() {
      fields.append(String(decoding: field, as: UTF8.self))
      (field, wasQuoted) = ([], false)
    }
    func endRow() {
      endField()
      if fields.contains(where: { !$0.isEmpty }) {
        rows.append(CSVText.Row(line: rowLine, fields: fields))
      }
      fields = []
    }
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      let following = position + 1 < bytes.count ? bytes[position + 1] : 0
      position += 1
      if byte == 10 || (byte == 13 && following != 10) { line += 1 }
      switch (byte, inQuotes) {
      case (0x22, true):
        inQuotes = following == 0x22
        if inQuotes { field.append(byte) }
        if inQuotes { position += 1 }
      case (_, true): field.append(byte)
      case (0x22, false):
        if wasQuoted { throw CSVText.Refusal(line: line, fault: .textAfterQuote) }
        if !field.isEmpty { throw CSVText.Refusal(line: line, fault: .quoteInsideField) }
        (inQuotes, wasQuoted, quoteLine) = (true, true, line)
      case (0x2C, false): endField()
      case (13, false) where following == 10: continue
      case (10, false), (13, false):
        endRow()
        rowLine = line
      default:
        if wasQuoted { throw CSVText.Refusal(line: line, fault: .textAfterQuote) }
        field.append(byte)
      }
    }
    if inQuotes { throw CSVText.Refusal(line: quoteLine, fault: .unclosedQuote) }
    endRow()
    return rows
  }
}
