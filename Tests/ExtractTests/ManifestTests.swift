import Campus
import Testing

@testable import Extract

/// `manifest.csv`: what the files must be.
struct ManifestTests {
  private let place: Workplace
  private let digest = String(repeating: "0", count: 64)

  init() throws {
    place = try Workplace()
    try place.write("people.csv", "\n學號,姓名\nA,王\n\nB\nC,李\n說明\n")
  }

  private func outcome(_ manifest: String) throws -> Workplace.Outcome {
    try place.write("manifest.csv", manifest)
    let (folder, findings) = try place.folder()
    #expect(findings.isEmpty)
    var reported: [Finding] = []
    let read = try folder.manifest { reported.append($0) }
    var outcome = try place.extract(folder.files(of: "people"), manifest: read)
    outcome.findings = reported + outcome.findings
    return outcome
  }

  private func messages(_ manifest: String) throws -> [String] { try outcome(manifest).messages }

  @Test func withoutAManifest() throws {
    #expect(try place.folder().0.manifest { _ in } == nil)
  }

  @Test func whatAgrees() throws {
    let sum = try #require(try InputFile(path: place.path("people.csv")).checksum())
    for line in [
      "people.csv,3,\(sum)", "people.csv,,\(sum.uppercased())", "people.csv,3,", "people.csv,,",
    ] {
      #expect(try messages("file,rows,sha256\n\(line)\n") == ["people.csv:5 field-count"])
    }
    #expect(try messages("\u{FEFF}SHA256,File\r\n,people.csv\r\n") == ["people.csv:5 field-count"])
  }

  @Test func rowsThatDiffer() throws {
    let outcome = try outcome("file,rows,sha256\npeople.csv,4,\n")
    #expect(outcome.messages == ["people.csv:5 field-count", "people.csv manifest-rows"])
    #expect(outcome.findings[1].problem == .manifestRows(expected: 4, found: 3))
  }

  @Test func bytesThatDiffer() throws {
    let outcome = try outcome("file,rows,sha256\npeople.csv,4,\(digest)\n")
    #expect(outcome.messages == ["people.csv manifest-checksum"])
    #expect(outcome.rows == [])
  }

  @Test func aFileThatIsNotThere() throws {
    #expect(
      try messages("file,rows,sha256\npeople-2.csv,,\n../people.csv,,\n") == [
        "people-2.csv manifest-file-missing", "../people.csv manifest-file-missing",
        "people.csv:5 field-count",
      ])
  }

  @Test(arguments: [
    ("", "manifest.csv invalid-manifest", "file,rows,sha256"),
    ("people.csv,3,\n", "manifest.csv:1 invalid-manifest", "file,rows,sha256"),
    ("file,rows,sha256\n,3,\n", "manifest.csv:2 invalid-manifest", "file"),
    ("file,rows,sha256\n\npeople.csv,-3,\n", "manifest.csv:3 invalid-manifest", "rows"),
    ("file,rows,sha256\npeople.csv,three,\n", "manifest.csv:2 invalid-manifest", "rows"),
    ("file,rows,sha256\npeople.csv,,abc\n", "manifest.csv:2 invalid-manifest", "sha256"),
    ("file,rows,sha256\na.csv,,\na.csv,,\n", "manifest.csv:3 invalid-manifest", "file"),
  ])
  func invalid(manifest: String, message: String, reason: String) throws {
    let outcome = try outcome(manifest)
    #expect(outcome.messages.first == message)
    #expect(outcome.findings.first?.problem == .invalidManifest(reason: reason))
  }

  @Test func brokenQuotes() throws {
    #expect(
      try messages("file,rows,sha256\npeople.csv,\"3,\n").first == "manifest.csv:2 unclosed-quote")
  }
}
