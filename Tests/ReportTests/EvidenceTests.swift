import Campus
import Foundation
import Testing

@testable import Report

@Suite struct EvidenceTests {
  private static func decisions(_ identifiers: [String?], verdicts: [UInt8]? = nil)
    -> KPIDecisions
  {
    func column(
      _ role: KPIDecisions.Column.Role, _ name: String, personal: Bool = false,
      lookup: String? = nil, _ words: [String?]
    ) -> KPIDecisions.Column {
      .init(
        role: role, lookup: lookup, name: name, personal: personal, decides: true,
        cells: WordColumn(words))
    }
    return KPIDecisions(
      kpi: 9, source: "student_mobility", countsRows: false, rules: ["period"],
      eventColumns: ["trip_id"],
      columns: [
        column(.item, "student_id", personal: true, identifiers),
        column(.value, "country", identifiers.map { _ in "JP" }),
        column(.event, "trip_id", identifiers.map { _ in "T1" }),
        column(.lookupKey, "", lookup: "students", identifiers.map { _ in "114|1|S1" }),
        column(.value, "programme", lookup: "students", identifiers.map { _ in "master" }),
      ], files: WordColumn(identifiers.map { _ in "student_mobility.csv" }),
      lines: identifiers.indices.map { Int32($0 + 2) },
      verdicts: verdicts ?? identifiers.map { _ in KPIEvidence.counted })
  }

  private static func text(_ decisions: KPIDecisions, _ pseudonyms: Pseudonyms? = nil) throws
    -> String
  {
    var bytes: [UInt8] = []
    try EvidenceCSV.write(decisions, pseudonyms: pseudonyms) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func oneLineForEachCountedRow() throws {
    let decisions = EvidenceTests.decisions(
      ["0012", "S2", nil, "=1+1", "S3"], verdicts: [255, 0, 255, 255, 254])
    #expect(
      try EvidenceTests.text(decisions) == """
        \u{FEFF}student_id,country,students.programme,file,line\r
        0012,JP,master,student_mobility.csv,2\r
        ,JP,master,student_mobility.csv,4\r
        '=1+1,JP,master,student_mobility.csv,5\r

        """)
  }

  @Test func onlyPersonalColumnsAreReplacedAndMissingOnesStayMissing() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Array("sixteen bytes ok".utf8), to: "key")
    chmod(file.path, 0o400)
    let pseudonyms = try Pseudonyms(keyFile: file.path)
    let name = pseudonyms.pseudonym(of: "S1")
    #expect(name.utf8.count == 64)
    #expect(
      try EvidenceTests.text(EvidenceTests.decisions(["S1", nil, "S1"]), pseudonyms) == """
        \u{FEFF}student_id,country,students.programme,file,line\r
        \(name),JP,master,student_mobility.csv,2\r
        ,JP,master,student_mobility.csv,3\r
        \(name),JP,master,student_mobility.csv,4\r

        """)
  }

  private static func cell(_ value: String) -> String {
    var bytes: [UInt8] = []
    CSVText.append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A spreadsheet runs none of these, and taking off one apostrophe gives each back.
  @Test(arguments: SampleRun.hostile) func aCellIsNeverRunAndNeverLost(value: String) throws {
    let cell = EvidenceTests.cell(value)
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
    let marks =
      bare.unicodeScalars.first == "'" && EvidenceTests.cell(String(bare.dropFirst())) == cell
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
