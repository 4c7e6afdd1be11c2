import Campus
import Testing

@testable import Extract

/// What `preview` shows of a file.
struct PreviewTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func preview(_ name: String, _ text: String) throws -> (FilePreview, [Finding]) {
    var findings: [Finding] = []
    let preview = try FilePreview(
      of: place.write(name, text), contracts: [.people], rowsShown: 2,
      report: { findings.append($0) })
    return (preview, findings)
  }

  private let table = "\u{FEFF}題\n姓名,x,學號\n王,,A\n李,,B \n趙,,C\n丁\n說明\n\"\n"

  @Test(arguments: ["people.csv", "people-1.csv", "download.csv"])
  func aTable(_ name: String) throws {
    let (preview, findings) = try preview(name, table)
    #expect(preview.source == "people")
    #expect(preview.encoding == "utf-8")
    #expect(preview.hasByteOrderMark)
    #expect(preview.headerLine == 2)
    #expect(
      preview.columns == [.init(name: "name", header: "姓名"), .init(name: "id", header: "學號")])
    #expect(preview.unknownHeaders == ["x"])
    #expect(preview.footerLine == 7)
    #expect(preview.rowCount == 4)
    #expect(preview.rejectedCount == 1)
    #expect(
      preview.firstRows == [.init(line: 3, cells: ["王", "A"]), .init(line: 4, cells: ["李", "B"])])
    #expect(findings.map(\.code) == ["field-count"])
    #expect(!preview.isRefused)
  }

  @Test func noContractFits() throws {
    let (preview, findings) = try preview("download.csv", "a, b\n1,2\n\n3\n")
    #expect(preview.source == nil)
    #expect(preview.rowCount == 3)
    #expect(preview.firstRows.map(\.cells) == [["a", "b"], ["1", "2"]])
    #expect(findings.isEmpty)
    #expect(!preview.isRefused)
  }

  @Test func aRefusedFile() throws {
    let (named, findings) = try preview("people.csv", "a,b\n1,2\n")
    #expect(named.isRefused)
    #expect(findings.map { "\($0.location) \($0.code)" } == ["people.csv:1 header-not-found"])
    let (unnamed, others) = try preview("download.csv", "a,b\n1,\"2\n")
    #expect(unnamed.isRefused)
    #expect(others.map { "\($0.location) \($0.code)" } == ["download.csv:2 unclosed-quote"])
  }

  @Test func nothingThere() throws {
    #expect(throws: Failure.self) {
      try FilePreview(
        of: InputFile(path: place.path("none.csv")), contracts: [.people], report: { _ in })
    }
  }

  @Test func jsonLines() throws {
    let file = try place.write("x.csv", "a,\"b\"\"\\\n\t\u{1}\" , 字\u{3000}\n ,\u{A0},\n\nc")
    var lines: [String] = []
    let refusal = try RecordListing(file: file).forEachJSONLine { line in
      lines.append(String(decoding: line, as: UTF8.self))
    }
    #expect(refusal == nil)
    #expect(lines == [#"["a","b\"\\\n\t\u0001","字"]"# + "\n", #"["c"]"# + "\n"])
  }
}
