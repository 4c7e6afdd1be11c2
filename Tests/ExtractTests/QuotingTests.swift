import Campus
import Testing

/// Quoting errors refuse the file and name the line where the field began.
struct QuotingTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test func quoteInsideAnUnquotedField() throws {
    let outcome = try place.extract("學號,姓名\nA,王\nB,小\"明\nC,李\n")
    #expect(outcome.messages == ["people.csv:3 quote-inside-field"])
  }

  @Test func textAfterAClosingQuote() throws {
    let outcome = try place.extract("學號,姓名\nA,\"王\"x\n")
    #expect(outcome.messages == ["people.csv:2 text-after-quote"])
    let spaced = try place.extract("學號,姓名\nA,\"王\" \"x\"\n")
    #expect(spaced.messages == ["people.csv:2 text-after-quote"])
  }

  @Test func aQuoteThatIsNeverClosed() throws {
    let outcome = try place.extract("學號,姓名\nA,王\n\nB,\"李\nC,x\nD,y\n")
    #expect(outcome.messages == ["people.csv:4 unclosed-quote"])
    let second = try place.extract("學號,姓名\n\"A\nB\",\"李\nC,x\n")
    #expect(second.messages == ["people.csv:3 unclosed-quote"])
  }

  @Test func textAfterAQuoteOfSeveralLines() throws {
    let outcome = try place.extract("學號,姓名\nA,\"王\n\n\"x\n")
    #expect(outcome.messages == ["people.csv:2 text-after-quote"])
  }

  @Test func aQuotingErrorInATitleLine() throws {
    let outcome = try place.extract("114年\"在學\"學生\n學號,姓名\nA,王\n")
    #expect(outcome.messages == ["people.csv:1 quote-inside-field"])
  }

  @Test func blanksAroundQuotesAreDropped() throws {
    let outcome = try place.extract("學號,姓名\n \"A\" ,\t\" 王\"\t\n")
    #expect(outcome.rows == [["A", " 王", ""]])
  }

  @Test func doubledQuotesSeparatorsAndLineBreaksInsideQuotes() throws {
    let outcome = try place.extract("學號,姓名\r\n\"A\"\"1\",\"王,小\r\n明\"\r\n")
    #expect(outcome.rows == [["A\"1", "王,小\r\n明", ""]])
  }

  @Test func otherSeparators() throws {
    let semicolon = try place.extract(
      "學號;姓名\nA,1;王\n", contract: .contract(separator: UInt8(ascii: ";")))
    #expect(semicolon.rows == [["A,1", "王", ""]])
    let tab = try place.extract(
      "學號\t姓名\t備考\nA\t\t \"x\ty\" \n", contract: .contract(separator: 9))
    #expect(tab.rows == [["A", "", "x\ty"]])
  }

  @Test func aNulByteIsAByteLikeAnother() throws {
    let outcome = try place.extract("學號,姓名\nA\0,王\n")
    #expect(outcome.rows == [["A\0", "王", ""]])
  }

  @Test func nothingAfterTheFooterRefuses() throws {
    for broken in ["x\"y", "\"open", "\"a\"b", "\"open\nstill\n"] {
      let outcome = try place.extract("學號,姓名\nA,王\n說明：\n\(broken)\n")
      #expect(outcome.messages == [])
      #expect(outcome.rows.count == 1)
    }
  }

  @Test func aFooterRowWithABrokenQuoteIsNoFooter() throws {
    // Whether the other cells are blank cannot be told, and 註 begins 註冊組 too.
    let outcome = try place.extract("學號,姓名\nA,王\n\"註冊組,王\nB,李\n")
    #expect(outcome.messages == ["people.csv:3 unclosed-quote"])
  }
}
