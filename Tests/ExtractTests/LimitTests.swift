import Campus
import Foundation
import Testing

/// A field of 1 MiB and a row of 4,096 fields are the most.
struct LimitTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test(arguments: [false, true])
  func oneMebibyte(quoted: Bool) throws {
    let quote = quoted ? "\"" : ""
    let field = String(repeating: "x", count: 1_048_576)
    let fits = try place.extract("學號,姓名\nA,\(quote)\(field)\(quote) \nB,\(field)\n")
    #expect(fits.messages == [])
    #expect(fits.rows.map { $0[1].utf8.count } == [1_048_576, 1_048_576])
    let more = try place.extract("學號,姓名\nA,王\nB,\(quote)\(field)x\(quote)\nC,\"")
    #expect(more.messages == ["people.csv:3 field-too-long"])
  }

  @Test func aFieldOfManyLines() throws {
    let field = String(repeating: "x\n", count: 600_000)
    let outcome = try place.extract("學號,姓名\nA,王\n\"B\n\",\"\(field)\"\n")
    #expect(outcome.messages == ["people.csv:4 field-too-long"])
  }

  @Test func aFieldInATitleLine() throws {
    let outcome = try place.extract(String(repeating: "x", count: 2_000_000) + "\n學號,姓名\n")
    #expect(outcome.messages == ["people.csv:1 field-too-long"])
  }

  @Test func fieldsOfARow() throws {
    let wide = "學號,姓名" + String(repeating: ",", count: 4094)
    let fits = try place.extract("\(wide)\nA,王\(String(repeating: ",", count: 4094))\n")
    #expect(fits.messages == [])
    #expect(fits.rows == [["A", "王", ""]])
    let more = try place.extract("\(wide),\nA,王\n")
    #expect(more.messages == ["people.csv:1 too-many-fields"])
    let row = try place.extract("學號,姓名\nA,王\(String(repeating: ",", count: 4095))\n")
    #expect(row.messages == ["people.csv:2 too-many-fields"])
    let last = try place.extract("學號,姓名\nA,王\(String(repeating: ",", count: 4095))")
    #expect(last.messages == ["people.csv:2 too-many-fields"])
  }

  @Test func aMillionColumns() throws {
    let outcome = try place.extract(
      "學號,姓名\n" + String(repeating: "x,", count: 1_000_000) + "\n")
    #expect(outcome.messages == ["people.csv:2 too-many-fields"])
  }
}
