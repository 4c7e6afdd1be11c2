import Testing

@testable import Campus

@Suite struct WordTests {
  @Test(arguments: [
    (" 台灣 ", "臺灣"), ("ＪＰＮ", "jpn"), ("學制班別（日間）", "學制班別(日間)"), ("D\u{3000}博士", "d博士"),
    ("Côte d’Ivoire", "côted’ivoire"), ("A＆HCI", "a&hci"), ("\u{FEFF}國籍", "國籍"), ("ﬁ", "fi"),
    ("①", "1"), ("STRASSE", "strasse"), ("Straße", "strasse"), ("", ""),
  ])
  func wordsFoldToOneKey(word: String, key: String) {
    #expect(WordFolding.key(word) == key)
  }

  @Test(arguments: ["", "-", "－", "—", "NULL"])
  func whatStandsForNone(word: String) {
    #expect(WordFolding.isMissing(word))
  }

  @Test(arguments: ["null", "0", "--", "–"])
  func whatStandsForItself(word: String) {
    #expect(!WordFolding.isMissing(word))
  }

  @Test func whiteSpaceAtTheEndsIsDropped() {
    #expect(WordFolding.trimmed("\u{3000}\u{FEFF} 王 小明\u{A0}\t") == "王 小明")
    #expect(WordFolding.trimmed(" \u{2003}") == "")
  }

  @Test(arguments: [
    ("0.5", "0.5"), ("12", "12"), ("10.50", "10.5"),
    ("0.000000000000000001", "0.000000000000000001"),
  ])
  func decimalsAreExact(digits: String, text: String) throws {
    #expect(FixedPoint.text(try #require(FixedPoint.units(digits))) == text)
  }

  @Test(arguments: ["", ".", "1.", ".5", "-1", "1e3", "1.2.3", "0.0000000000000000001"])
  func whatIsNoDecimal(digits: String) {
    #expect(FixedPoint.units(digits) == nil)
  }

  @Test func aThirdOfTheCreditsIsExact() throws {
    let required = try #require(FixedPoint.units("30.3"))
    let home = try #require(FixedPoint.units("10.1"))
    #expect(home * 3 >= required)
  }

  @Test func achievementIsRoundedToFourDecimals() {
    var kpi = KPIResult(
      number: 4, id: "kpi-04", title: "", english: "", dataSource: "", unit: "", definition: "")
    kpi.value = 132
    kpi.target = 150
    #expect(kpi.achievement == "0.88")
    #expect(kpi.achievementPercent == "88")
    kpi.target = 130
    #expect(kpi.achievement == "1.0154")
    #expect(kpi.achievementPercent == "101.54")
    kpi.target = 0
    #expect(kpi.achievement == nil)
    kpi.target = nil
    #expect(kpi.achievementPercent == nil)
  }

  @Test func aPoolNumbersEachTextOnce() {
    var pool = BytePool()
    let numbers = (0..<10_000).map { pool.intern("B\($0 % 5_000)") }
    #expect(pool.count == 5_000)
    #expect(numbers[4_999] == numbers[9_999])
    #expect(pool.text(numbers[123]) == "B123")
    #expect(pool.number(of: "B5000") == nil)
  }
}
