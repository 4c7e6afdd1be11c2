import Campus
import Foundation
import Testing

@testable import Report

/// The page as text: what it holds, and what it never holds.
struct PageTests {
  /// Everything that could end an attribute, a text, a tag, a style sheet or a comment.
  private static let hostile =
    "\"'><script>alert(1)</script><img src=http://example.invalid/x onerror=a>"
    + "</title></style></svg></table><!--]]>&lt;&amp;\u{0}\u{1B}\u{202E}=1+1＜ｂ＞`"

  @Test func `The same content gives the same bytes`() throws {
    let page = ReportPage.html(try SampleContent().content())
    let isSame = page == ReportPage.html(try SampleContent().content())
    #expect(isSame)
    // For whoever wants to look at the pages: PAGE_SAMPLES=folder swift test --filter PageTests
    guard let folder = ProcessInfo.processInfo.environment["PAGE_SAMPLES"] else { return }
    for language in Language.allCases {
      for isPublic in [false, true] {
        try ReportPage.html(try SampleContent().content(), language: language, isPublic: isPublic)
          .write(
            toFile: "\(folder)/\(language.rawValue)\(isPublic ? "-public" : "").html",
            atomically: false, encoding: .utf8)
      }
    }
  }

  @Test(
    .enabled(if: ParsedPage.interpreter != nil, "needs python3-html5lib"),
    arguments: Language.allCases, [false, true])
  func `Hostile names give the same elements as harmless ones`(
    language: Language, isPublic: Bool
  ) throws {
    let harmless = try ParsedPage(
      ReportPage.html(
        try SampleContent(suffix: "名").content(), language: language, isPublic: isPublic))
    let hostile = try ParsedPage(
      ReportPage.html(
        try SampleContent(suffix: Self.hostile).content(), language: language, isPublic: isPublic))
    #expect(harmless.errors.isEmpty)
    #expect(hostile.errors.isEmpty)
    #expect(hostile.elements.map(\.name) == harmless.elements.map(\.name))
    #expect(
      hostile.elements.map { $0.attributes.keys.sorted() }
        == harmless.elements.map { $0.attributes.keys.sorted() })
    let isText = hostile.text.contains("<script>alert(1)</script>")
    #expect(isText)
    let hasNull = hostile.text.contains("\u{0}")
    #expect(!hasNull)
  }

  @Test(
    .enabled(if: ParsedPage.interpreter != nil, "needs python3-html5lib"),
    arguments: Language.allCases)
  func `Nothing is loaded, nothing runs, and the structure holds`(language: Language) throws {
    let html = ReportPage.html(try SampleContent().content(), language: language)
    let page = try ParsedPage(html)
    let allowed: Set<String> = ["lang", "href", "content", "class", "id"]
    for element in page.elements {
      for (name, value) in element.attributes where !allowed.contains(name) {
        #expect(!name.hasPrefix("on") && name != "src" && name != "style", "\(element)")
        #expect(!value.contains("://"), "\(element)")
      }
    }
    for tag in ["script", "link", "img", "iframe", "object", "embed", "form", "base", "use"] {
      #expect(page.named(tag).isEmpty)
    }
    let identifiers = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(identifiers).count == identifiers.count)
    for link in page.named("a") {
      let target = link.attributes["href"] ?? ""
      #expect(
        target.hasPrefix("#") && identifiers.contains(String(target.dropFirst())), "\(target)")
    }
    for element in page.elements {
      for identifier in (element.attributes["aria-labelledby"] ?? "").split(separator: " ") {
        #expect(identifiers.contains(String(identifier)))
      }
    }
    #expect(page.named("html").first?.attributes["lang"] == language.pageWording.tag)
    #expect(page.named("h1").count == 1)
    let levels = page.elements.compactMap { element in
      element.name.count == 2 && element.name.hasPrefix("h") ? Int(element.name.dropFirst()) : nil
    }
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    #expect(
      page.named("table").count == page.named("caption").filter { $0.parent == "table" }.count)
    for drawing in page.named("svg") {
      let isHidden = drawing.attributes["aria-hidden"] == "true"
      let isDescribed =
        drawing.attributes["role"] == "img" && drawing.attributes["aria-labelledby"] != nil
      #expect(isHidden != isDescribed)
    }
  }

  @Test func `The policy allows the style sheet by its digest and nothing else`() throws {
    let html = ReportPage.html(try SampleContent().content())
    let start = try #require(html.range(of: "<style>"))
    let end = try #require(html.range(of: "</style>"))
    let style = String(html[start.upperBound..<end.lowerBound])
    let allowsIt =
      html.contains(
        "content=\"default-src &#39;none&#39;; style-src "
          + "&#39;\(ContentDigest.source(style))&#39;; base-uri &#39;none&#39;; "
          + "form-action &#39;none&#39;\"")
    #expect(allowsIt)
    #expect(!style.contains("url(") && !style.contains("@import") && !style.contains("@font-face"))
    #expect(
      ContentDigest.source("abc") == "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
  }

  @Test func `No path, host or time of day stands in the page`() throws {
    let html = ReportPage.html(try SampleContent().content())
    for words in [FileManager.default.currentDirectoryPath, "/tmp/", "http:", "https:"] {
      let isThere = html.contains(words)
      #expect(!isThere, "\(words)")
    }
    let time = html.firstMatch(of: #/\d{2}:\d{2}:\d{2}/#).map { String($0.output) }
    #expect(time == nil)
  }

  @Test func `What an auditor asks for stands in the page`() throws {
    let html = ReportPage.html(try SampleContent().content())
    for words in [
      "與標竿姐妹學校合著論文數", "Articles written with benchmark partner universities",
      "「碩博士學位國際學生」排除中華民國國籍、學士班、碩士在職專班。", "kpi-04/2020-08-01", "2025-10-15",
      "不在計算期間", "students.csv", "unmapped-nationality", "nationality: VN → TW", "增 5", "減 1",
      "books.csv：沒有這個檔案", "其餘", "本期新增印尼雙聯專班一班。", "僅與大陸、港澳地區合著",
    ] {
      var escaped = HTMLText()
      escaped.words(words)
      let isThere = html.contains(escaped.text)
      #expect(isThere, "\(words)")
    }
  }

  @Test func `The keys of a restatement name persons and are not in the page`() throws {
    let hasKey = ReportPage.html(try SampleContent().content()).contains("A12345678")
    #expect(!hasKey)
  }

  @Test func `Every code of a finding has a note in both languages`() {
    let codes = [
      "unused-file", "reject-limit", "field-count", "bad-character", "missing-value",
      "missing-identity", "unmapped-nationality", "invalid-date", "invalid-integer",
      "invalid-yes-no", "not-available", "end-before-start", "conflicting-rows", "unknown-person",
      "user-defined-character", "duplicate-row", "column-absent", "dual-degree-unproven",
    ]
    for language in Language.allCases {
      for code in codes { #expect(language.pageWording.finding(code) != nil, "\(code)") }
      #expect(language.pageWording.guides.count == 4)
      #expect(!language.pageWording.glossary.isEmpty)
    }
  }

  @Test func `An empty run is a page too`() throws {
    let run = RunResult(
      school: School(code: "1", name: "無"),
      period: try SampleContent().period("2024-02-01..2024-02-29"), revision: 1, inputs: [],
      kpis: [], findings: [FindingRecord]())
    let html = ReportPage.html(PageContent(run: run))
    for words in ["這是本期間的第一版", "沒有退件"] {
      let isThere = html.contains(words)
      #expect(isThere, "\(words)")
    }
  }
}
