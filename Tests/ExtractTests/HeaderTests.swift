import Campus
import Testing

/// The header among the first ten rows, and what stands before and after the rows.
struct HeaderTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test func wordsAreFoldedAndTheOrderIsFree() throws {
    let outcome = try place.extract("台灣 備考 ,x,姓　名,ｓｔｕｄｅｎｔ id\nn,y,王,A\n")
    #expect(outcome.messages == [])
    #expect(outcome.rows == [["A", "王", "n"]])
    #expect(outcome.summaries[0].columns == ["id", "name", "note"])
    #expect(
      outcome.summaries[0].headers == ["id": "ｓｔｕｄｅｎｔ id", "name": "姓　名", "note": "台灣 備考"])
  }

  @Test func aHeaderCellOfTwoLines() throws {
    let outcome = try place.extract("\"學\n號\",姓名\nA,王\n")
    #expect(outcome.rows == [["A", "王", ""]])
    #expect(outcome.summaries[0].headerLine == 1)
  }

  @Test func titleLinesMayStandBefore() throws {
    let outcome = try place.extract("在學學生\n\n114學年度,,\n學號,姓名,備考\nA,王,\n")
    #expect(outcome.messages == [])
    #expect(outcome.summaries[0].headerLine == 4)
    #expect(outcome.rows == [["A", "王", ""]])
  }

  @Test func theTenthRowIsTheLast() throws {
    let titles = (1...9).map { "題\($0)\n\n" }.joined()
    let tenth = try place.extract(titles + "學號,姓名\nA,王\n")
    #expect(tenth.messages == [])
    #expect(tenth.summaries[0].headerLine == 19)
    let eleventh = try place.extract(titles + "題十\n學號,姓名\nA,王\n")
    #expect(eleventh.messages == ["people.csv:1 header-not-found"])
    #expect(eleventh.rows == [])
  }

  @Test func aRequiredColumnIsMissing() throws {
    let outcome = try place.extract("名冊\n姓名,備考\n王,\n")
    #expect(outcome.messages == ["people.csv:2 header-not-found"])
    #expect(outcome.findings[0].problem == .headerNotFound(missing: ["學號"]))
  }

  @Test func afterASearchWithoutSuccessAQuoteIsNotTheFinding() throws {
    let rows = (1...12).map { "\($0),王\n" }.joined()
    let outcome = try place.extract("x,姓名\n" + rows + "13,\"李\n")
    #expect(outcome.messages == ["people.csv:1 header-not-found"])
  }

  @Test func anEmptyFileHasNoHeader() throws {
    #expect(try place.extract("").messages == ["people.csv header-not-found"])
    #expect(try place.extract("\n , \n").messages == ["people.csv header-not-found"])
  }

  @Test func aColumnFoundTwiceRefuses() throws {
    let outcome = try place.extract("題\n學號,姓名,備考,台灣備考\nA,王,,\n")
    #expect(outcome.messages == ["people.csv:2 column-twice (note)"])
    #expect(outcome.findings[0].problem == .columnTwice(column: "note", header: "台灣備考"))
    #expect(outcome.rows == [])
  }

  @Test func theFirstOfTwoHeadersCounts() throws {
    let outcome = try place.extract("學號,姓名\n學號,姓名\n")
    #expect(outcome.rows == [["學號", "姓名", ""]])
  }

  @Test func aHeaderWithoutRowsIsATable() throws {
    let outcome = try place.extract("學號,姓名\n")
    #expect(outcome.messages == [])
    #expect(outcome.summaries[0].columns == ["id", "name"])
    #expect(outcome.summaries[0].rows == 0)
  }

  @Test func aTableThatSaysItIsEmpty() throws {
    for text in ["無相關統計資料", "表名,,\n 無相關統計資料 ,,\n資料來源\n", "x\n,\"無相關統計資料\"\n"] {
      let outcome = try place.extract(text)
      #expect(outcome.messages == [])
      #expect(outcome.summaries[0].headerLine == 0)
      #expect(outcome.summaries[0].columns == [])
      #expect(outcome.summaries[0].rows == 0)
    }
    let more = try place.extract("無相關統計資料,x\n")
    #expect(more.messages == ["people.csv:1 header-not-found"])
    let broken = try place.extract("無相關統計資料\n\"x\n")
    #expect(broken.messages == ["people.csv:2 unclosed-quote"])
  }

  @Test(arguments: ["統計說明", "說明：一", "註1", "備註", "資料來源：校庫", "※ 未", " 　說明"])
  func footers(_ words: String) throws {
    for shape in [words, "\(words),", "\(words),　,,", "\"\(words)\n二\",", "\"\(words)\",\" \""] {
      let outcome = try place.extract("說明\n學號,姓名\nA,王\n\(shape)\nB,李,x\nC\n")
      #expect(outcome.messages == [])
      #expect(outcome.rows == [["A", "王", ""]])
      #expect(outcome.summaries[0].rows == 1)
    }
  }

  @Test func whatOnlyLooksLikeAFooter() throws {
    let outcome = try place.extract("學號,姓名,備考\n註冊組,王,\n,註,\n甲說明,,\n")
    #expect(outcome.rows == [["註冊組", "王", ""], ["", "註", ""], ["甲說明", "", ""]])
  }

  @Test func unknownColumnsCountForBlankRowsAndFooters() throws {
    let outcome = try place.extract("學號,姓名,x\n,,1\n註,,2\n")
    #expect(outcome.rows == [["", "", ""], ["註", "", ""]])
  }
}
