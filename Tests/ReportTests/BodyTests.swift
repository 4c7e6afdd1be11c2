import Campus
import SeededRandomness
import Testing

@testable import Report

/// The rows of a body hold what libxlsxwriter writes when it is given every row of its own.
@Suite struct BodyTests {
  /// The same workbook without bodies: its rows are all among the first ones.
  private static func spelledOut(_ workbook: Workbook) -> Workbook {
    Workbook(
      title: workbook.title, author: workbook.author, created: workbook.created,
      sheets: workbook.sheets.map {
        Sheet(
          name: $0.name, orientation: $0.orientation, columnWidths: $0.columnWidths,
          rows: $0.allRows, frozenRows: $0.frozenRows, repeatedRows: $0.repeatedRows,
          footer: $0.footer)
      })
  }

  private static func parts(_ workbook: Workbook) throws -> [PackageCheck.Part] {
    try #require(PackageCheck.parts(of: try XLSXWriter.bytes(workbook)))
  }

  private static func compare(_ workbook: Workbook, _ what: String) throws {
    let found = try parts(workbook)
    let wanted = try parts(spelledOut(workbook))
    #expect(found.map(\.name) == wanted.map(\.name))
    for (found, wanted) in zip(found, wanted) {
      #expect(found.bytes == wanted.bytes, "\(what): \(found.name)")
    }
  }

  @Test func hostileTextsAreWhatTheLibraryWrites() throws {
    try BodyTests.compare(DetailWorkbook.workbook(SampleRun.run()), "hostile")
    try BodyTests.compare(
      DetailWorkbook.workbook(
        SampleRun.run(texts: [
          " <row r=\"3\">", "</c>", "</row></sheetData>", "<c r=\"A1\"", "&", " ",
        ])),
      "markup")
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func rowsAreWhatTheLibraryWrites(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    try BodyTests.compare(BodyTests.workbook(&random), "seed \(seed)")
  }

  /// Sheets of any number of rows and columns, above the body and in it.
  private static func workbook(_ random: inout SplitMix64) -> Workbook {
    let words = SampleRun.hostile + ["", "字", "長 長", "\n", "a\nb\nc"]
    let styles: [CellStyle] = [.text, .integer, .decimal, .plain, .heading, .centered]
    func cell(_ random: inout SplitMix64) -> SheetCell {
      let style = styles[random.below(styles.count)]
      switch random.below(4) {
      case 0: return SheetCell(.blank, style)
      case 1:
        return .integer(random.below(3) == 0 ? -random.below(1 << 50) : random.below(9), style)
      case 2: return SheetCell(.decimal("\(random.below(900)).\(random.below(90))"), style)
      default: return .text(words[random.below(words.count)], style)
      }
    }
    let sheets = (0..<1 + random.below(3)).map { index in
      let widths = (0..<1 + random.below(40)).map { _ in Double(4 + random.below(40)) }
      let lines = random.below(30)
      let columns = widths.map { _ in
        let distinct = (0..<1 + random.below(6)).map { _ in cell(&random) }
        return SheetBody.Column(
          distinct: distinct, numbers: (0..<lines).map { _ in Int32(random.below(distinct.count)) })
      }
      return Sheet(
        name: "Sheet \(index)", orientation: .portrait, columnWidths: widths,
        rows: (0..<random.below(12)).map { _ in
          SheetLayout.row(
            (0..<random.below(widths.count + 1)).map { _ in cell(&random) }, widths: widths)
        }, body: SheetBody(columns, widths: widths), footer: "")
    }
    return Workbook(
      title: "t", author: "a", created: CalendarDate(iso: "2025-12-31")!, sheets: sheets)
  }

  /// What a part that is not the library's gives is nothing, and no trap.
  @Test func aPartOfAnotherFormIsRefused() throws {
    let workbook = DetailWorkbook.workbook(SampleRun.run())
    let sheet = workbook.sheets[0]
    let body = "<row r=\"3\" ht=\"21\"><c r=\"A3\"/></row>"
    for part in [
      "", "<sheetData></sheetData>", "<row r=\"", "<row r=\"3\"", "<row r=\"3\">", body,
      "<row r=\"99999999999999999999\">", "<row r=\"3\"><c r=\"ZZZZZZZZZZZZZZ3\"/>",
      "<row r=\"3\"><c r=\"A4\"/></row>", "<row r=\"3\"><c r=\"A3\">", "<row r=\"3\"><c r=\"A3\"",
    ] {
      #expect(XLSXBody.document(from: Array(part.utf8), of: sheet) == nil, "\(part)")
    }
  }
}
