import Campus
import Foundation
import Testing

@testable import Extract

/// Which files are read, and as what.
struct FolderTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func messages(_ findings: [Finding]) -> [String] {
    findings.map { "\($0.location) \($0.code)" }
  }

  @Test func filesOfASourceInTheByteOrderOfTheirNames() throws {
    for name in [
      "people.csv", "people-b.csv", "people-B.csv", "people-.csv", "people_2.csv", "peoples.csv",
      "notes.txt", "people-x.CSV", "corrections.csv", "people-丙.csv",
    ] {
      try place.write(name, "學號,姓名\n")
    }
    let (folder, findings) = try place.folder()
    #expect(
      folder.files(of: "people").map(\.name) == [
        "people-.csv", "people-B.csv", "people-b.csv", "people-丙.csv", "people.csv",
      ])
    #expect(folder.files(of: "others").isEmpty)
    #expect(folder.corrections?.name == "corrections.csv")
    #expect(
      messages(findings) == [
        "people-x.CSV unused-file", "people_2.csv unused-file", "peoples.csv unused-file",
      ])
  }

  @Test func severalFilesAreOneTable() throws {
    try place.write("people-1.csv", "姓名,學號\n王,A\n")
    try place.write("people-2.csv", "學號,姓名,備考\nB,李,x\nC\n")
    let (folder, _) = try place.folder()
    let outcome = try place.extract(folder.files(of: "people"))
    #expect(outcome.rows == [["A", "王", ""], ["B", "李", "x"]])
    #expect(outcome.messages == ["people-2.csv:3 field-count"])
    #expect(outcome.summaries.map(\.columns) == [["id", "name"], ["id", "name", "note"]])
    #expect(outcome.summaries.map(\.rows) == [1, 2])
  }

  @Test func aRefusedFileDoesNotHideTheNext() throws {
    let first = try place.write("people-1.csv", "學號,姓名\nA,\"\n")
    let second = try place.write("people-2.csv", "學號,姓名\nA,x\"\n")
    let outcome = try place.extract([first, second])
    #expect(
      outcome.messages == ["people-1.csv:2 unclosed-quote", "people-2.csv:2 quote-inside-field"])
  }

  @Test func theLongestSourceNameWins() {
    #expect(InputFolder.source(of: "a-b-c.csv".utf8, among: ["a", "a-b"]) == "a-b")
    #expect(InputFolder.source(of: "a.csv".utf8, among: ["a", "a-b"]) == "a")
    #expect(InputFolder.source(of: "ab.csv".utf8, among: ["a", "a-b"]) == nil)
    #expect(InputFolder.source(of: "a-csv".utf8, among: ["a"]) == nil)
  }

  @Test func nothingThere() throws {
    try place.write("other.csv", "x")
    #expect(throws: Failure.self) { try place.folder() }
    do {
      _ = try InputFolder(path: place.path("none"), sources: ["people"]) { _ in }
    } catch let failure as Failure {
      #expect(failure.status == .inputMissing)
    }
  }

  @Test func onlyRegularFilesAreOpened() throws {
    try place.write("target", "學號,姓名\nA,王\n")
    try FileManager.default.createSymbolicLink(
      atPath: place.path("people-link.csv"), withDestinationPath: place.path("target"))
    try FileManager.default.createDirectory(
      atPath: place.path("people-folder.csv"), withIntermediateDirectories: true)
    #expect(mkfifo(place.path("people-pipe.csv"), 0o600) == 0)
    let (folder, _) = try place.folder()
    let outcome = try place.extract(folder.files(of: "people"))
    #expect(
      outcome.messages == [
        "people-folder.csv not-a-regular-file", "people-link.csv not-a-regular-file",
        "people-pipe.csv not-a-regular-file",
      ])
    #expect(outcome.rows == [])
  }

  @Test func aFileThatChangesWhileItIsReadIsRefused() throws {
    let rows = (0..<3000).map { "A\($0),王\n" }.joined()
    let text = "學號,姓名\n" + rows
    let changes: [(String) throws -> Void] = [
      { path in  // grows
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data("B,x\n".utf8))
      },
      { path in  // is cut short
        try #require(FileHandle(forWritingAtPath: path)).truncate(atOffset: 20)
      },
      { path in  // is written over in place
        try #require(FileHandle(forWritingAtPath: path)).write(contentsOf: Data("\"".utf8))
      },
      { path in  // is replaced
        try Data("學號,姓名\n".utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      },
      { path in try FileManager.default.removeItem(atPath: path) },
    ]
    for change in changes {
      let file = try place.write("people.csv", text)
      // So that a change falls on another tick of the file system's clock.
      usleep(20_000)
      var isFirst = true
      let outcome = try place.extract([file]) {
        if isFirst { try change(place.path("people.csv")) }
        isFirst = false
      }
      #expect(outcome.messages == ["people.csv changed-while-read"])
    }
  }

  @Test func aListedFileThatIsGone() throws {
    let file = try place.write("people.csv", "學號,姓名\n")
    try FileManager.default.removeItem(atPath: place.path("people.csv"))
    #expect(try place.extract([file]).messages == ["people.csv changed-while-read"])
  }

  @Test func theChecksumIsOfTheBytesOnDisk() throws {
    let file = try place.write("people.csv", "\u{FEFF}學號,姓名\n")
    let outcome = try place.extract([file])
    #expect(
      outcome.summaries[0].sha256
        == "66f1cd4adf6079c5f1f20231154608ab9bb6061998707192182b349b3408c63b")
    #expect(try file.checksum() == outcome.summaries[0].sha256)
  }
}
