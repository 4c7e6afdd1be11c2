import Foundation
import Testing

/// Two languages: every wording in one file per language, and every command in both.
@Suite struct LanguageTests {
  /// Chinese stands in the wordings, and where it is the data; each with the reason.
  private static let chineseData = [
    // Words that exports hold.
    "Campus/WordFolding.swift": "台 and 臺 are the same letter",
    "Extract/TableReader.swift": "the sentence of an empty table of the ministry",
    "Extract/RowCollector.swift": "the words that begin a footer",
    "Transform/CellReader.swift": "yes and no",
    "Transform/DateSpelling.swift": "spellings of dates",
    // What the reports for the ministry and kpi.json say, Chinese by definition (reports.md).
    "Campus/ReportingPeriod.swift": "the label of a period in kpi.json",
    "Count/Availability.swift": "the reason in kpi.json and in the remarks of kpi-summary",
    "Count/KPICounter.swift": "the reason in kpi.json and in the remarks of kpi-summary",
    "Count/DimensionReader.swift": "labels of the breakdown in kpi.json",
    "Count/Detail/DetailColumn.swift": "cells of the ministry's detail tables",
    "Count/Detail/DetailCounter.swift": "cells of the ministry's detail tables",
    "Count/Detail/Headcounts.swift": "headings and notes of the ministry's detail tables",
    "Report/Detail/DetailWorkbook.swift": "the ministry's detail tables",
    "Report/Summary/DimensionName.swift": "the ministry's summary",
    "Report/Summary/KPINotes.swift": "the ministry's summary",
    "Report/Summary/KPISheet.swift": "the ministry's summary",
    "Report/Summary/KPISummarySheet.swift": "the ministry's summary",
    "Report/ODS/ODSPages.swift": "the page numbers of the ministry's workbooks",
    "Report/XLSX/XLSXSheet.swift": "the page numbers of the ministry's workbooks",
    "Transform/CorrectionSheet.swift": "the title of a source, as in pipelines/sources/",
  ]

  /// Where the languages are told apart at all, beside the wordings.
  private static let choices = [
    "Campus/FindingRecord.swift": "a finding is kept in both languages",
    "Campus/Language.swift": "what the languages are",
    "Definitions/DefinitionProblem.swift": "asks the wording of the language",
    "Report/Page/ReportPage.swift": "the page is Chinese unless told otherwise",
    "campus-kpi/Console.swift": "the words of --language and of the locale",
    "campus-kpi/RunSettings.swift": "reports are Chinese unless told otherwise",
  ]

  /// The sources of the program without their comments, by path below `Sources/`.
  private static func sources() throws -> [(path: String, code: String)] {
    let folder = Program.root.appendingPathComponent("Sources")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return try (paths ?? []).sorted().filter {
      $0.hasSuffix(".swift") && !$0.contains("/Wording/") && !$0.hasPrefix("campus-samples/")
    }.map { path in
      let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      let lines = text.split(separator: "\n").filter {
        !$0.drop { $0 == " " }.hasPrefix("//")
      }
      return (path, lines.joined(separator: "\n"))
    }
  }

  private static func isChinese(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { $0.properties.isIdeographic }
  }

  @Test func chineseStandsInWordingsAndWhereItIsTheData() throws {
    let sources = try LanguageTests.sources()
    #expect(sources.count > 100)
    let chinese = Set(sources.filter { LanguageTests.isChinese($0.code) }.map(\.path))
    let allowed = Set(LanguageTests.chineseData.keys)
    for path in chinese.subtracting(allowed).sorted() {
      Issue.record("\(path) holds Chinese: sentences belong into a folder Wording/")
    }
    for path in allowed.subtracting(chinese).sorted() {
      Issue.record("\(path) holds no Chinese any more: take it off this list")
    }
  }

  @Test func languagesAreToldApartInWordingsOnly() throws {
    let telling = try LanguageTests.sources().filter {
      $0.code.contains("traditionalChinese") || $0.code.contains("== .english")
    }.map(\.path)
    for path in Set(telling).subtracting(LanguageTests.choices.keys).sorted() {
      Issue.record("\(path) tells the languages apart: ask a wording")
    }
    for path in Set(LanguageTests.choices.keys).subtracting(telling).sorted() {
      Issue.record("\(path) does not tell the languages apart any more: take it off this list")
    }
  }

  @Test func helpIsChineseInChineseAndEnglishInEnglish() throws {
    for command in [[]] + (try CompletionTests.listed(["--help"]).map { [$0] })
    where command.first.flatMap(Int.init) == nil {
      let english = try Program.campusKPI(command + ["--help", "--language", "en"]).output
      let chinese = try Program.campusKPI(command + ["--help", "--language", "zh"]).output
      #expect(!LanguageTests.isChinese(english), "\(command)")
      let lines = chinese.split(separator: "\n")
      #expect(lines.count == english.split(separator: "\n").count, "\(command)")
      for line in lines {
        #expect(LanguageTests.isChinese(line), "\(command): \(line)")
      }
    }
  }

  /// The tables of a run have the same lines and columns in both languages.
  @Test(arguments: [
    "check --input samples", "explain 4 --input samples",
    "explain 4 --input samples --key D11201001",
    "explain 4 --input samples --key none", "history --database out/kpi.sqlite",
    "runs --database out/kpi.sqlite", "diff 1 1 --database out/kpi.sqlite", "lint",
    "preview samples/students.csv", "run --input samples --output out --database out/kpi.sqlite",
  ])
  func tablesAreTheSameInBothLanguages(line: String) throws {
    let place = try TemporaryFolder()
    _ = try DefinitionsCopy(in: place)
    let made = try Program.shell(
      """
      set -e
      cp -R '\(Program.root.path)'/samples/clean samples
      campus-kpi run --input samples --output out --database out/kpi.sqlite --quiet
      """, in: place.url)
    try #require(made.status == 0, "\(made.error)")
    let english = try Program.shell("campus-kpi \(line) --language en", in: place.url)
    let chinese = try Program.shell("campus-kpi \(line) --language zh", in: place.url)
    #expect(english.status == 0 && chinese.status == 0, "\(english.error)")
    let lines = english.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      chinese.output.split(separator: "\n", omittingEmptySubsequences: false).count == lines.count)
    #expect(english.output != chinese.output)
    #expect(LanguageTests.isChinese(chinese.output))
  }

  @Test(arguments: [
    ["nonsense"], ["run", "--nonsense"], ["run", "--input"], ["run", "--quiet=yes"],
    ["run", "a", "b"], ["explain"], ["explain", "99"], ["history", "99"], ["purge"],
    ["purge", "--before", "soon"], ["run", "--month", "soon"], ["completion", "fish"],
    ["run", "--month", "114-09", "--calendar-year", "2025"], ["run", "--format", "xml"],
    ["run", "--input", "a", "--input", "b"], ["check", "--period", "1990-01-01..1990-12-31"],
    ["run", "open-data", "--input", "a", "--month", "114-09"],
    ["run", "open-data", "--input", "a", "--academic-year", "soon"],
  ])
  func wrongUsageIsToldInBothLanguages(words: [String]) throws {
    let english = try Program.campusKPI(
      words + (words == ["run", "--input"] ? [] : ["--language", "en"]))
    let chinese = try Program.campusKPI(words, environment: ["LC_ALL": "zh_TW.UTF-8"])
    #expect(english.status == 64 && chinese.status == 64)
    #expect(english.error.hasPrefix("campus-kpi: error: "), "\(english.error)")
    #expect(!LanguageTests.isChinese(english.error), "\(english.error)")
    #expect(chinese.error.hasPrefix("campus-kpi: 錯誤: "), "\(chinese.error)")
    for line in chinese.error.split(separator: "\n") {
      #expect(LanguageTests.isChinese(line), "\(line)")
    }
  }

  @Test func anUnknownLanguageIsToldInThatOfTheLocale() throws {
    let words = ["check", "--language", "tlh"]
    #expect(try Program.campusKPI(words).error.contains("unknown language 'tlh'"))
    let chinese = try Program.campusKPI(words, environment: ["LC_ALL": "zh_TW.UTF-8"])
    #expect(chinese.error.contains("沒有「tlh」這個語言"))
    #expect(chinese.status == 64)
  }
}
