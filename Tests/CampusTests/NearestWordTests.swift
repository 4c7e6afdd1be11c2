import Campus
import Testing

/// The known word that an unknown one was probably meant to be.
@Suite struct NearestWordTests {
  @Test(arguments: [
    ("reqired", "required"), ("titel", "title"), ("Titel", "title"), ("ｔｉｔｅｌ", "title"),
    ("碩土", "碩士"), ("博士班(日間", "博士班(日間)"), ("博士斑", "博士班"),
  ]) func isFound(_ word: String, _ nearest: String) {
    let words = ["type", "title", "required", "headers", "碩士", "博士班", "博士班(日間)"]
    #expect(NearestWord.to(word, among: words) == nearest)
  }

  @Test(arguments: ["", "x", "xx", "TX", "date", "醫學", "學", "completely different"])
  func isNotFound(_ word: String) {
    #expect(NearestWord.to(word, among: ["title", "TW", "JP", "碩士", "男"]) == nil)
  }

  @Test func theOrderOfTheWordsChangesNothing() {
    let words = ["cat", "bat", "rat"]
    #expect(NearestWord.to("hat", among: words) == "bat")
    #expect(NearestWord.to("hat", among: words.reversed()) == "bat")
    #expect(NearestWord.to("cats", among: ["cast", "cat"]) == "cast")
  }

  @Test func noWordsNoSuggestion() {
    #expect(NearestWord.to("title", among: []) == nil)
  }
}
