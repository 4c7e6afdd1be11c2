import Campus
import Foundation
import Testing

@testable import Report

@Test func `The same content gives the same bytes`() throws {
  let page = ReportPage.html(try SampleContent().content())
  #expect(page == ReportPage.html(try SampleContent().content()))
  if let folder = ProcessInfo.processInfo.environment["PAGE_SAMPLES"] {
    for language in Language.allCases {
      for isPublic in [false, true] {
        try ReportPage.html(try SampleContent().content(), language: language, isPublic: isPublic)
          .write(
            toFile: "\(folder)/\(language.rawValue)\(isPublic ? "-public" : "").html",
            atomically: false, encoding: .utf8)
      }
    }
  }
}
