import Campus
import Foundation
import Testing

@testable import Report

/// Printing, with whatever program is installed.
struct PagePDFTests {
  private static let pdftotext = ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext"]
    .first { (program: String) in access(program, X_OK) == 0 }

  private static let programs = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Programs").path(percentEncoded: false)

  @Test(
    .enabled(if: PagePDF().isAvailable, "needs chromium or libreoffice"),
    .enabled(if: pdftotext != nil, "needs poppler-utils"))
  func `The text of the PDF can be extracted, and the same page gives the same bytes`() throws {
    let content = try SampleContent().content()
    let html = ReportPage.html(content)
    let pdf = try PagePDF().print(html, period: content.run.period)
    let again = try PagePDF().print(html, period: content.run.period)
    let isSame = pdf == again
    #expect(isSame)
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "report.pdf")
    try Data(pdf).write(to: file)
    let text = String(
      decoding: try ParsedPage.output(
        [try #require(Self.pdftotext), "-layout", file.path(percentEncoded: false), "-"], input: ""),
      as: UTF8.self)
    for words in ["示範大學", "碩博士學位國際學生人數", "未訂目標", "資料品質", "132"] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func `Without a program the message says what to install`() throws {
    let period = try SampleContent().period("2025-08-01..2025-12-31")
    #expect {
      try PagePDF(path: ["/nonexistent"], seconds: 1, temporary: PrivateFolder.usualParent).print(
        "", period: period)
    } throws: { error in
      guard let failure = error as? Failure else { return false }
      return failure.message.contains("chromium") && failure.help?.contains("apt-get") == true
    }
  }

  /// Other programs in its place: one that fails, one that prints nothing, one that never ends.
  @Test(arguments: [
    ("/usr/bin/false", "exit status 1", 60), ("/usr/bin/true", "no PDF", 60),
    ("\(programs)/hangs", "within 1 seconds", 1),
  ])
  func `A program that fails or hangs is named, and its folder is gone`(
    program: String, message: String, seconds: Int
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let temporary = folder.appending(path: "temporary")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "chromium").path(percentEncoded: false),
      withDestinationPath: program)
    let printer = PagePDF(
      path: [folder.path(percentEncoded: false), "/usr/bin"], seconds: seconds,
      temporary: temporary.path(percentEncoded: false))
    #expect {
      try printer.print("", period: try SampleContent().period("2025-08-01..2025-12-31"))
    } throws: { ($0 as? Failure)?.message.contains(message) == true }
    #expect(try FileManager.default.contentsOfDirectory(atPath: printer.temporary).isEmpty)
  }

  @Test func `The moment of printing and the browser's counting are not kept`() throws {
    let day = try #require(CalendarDate(iso: "2025-12-31"))
    let bytes = Array(
      """
      << /CreationDate (D:20251120090131+00'00')
      /ModDate(D:2025) /ID (node00000113) /Headers [(node00000097) (node0000011x)] >> (node0000
      """.utf8)
    #expect(
      String(decoding: StablePDF.bytes(bytes, day: day), as: UTF8.self)
        == """
        << /CreationDate (D:20251231000000+00'00')
        /ModDate(D:2025) /ID (node00000002) /Headers [(node00000001) (node0000011x)] >> (node0000
        """)
  }
}
