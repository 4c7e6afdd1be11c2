import Campus
import Foundation
import Testing

@testable import Report

/// Both formats read back by programs of others: every cell says what the model says.
@Suite struct WorkbookTests {
  static let workbooks: [Workbook] = [
    KPISummaryWorkbook.workbook(SampleRun.run()), DetailWorkbook.workbook(SampleRun.run()),
  ]

  /// What a reader must find: texts as texts, numbers as numbers.
  private static func expected(_ sheet: Sheet, tab: String = "\t") -> Set<ForeignReader.Cell> {
    var cells: Set<ForeignReader.Cell> = []
    for (row, content) in sheet.allRows.enumerated() {
      var column = 0
      for cell in content.cells {
        switch cell.value {
        case .blank: break
        case .text(let text):
          let shown = text.replacingOccurrences(of: "\t", with: tab)
          cells.insert(.init(row: row, column: column, value: .text(shown)))
        case .integer(let number):
          cells.insert(.init(row: row, column: column, value: .number(Double(number))))
        case .decimal(let digits):
          cells.insert(.init(row: row, column: column, value: .number(Double(digits) ?? .nan)))
        }
        column += cell.span
      }
    }
    return cells
  }

  private static func compare(
    _ found: [String: ForeignReader.Sheet], with workbook: Workbook, tab: String = "\t"
  ) {
    #expect(found.count == workbook.sheets.count)
    for sheet in workbook.sheets {
      let cells = found[sheet.name]?.cells ?? []
      let wanted = expected(sheet, tab: tab)
      #expect(
        cells == wanted,
        """
        \(sheet.name): only read \(cells.subtracting(wanted).map(\.description).sorted().prefix(5)), \
        not read \(wanted.subtracting(cells).map(\.description).sorted().prefix(5))
        """)
    }
  }

  @Test(
    .enabled(if: ForeignReader.hasOpenpyxl, "openpyxl is not installed: python3-openpyxl"),
    arguments: workbooks.indices)
  func openpyxlReadsEveryCellOfXLSX(index: Int) throws {
    let folder = try TemporaryFolder()
    let workbook = WorkbookTests.workbooks[index]
    let file = try folder.write(try XLSXWriter.bytes(workbook), to: "book.xlsx")
    let sheets = try ForeignReader.sheets("read_xlsx.py", of: file)
    WorkbookTests.compare(sheets, with: workbook)
    for sheet in workbook.sheets {
      let facts = sheets[sheet.name]?.facts ?? [:]
      #expect(facts["paper"] as? Int == 9, "A4")
      #expect(facts["frozen"] as? String == "A\(sheet.frozenRows + 1)")
      #expect(facts["fit"] as? Bool == true)
      #expect(facts["pages"] as? [Int] == [1, 0], "one page wide, any number high")
      #expect((facts["repeated"] as? String)?.isEmpty == false)
      #expect(
        facts["orientation"] as? String
          == (sheet.orientation == .portrait ? "portrait" : "landscape"))
    }
  }

  @Test(
    .enabled(if: ForeignReader.hasOdfpy, "odfpy is not installed: python3-odf"),
    arguments: workbooks.indices)
  func odfpyReadsEveryCellOfODS(index: Int) throws {
    let folder = try TemporaryFolder()
    let workbook = WorkbookTests.workbooks[index]
    let file = try folder.write(try ODSWriter.bytes(workbook), to: "book.ods")
    let sheets = try ForeignReader.sheets("read_ods.py", of: file)
    // LibreOffice would drop a tab, so a blank stands for it.
    WorkbookTests.compare(sheets, with: workbook, tab: " ")
    for sheet in workbook.sheets { #expect(sheets[sheet.name]?.facts["headers"] as? Int == 1) }
  }

  @Test(
    .enabled(if: ForeignReader.libreOffice != nil, "LibreOffice is not installed"),
    arguments: workbooks.indices, ["xlsx", "ods"])
  func libreOfficeShowsEveryCell(index: Int, format: String) throws {
    let folder = try TemporaryFolder()
    let workbook = WorkbookTests.workbooks[index]
    let bytes = format == "xlsx" ? try XLSXWriter.bytes(workbook) : try ODSWriter.bytes(workbook)
    let file = try folder.write(bytes, to: "book.\(format)")
    let sheets = try ForeignReader.csv(of: file, in: folder.url)
    #expect(sheets.count == workbook.sheets.count)
    for sheet in workbook.sheets {
      let rows = QuotedCSV.rows(sheets[sheet.name] ?? "")
      for (row, content) in sheet.allRows.enumerated() {
        var column = 0
        for cell in content.cells {
          let found = row < rows.count && column < rows[row].count ? rows[row][column] : nil
          #expect(
            found == QuotedCSV.cell(cell.value, tab: format == "ods" ? " " : "\t"),
            "\(format) \(sheet.name) row \(row + 1) column \(column + 1)")
          column += cell.span
        }
      }
    }
  }

  @Test func theSameModelGivesTheSameBytes() throws {
    for workbook in WorkbookTests.workbooks {
      #expect(try XLSXWriter.bytes(workbook) == XLSXWriter.bytes(workbook))
      #expect(try ODSWriter.bytes(workbook) == ODSWriter.bytes(workbook))
    }
  }

  @Test func anODFPackageBeginsWithItsMediaTypeAsItIs() throws {
    let bytes = try ODSWriter.bytes(WorkbookTests.workbooks[0])
    #expect(bytes[..<4].elementsEqual([0x50, 0x4B, 3, 4]))
    #expect(bytes[8] == 0 && bytes[9] == 0, "stored")
    #expect(String(decoding: bytes[30..<38], as: UTF8.self) == "mimetype")
    let mediaType = "application/vnd.oasis.opendocument.spreadsheet"
    #expect(String(decoding: bytes[38..<(38 + mediaType.utf8.count)], as: UTF8.self) == mediaType)
  }

  @Test func whatXMLForbidsBecomesAReplacementCharacter() throws {
    let run = SampleRun.run(texts: ["a\u{1}b", "bell\u{7}", "\u{FFFE}", "one\r\ntwo\rthree"])
    let xlsx = try XLSXWriter.bytes(DetailWorkbook.workbook(run))
    let ods = try ODSWriter.bytes(DetailWorkbook.workbook(run))
    for bytes in [xlsx, ods] { #expect(PackageCheck.parts(of: bytes) != nil) }
    let content = try #require(PackageCheck.parts(of: ods)?.first { $0.name == "content.xml" })
    let text = String(decoding: content.bytes, as: UTF8.self)
    #expect(text.contains("<text:p>a\u{FFFD}b</text:p>"))
    #expect(text.contains("<text:p>one</text:p><text:p>two</text:p><text:p>three</text:p>"))
  }

  @Test func aTextThatExcelCannotHoldEndsWithAnEllipsis() {
    let text = XLSXText.storable(String(repeating: "字", count: 40_000))
    #expect(text.utf16.count == 32_767)
    #expect(text.hasSuffix("字…"))
  }

  @Test func aTruncatedPackageIsNotWhole() throws {
    let bytes = try ODSWriter.bytes(WorkbookTests.workbooks[0])
    #expect(PackageCheck.parts(of: bytes) != nil)
    #expect(PackageCheck.parts(of: Array(bytes.dropLast(100))) == nil)
    let cut = try ZipArchive.bytes([
      .init(name: "xl/worksheets/sheet1.xml", Array("<?xml?>\n<worksheet><row>".utf8))
    ])
    #expect(PackageCheck.parts(of: cut) == nil)
  }

  /// A buffer that a library loses while it writes leaves a hole of its size.
  @Test func aHoleInAPartIsNoticedWhereverItIs() throws {
    let long = String(repeating: "跨國合作 & 交流", count: 400)
    let lines = (0..<400).map { "第 \($0) 列" } + [long, "<\"&\n>"]
    let workbook = DetailWorkbook.workbook(SampleRun.run(texts: lines))
    let whole = try XLSXWriter.bytes(workbook)
    let entries = try #require(PackageCheck.parts(of: whole))
    func content(_ name: String) throws -> XMLStructure.Content {
      let part = try #require(entries.first { $0.name == name })
      return try #require(XMLStructure.content(of: part.bytes))
    }
    let wanted = PackageCheck.Content(
      cells: try workbook.sheets.indices.map { try content(PackageCheck.sheetName($0)).cells },
      textLength: try content(PackageCheck.textsName).textLength)
    #expect(PackageCheck.parts(of: whole, holding: wanted) != nil)
    var holes = 0
    for (index, entry) in entries.enumerated() where entry.bytes.count > 4_096 {
      for start in stride(from: 0, to: entry.bytes.count - 4_096, by: 509) {
        var cut = entries
        cut[index].bytes.removeSubrange(start..<(start + 4_096))
        holes += 1
        #expect(
          PackageCheck.parts(
            of: try ZipArchive.bytes(cut.map { .init(name: $0, $1, isStored: true) }),
            holding: wanted) == nil,
          "4096 bytes of \(entry.name) lost from \(start) on")
      }
    }
    #expect(holes > 100)
  }
}

extension Sheet {
  /// The body's rows behind the others.
  var allRows: [Row] {
    rows
      + (0..<body.rowCount).map { line in
        Row(
          body.numbers[body.places(ofRow: line)].map { body.cells[Int($0)] },
          height: body.heights[Int(body.heightNumbers[line])])
      }
  }
}
