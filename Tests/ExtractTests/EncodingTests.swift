import Campus
import Definitions
import Testing

@testable import Extract

/// Encodings are detected in a fixed order and become UTF-8.
struct EncodingTests {
  private let place: Workplace
  private static let text = "學號,姓名\nA1,王小明\n"

  init() throws { place = try Workplace() }

  private func bytes(_ text: String, bigEndian: Bool, mark: Bool = true) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  /// 學號,姓名 and a line feed in CP950.
  private static let header: [UInt8] = [
    0xBE, 0xC7, 0xB8, 0xB9, 0x2C, 0xA9, 0x6D, 0xA6, 0x57, 0x0A,
  ]

  @Test func utf8WithAndWithoutMark() throws {
    for mark in ["", "\u{FEFF}"] {
      let outcome = try place.extract(mark + Self.text)
      #expect(outcome.messages == [])
      #expect(outcome.rows == [["A1", "王小明", ""]])
      #expect(outcome.summaries[0].encoding == "utf-8")
      #expect(outcome.summaries[0].headers == ["id": "學號", "name": "姓名"])
    }
  }

  @Test func markBeforeAQuotedFirstCell() throws {
    let outcome = try place.extract("\u{FEFF}\"學號\",\"姓名\"\nA1,王\n")
    #expect(outcome.rows == [["A1", "王", ""]])
  }

  @Test func utf16InBothByteOrders() throws {
    for bigEndian in [false, true] {
      let text = "學號,姓名\r\nA1,\"王\n𠮷\"\r\n"
      let outcome = try place.extract(bytes: bytes(text, bigEndian: bigEndian))
      #expect(outcome.messages == [])
      #expect(outcome.rows == [["A1", "王\n𠮷", ""]])
      #expect(outcome.summaries[0].encoding == (bigEndian ? "utf-16be" : "utf-16le"))
    }
  }

  @Test func utf16AcrossBlocks() throws {
    // An odd place for every character that takes more than one unit.
    let rows = (0..<40_000).map { "A\($0),𠮷\(String(repeating: "x", count: $0 % 7))" }
    let text = "學號,姓名\n" + rows.joined(separator: "\n")
    let outcome = try place.extract(bytes: bytes(text, bigEndian: false))
    #expect(outcome.rows.map { "\($0[0]),\($0[1])" } == rows)
    #expect(outcome.lines == Array(2..<40_002))
  }

  @Test func halfACharacterOfUTF16() throws {
    var odd = bytes(Self.text, bigEndian: false)
    odd.append(0x41)
    #expect(try place.extract(bytes: odd).messages == ["people.csv:3 unknown-encoding"])
    let lone = bytes("學號,姓名\nA1,", bigEndian: true) + [0xD8, 0x00, 0x00, 0x41]
    #expect(try place.extract(bytes: lone).messages == ["people.csv:2 unknown-encoding"])
  }

  @Test func utf16WithoutMarkIsRefused() throws {
    let outcome = try place.extract(bytes: bytes(Self.text, bigEndian: false, mark: false))
    #expect(outcome.isRefused)
    let fixed = try place.extract(
      bytes: bytes(Self.text, bigEndian: false, mark: false),
      contract: .contract(encoding: .utf16le))
    #expect(fixed.rows == [["A1", "王小明", ""]])
  }

  @Test func cp950() throws {
    let outcome = try place.extract(
      bytes: Self.header + [0x41, 0x31, 0x2C, 0xA4, 0xFD, 0xA4, 0x70, 0xA9, 0xFA])
    #expect(outcome.messages == [])
    #expect(outcome.rows == [["A1", "王小明", ""]])
    #expect(outcome.summaries[0].encoding == "cp950")
  }

  /// A second byte may be a quote's neighbour: 0x5C, 0x7C and the like are no separators.
  @Test func secondBytesInTheASCIIRange() throws {
    let outcome = try place.extract(
      bytes: Self.header + [0x41, 0x2C, 0xB3, 0x5C, 0xA5, 0x5C, 0x0A])
    #expect(outcome.rows == [["A", "許功", ""]])
  }

  @Test func cp950AcrossBlocks() throws {
    var bytes = Self.header
    for row in 0..<60_000 {
      bytes += Array("A\(row),".utf8) + Array(repeating: 0x78, count: row % 5) + [0xA4, 0xFD, 0x0A]
    }
    let outcome = try place.extract(bytes: bytes)
    #expect(outcome.messages == [])
    #expect(outcome.rows.count == 60_000)
    #expect(
      outcome.rows.enumerated().allSatisfy { row, cells in
        cells[1] == String(repeating: "x", count: row % 5) + "王"
      })
  }

  /// Windows' private-use characters, at both ends of each of its four ranges.
  @Test(arguments: [
    (0xFA40, 0xE000), (0xFEFE, 0xE310), (0x8E40, 0xE311), (0xA0FE, 0xEEB7), (0x8140, 0xEEB8),
    (0x8DFE, 0xF6B0), (0xC6A1, 0xF6B1), (0xC8FE, 0xF848), (0xFA7E, 0xE03E), (0xFAA1, 0xE03F),
  ])
  func userDefinedCharacters(big5: Int, scalar: UInt32) throws {
    let (first, second) = (UInt8(big5 >> 8), UInt8(big5 & 0xFF))
    #expect(CP950Text.userDefined(first, second) == UInt16(scalar))
    let outcome = try place.extract(
      bytes: Self.header + [0x41, 0x2C, first, second, 0x0A, 0x42, 0x2C, 0x43, 0x0A])
    #expect(outcome.messages == ["people.csv:2 user-defined-character (name)"])
    #expect(outcome.findings[0].severity == .warning)
    let character = try String(#require(Unicode.Scalar(scalar)))
    #expect(outcome.rows == [["A", character, ""], ["B", "C", ""]])
  }

  @Test func everyUserDefinedCharacterIsAnother() {
    var seen: Set<UInt16> = []
    for first in UInt8(0x81)...0xFE {
      for second in UInt8(0x00)...0xFF {
        if let scalar = CP950Text.userDefined(first, second) { seen.insert(scalar) }
      }
    }
    #expect(seen == Set(0xE000...0xF848))
  }

  @Test func userDefinedCharacterOutsideTheContractIsNoFinding() throws {
    let header: [UInt8] = Array(Self.header.dropLast()) + [0x2C, 0x78, 0x0A]
    let outcome = try place.extract(bytes: header + [0x41, 0x2C, 0x42, 0x2C, 0xFA, 0x40, 0x0A])
    #expect(outcome.messages == [])
    #expect(outcome.rows == [["A", "B", ""]])
  }

  @Test func oneWarningARow() throws {
    let outcome = try place.extract(
      bytes: Self.header + [0xFA, 0x40, 0x2C, 0xFA, 0x40, 0xFA, 0x41, 0x0A])
    #expect(outcome.messages == ["people.csv:2 user-defined-character (id)"])
  }

  @Test(
    arguments: [[0x80], [0xFF], [0xA4, 0x20], [0xA1, 0x7F], [0xF9, 0xFF], [0xA4]] as [[UInt8]])
  func bytesThatFitNoEncoding(_ bytes: [UInt8]) throws {
    let outcome = try place.extract(
      bytes: Self.header + [0x41, 0x2C, 0xA4, 0xFD, 0x0A, 0x42, 0x2C] + bytes)
    #expect(outcome.messages == ["people.csv:3 unknown-encoding"])
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5],
      [0xE4, 0xBD], [0x80],
    ] as [[UInt8]])
  func overlongAndOtherwiseInvalidUTF8(_ bytes: [UInt8]) throws {
    let outcome = try place.extract(
      bytes: Array("學號,姓名\nA,王\nB,".utf8) + bytes, contract: .contract(encoding: .utf8))
    #expect(outcome.messages == ["people.csv:3 unknown-encoding"])
  }

  /// As CP950 the mark would be a character and a half: the first header would be another one.
  @Test func aMarkThatContradictsTheContract() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("x,".utf8) + Self.header
    #expect(
      try place.extract(bytes: bytes, contract: .contract(encoding: .cp950)).messages
        == ["people.csv:1 unknown-encoding"])
  }

  @Test func aContractMayFixTheEncoding() throws {
    let fixed = SourceContract.contract(encoding: .cp950)
    #expect(try place.extract(bytes: Self.header, contract: fixed).messages == [])
    #expect(
      try place.extract(Self.text, contract: fixed).messages == ["people.csv:1 unknown-encoding"])
  }

  @Test func aBadByteAfterTheFooterRefusesNothing() throws {
    for mark: [UInt8] in [[], [0xEF, 0xBB, 0xBF]] {
      let outcome = try place.extract(
        bytes: mark + Array((Self.text + "說明：無\n").utf8) + [0xFF, 0x0A])
      #expect(outcome.messages == [])
      #expect(outcome.summaries[0].encoding == "utf-8")
      #expect(outcome.rows == [["A1", "王小明", ""]])
    }
    // 註 in CP950.
    let big5 = try place.extract(
      bytes: Self.header + [0x41, 0x2C, 0xA4, 0xFD, 0x0A, 0xB5, 0xF9, 0x0A, 0xFF, 0x0A])
    #expect(big5.messages == [])
    #expect(big5.summaries[0].encoding == "cp950")
    #expect(big5.rows == [["A", "王", ""]])
  }

  @Test func aBadByteBeforeTheFooterRefuses() throws {
    let outcome = try place.extract(
      bytes: Array((Self.text + "B,").utf8) + [0xFF, 0x0A] + Array("說明：無\n".utf8))
    #expect(outcome.messages == ["people.csv:3 unknown-encoding"])
  }
}
