import Campus
import Foundation
import Testing

@testable import Report

/// The page as a browser lays it out.
struct LayoutTests {
  private static let chromium = ["chromium", "chromium-browser", "google-chrome"]
    .map { "/usr/bin/" + $0 }.first { (program: String) in access(program, X_OK) == 0 }

  /// A page beside the report that measures it in frames of several widths.
  private static let measure = """
    <body><script>
    const widths = [360, 390, 600, 768, 900, 1024, 1280, 1920], found = [];
    for (const width of widths) {
      const frame = document.createElement('iframe');
      frame.src = 'report.html';
      frame.style = 'border: 0; height: 800px; width: ' + width + 'px';
      frame.onload = () => {
        const page = frame.contentDocument.documentElement;
        const style = frame.contentWindow.getComputedStyle(frame.contentDocument.body);
        found.push(width + ' ' + (page.scrollWidth - page.clientWidth) + ' ' + style.marginTop);
        if (found.length == widths.length) document.title = found.join(',');
      };
      document.body.append(frame);
    }
    </script>
    """

  @Test(.enabled(if: chromium != nil, "needs chromium"), arguments: Language.allCases)
  func `No width makes the page scroll sideways, and its style is allowed`(
    language: Language
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try ReportPage.html(try SampleContent().content(), language: language)
      .write(to: folder.appending(path: "report.html"), atomically: false, encoding: .utf8)
    let measure = folder.appending(path: "measure.html")
    try Self.measure.write(to: measure, atomically: false, encoding: .utf8)
    let document = String(
      decoding: try ParsedPage.output(
        [
          try #require(Self.chromium), "--headless=new", "--no-sandbox", "--disable-gpu",
          "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND",
          "--user-data-dir=\(folder.path(percentEncoded: false))/profile",
          "--allow-file-access-from-files", "--virtual-time-budget=10000", "--dump-dom",
          "file://" + measure.path(percentEncoded: false),
        ], input: ""), as: UTF8.self)
    let title = try #require(document.firstMatch(of: #/<title>(.*)</title>/#)).1
    let widths = title.split(separator: ",").map { $0.split(separator: " ") }
    #expect(widths.count == 8)
    for width in widths {
      #expect(width[1] == "0", "\(width[0]) pixels: \(width[1]) too wide")
      // The style sheet's; a browser's own is 8 pixels.
      #expect(width[2] == "0px")
    }
  }
}
