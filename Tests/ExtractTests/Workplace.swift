import Campus
import Definitions
import Extract
import Foundation
import Testing

/// A throw-away input folder and what Extract makes of it.
final class Workplace {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("extract-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> InputFile {
    try write(name, Array(text.utf8))
  }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> InputFile {
    try Data(bytes).write(to: folder.appendingPathComponent(name))
    return InputFile(path: path(name))
  }

  /// What came out of one extraction.
  struct Outcome {
    var summaries: [FileSummary] = []
    var findings: [Finding] = []
    var rows: [[String]] = []
    var lines: [Int] = []
    var batches = 0

    var isRefused: Bool { findings.contains { $0.problem.refusesFile } }
    /// `students.csv:3 field-count`.
    var messages: [String] {
      findings.map {
        "\($0.location) \($0.code)" + ($0.column.isEmpty ? "" : " (\($0.column))")
      }
    }
  }

  func extract(
    _ files: [InputFile], contract: SourceContract = .people, manifest: Manifest? = nil,
    whileReading: () throws -> Void = {}
  ) throws -> Outcome {
    var outcome = Outcome()
    outcome.summaries = try SourceExtractor(contract: contract).extract(
      files: files, manifest: manifest, report: { outcome.findings.append($0) },
      consume: { batch in
        outcome.batches += 1
        outcome.lines += batch.lines
        let width = batch.columns.count
        for record in 0..<batch.recordCount {
          var cells = Array(repeating: "", count: contract.columns.count)
          for position in 0..<width {
            let cell = record * width + position
            cells[batch.columns[position]] = String(decoding: batch.cell(cell), as: UTF8.self)
          }
          outcome.rows.append(cells)
        }
        try whileReading()
      })
    return outcome
  }

  /// Extracts one file with the given content.
  func extract(_ text: String, contract: SourceContract = .people) throws -> Outcome {
    try extract([write("people.csv", text)], contract: contract)
  }

  func extract(bytes: [UInt8], contract: SourceContract = .people) throws -> Outcome {
    try extract([write("people.csv", bytes)], contract: contract)
  }

  func folder(_ sources: [String] = ["people"]) throws -> (InputFolder, [Finding]) {
    var findings: [Finding] = []
    let folder = try InputFolder(path: folder.path, sources: sources) { findings.append($0) }
    return (folder, findings)
  }

  /// `../shared/…` beside the package, or nil where it is absent.
  static func shared(_ path: String) -> URL? {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let url = root.deletingLastPathComponent().appendingPathComponent("shared")
      .appendingPathComponent(path)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }
}

extension SourceContract {
  /// 學號 and 姓名 are required, 備考 is optional and has two headers.
  static let people = contract()

  static func contract(
    separator: UInt8 = UInt8(ascii: ","), encoding: Encoding? = nil
  ) -> SourceContract {
    func column(_ name: String, _ headers: [String], required: Bool) -> ColumnContract {
      ColumnContract(
        name: name, type: .text, required: required, headers: headers, headersNeeding: [:],
        whenAbsent: .unavailable, missingMeans: nil, derivation: nil, personal: false)
    }
    return SourceContract(
      name: "people", title: "人", separator: separator, encoding: encoding, rejectLimit: 0,
      rejectLimitText: "0%",
      columns: [
        column("id", ["學號", "Student ID"], required: true),
        column("name", ["姓名"], required: true),
        column("note", ["備考", "臺灣備考"], required: false),
      ], key: [], identity: nil)
  }
}
