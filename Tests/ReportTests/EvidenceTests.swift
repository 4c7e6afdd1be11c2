import Campus
import Foundation
import Testing

@testable import Report

@Suite struct EvidenceTests {
  private static func rows(_ identifiers: [String?]) -> EvidenceRows {
    let words = identifiers.compactMap { $0 }
    var next: Int32 = -1
    let numbers = identifiers.map { identifier -> Int32 in
      guard identifier != nil else { return -1 }
      next += 1
      return next
    }
    return EvidenceRows(
      columns: [
        .init(title: "student_id", personal: true, words: words, numbers: numbers),
        .init(
          title: "students.nationality", personal: false, words: ["JP"],
          numbers: identifiers.map { _ in 0 }),
        .init(
          title: "file", personal: false, words: ["students.csv"],
          numbers: identifiers.map { _ in 0 }),
      ], lines: identifiers.indices.map { Int32($0 + 2) })
  }

  private static func text(_ rows: EvidenceRows, _ pseudonyms: Pseudonyms? = nil) throws -> String {
    String(decoding: try EvidenceCSV.bytes(rows, pseudonyms: pseudonyms), as: UTF8.self)
  }

  @Test func oneLineForEachCountedRow() throws {
    let text = try EvidenceTests.text(EvidenceTests.rows(["0012", nil, "=1+1"]))
    #expect(
      text == """
        \u{FEFF}student_id,students.nationality,file,line\r
        0012,JP,students.csv,2\r
        ,JP,students.csv,3\r
        '=1+1,JP,students.csv,4\r

        """)
  }

  @Test func rowsOfATableWithTheirLookedUpRows() throws {
    var trips = Table(source: "student_mobility")
    var file = FileSummary(
      source: "student_mobility", file: "student_mobility.csv", sha256: "", encoding: "utf-8")
    file.rows = 3
    trips.files = [file]
    trips.fileIndexes = [0, 0, 0]
    trips.lines = [2, 3, 5]
    trips.columns["student_id"] = SampleColumns.texts(["S1", "S2", "S1"])
    trips.columns["start"] = TableColumn(content: .dates, values: [20_000, 20_001, 20_002])
    var students = Table(source: "students")
    students.columns["programme"] = SampleColumns.texts(["master", "doctoral"])
    let evidence = KPIEvidence(
      kpi: 9, source: "student_mobility", keyColumns: ["student_id"],
      columns: [
        .init(lookup: nil, name: "start"), .init(lookup: "students", name: "programme"),
        .init(lookup: "students", name: "absent"),
      ], verdicts: [255, 0, 255], rows: [0, 2], lookedUp: ["students": [1, -1]],
      lookups: [.init(source: "students", keyColumns: ["student_id"], rows: [1, 0, -1])])
    let rows = EvidenceRows(
      KPIDecisions(evidence, tables: ["student_mobility": trips, "students": students]))
    #expect(
      try EvidenceTests.text(rows) == """
        \u{FEFF}student_id,start,students.programme,file,line\r
        S1,2024-10-04,doctoral,student_mobility.csv,2\r
        S1,2024-10-06,,student_mobility.csv,5\r

        """)
  }

  /// A spreadsheet runs none of these, and taking off one apostrophe gives each back.
  @Test(arguments: SampleRun.hostile) func aCellIsNeverRunAndNeverLost(value: String) throws {
    let cell = CSVText.cell(value)
    var bare = cell
    if bare.hasPrefix("\"") {
      bare = String(bare.dropFirst().dropLast()).replacingOccurrences(of: "\"\"", with: "\"")
    }
    let isNumber = Double(value) != nil && value.unicodeScalars.allSatisfy { $0.value < 128 }
    if let first = bare.unicodeScalars.first, !isNumber {
      #expect(!"=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first), "\(cell)")
    }
    #expect(bare == value || bare == "'" + value)
    // Only a mark that was put there may be taken off.
    let marks = bare.unicodeScalars.first == "'" && CSVText.cell(String(bare.dropFirst())) == cell
    #expect((bare == "'" + value) == marks)
  }
}

@Suite struct PseudonymTests {
  private static func key(_ bytes: [UInt8], mode: mode_t, in folder: TemporaryFolder) throws
    -> String
  {
    let file = try folder.write(bytes, to: "key")
    chmod(file.path, mode)
    return file.path
  }

  /// RFC 4231, test case 6 (a key that is longer than a block).
  @Test func anIdentifierIsReplacedByItsHMAC() throws {
    let folder = try TemporaryFolder()
    let path = try PseudonymTests.key(
      Array(repeating: 0xAA, count: 131), mode: 0o600, in: folder)
    let pseudonyms = try Pseudonyms(keyFile: path)
    #expect(
      pseudonyms.pseudonym(of: "Test Using Larger Than Block-Size Key - Hash Key First")
        == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
  }

  @Test func onlyPersonalColumnsAreReplacedAndMissingOnesStayMissing() throws {
    let folder = try TemporaryFolder()
    let path = try PseudonymTests.key(Array("sixteen bytes ok".utf8), mode: 0o400, in: folder)
    let pseudonyms = try Pseudonyms(keyFile: path)
    let rows = EvidenceRows(
      columns: [
        .init(title: "student_id", personal: true, words: ["S1"], numbers: [0, -1, 0]),
        .init(title: "country", personal: false, words: ["JP"], numbers: [0, 0, 0]),
      ], lines: [2, 3, 4])
    let text = String(
      decoding: try EvidenceCSV.bytes(rows, pseudonyms: pseudonyms), as: UTF8.self)
    let name = pseudonyms.pseudonym(of: "S1")
    #expect(name.utf8.count == 64)
    #expect(
      text
        == "\u{FEFF}student_id,country,line\r\n\(name),JP,2\r\n,JP,3\r\n\(name),JP,4\r\n")
  }

  @Test(arguments: [0o640, 0o604, 0o620] as [mode_t])
  func aKeyThatOthersMayUseIsRefused(mode: mode_t) throws {
    let folder = try TemporaryFolder()
    let path = try PseudonymTests.key(
      Array(repeating: 7, count: 32), mode: mode, in: folder)
    #expect(throws: Failure.self) { try Pseudonyms(keyFile: path) }
  }

  @Test func aShortKeyAFolderAndNothingAreRefused() throws {
    let folder = try TemporaryFolder()
    let path = try PseudonymTests.key(Array(repeating: 7, count: 15), mode: 0o600, in: folder)
    for name in [path, folder.url.path, path + "x", "/dev/zero"] {
      #expect(throws: Failure.self) { try Pseudonyms(keyFile: name) }
    }
  }
}

enum SampleColumns {
  static func texts(_ words: [String]) -> TableColumn {
    var pool = BytePool()
    let values = words.map { pool.intern($0) }
    return TableColumn(content: .texts(pool), values: values)
  }
}
