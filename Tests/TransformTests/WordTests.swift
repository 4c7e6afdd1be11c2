import Campus
import Testing

/// Codes, yes and no, texts and identifiers.
struct WordTests {
  @Test(arguments: [
    ("在學", "enrolled"), (" 在 學 ", "enrolled"), ("ENROLLED", "enrolled"),
    ("Ｅｎｒｏｌｌｅｄ", "enrolled"), ("台休", "suspended"), ("臺休", "suspended"), ("-", nil),
    ("退學", "!unmapped-value"), ("在學,休學", "!unmapped-value"), ("null", "!unmapped-value"),
  ])
  func `codes`(_ spelling: String, _ code: String?) {
    #expect(reading(spelling, as: .code(SampleSource.status)) == code)
  }

  @Test(arguments: [
    ("000", "TW"), ("0", "TW"), ("０００", "TW"), ("051", "JP"), ("51", "JP"), ("台灣", "TW"),
    ("Bolivia, Plurinational State of", "BO"), ("510", "!unmapped-value"),
  ])
  func `countries by their number`(_ spelling: String, _ code: String) {
    #expect(reading(spelling, as: .code(SampleSource.countries)) == code)
  }

  @Test func `yes and no`() {
    for yes in ["是", "Y", "y", "YES", "1", "１", "TRUE", "true", "T", "V", "✓", "○", "有", " 是 "] {
      #expect(reading(yes, as: .yesNo) == "yes")
    }
    for no in ["否", "N", "NO", "0", "FALSE", "F", "X", "✗", "無", "", "-", "NULL", "—"] {
      #expect(reading(no, as: .yesNo) == "no")
    }
    for word in ["2", "?", "YN", "ok", "●", "01"] {
      #expect(reading(word, as: .yesNo) == "!invalid-yes-no")
    }
  }

  @Test(arguments: [
    (" a\r\nb\rc ", "a\nb\nc"), ("\u{FEFF}\u{3000}王 小明\u{2028}", "王 小明"), ("－", nil),
    ("ａｂ", "ａｂ"), ("null", "null"), ("--", "--"), ("\u{180E}x", "\u{180E}x"),
  ])
  func `texts`(_ spelling: String, _ text: String?) {
    #expect(reading(spelling, as: .text) == text)
  }

  @Test(arguments: [
    ("b0123", "B0123"), ("００１２", "0012"), (" 0012 ", "0012"), ("Ａ-ｂ 1", "A-B 1"),
    ("é1", "É1"), ("e\u{301}1", "É1"), ("ß", "SS"), ("\u{A0}x\u{A8}", "X \u{308}"),
    ("null", "NULL"),
    ("NULL", nil), ("\u{3164}", "\u{1160}"),
  ])
  func `identifiers`(_ spelling: String, _ identifier: String?) {
    #expect(reading(spelling, as: .identifier) == identifier)
  }

  @Test(arguments: [
    ("10.1000/ABC", "10.1000/abc"), ("https://doi.org/10.1/A", "10.1/a"),
    ("HTTP://DX.DOI.ORG/10.1/a", "10.1/a"), ("DOI: 10.1/a", "10.1/a"), ("doi:10.1/a", "10.1/a"),
    ("ｄｏｉ：10.1/Ａ", "10.1/a"), ("https://doi.org/doi:10.1/a", "10.1/a"), ("doi:", nil),
    ("http://doi.org/10.1/É", "10.1/é"), ("NULL", nil),
    ("https://example.org/10.1/a", "https://example.org/10.1/a"),
  ])
  func `DOIs`(_ spelling: String, _ doi: String?) {
    #expect(reading(spelling, as: .doi) == doi)
  }

  @Test(arguments: [
    ("978-986-01-2345-6", "9789860123456"), ("957 01 2345 x", "957012345X"),
    ("978–986—01‐2345−6", "9789860123456"), ("９７８\u{3000}９８６", "978986"), ("–", nil), ("- -", nil),
    ("978/1", "978/1"),
  ])
  func `ISBNs`(_ spelling: String, _ isbn: String?) {
    #expect(reading(spelling, as: .isbn) == isbn)
  }

  @Test func `what stood apart in an ISBN is composed`() {
    // Compared by bytes, as rows are: to a String both spellings are the same.
    #expect(reading("e \u{301}", as: .isbn).map { Array($0.utf8) } == Array("É".utf8))
  }

  @Test(arguments: [
    ("日本", "JP"), ("日本;中華民國", "TW;JP"), ("JP；TW", "TW;JP"), ("日本、台灣", "TW;JP"),
    ("jp,tw", "TW;JP"), ("jp，tw", "TW;JP"), ("jp|tw", "TW;JP"), ("jp｜tw", "TW;JP"),
    ("jp\ntw", "TW;JP"), ("jp\r\ntw", "TW;JP"), ("jp､tw", "TW;JP"), ("jp;;-; NULL ;JP;－;—", "JP"),
    (";", nil), ("-;NULL", nil), ("", nil), ("jp/tw", "!unmapped-value"),
    ("jp;xx", "!unmapped-value"),
    ("Bolivia, Plurinational State of", "!unmapped-value"), ("jp tw", "!unmapped-value"),
    ("000;051", "TW;JP"),
  ])
  func `sets`(_ spelling: String, _ set: String?) {
    let type = reading(
      spelling, as: .codes(SampleSource.countries, open: false, slashSeparates: false))
    #expect(type == set)
  }

  @Test func `a slash separates where the contract says so`() {
    let type = {
      reading($0, as: .codes(SampleSource.countries, open: false, slashSeparates: true))
    }
    #expect(type("jp/tw") == "TW;JP")
    #expect(type("jp／tw") == "TW;JP")
  }

  @Test func `an open list takes what it does not know as it is written`() {
    let type = {
      reading($0, as: .codes(SampleSource.countries, open: true, slashSeparates: false))
    }
    #expect(type("MIT;jp") == "JP;MIT")
    #expect(type("MIT") == "MIT")
    #expect(type("-") == nil)
  }
}
