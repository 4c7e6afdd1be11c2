import Foundation

/// An input folder of its own with a sample's exports and corrections.
struct CorrectedInput {
  let folder: TemporaryFolder

  /// A copy of a folder of `samples/`.
  init(sample: String = "clean") throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Program.root.appendingPathComponent("samples/\(sample)"),
      to: folder.url.appendingPathComponent("input"))
  }

  /// The clean samples with some corrections.
  init(_ lines: [String]) throws {
    try self.init()
    try write(lines)
  }

  func write(_ lines: [String]) throws {
    let header = "source,key,column,old,new,reason,approved_by"
    try folder.write(([header] + lines).joined(separator: "\n") + "\n", to: "input/corrections.csv")
  }

  /// Writes `corrections.csv` in one of the encodings that exports have.
  func write(_ text: String, encoding: String) throws {
    let name = "input/corrections.csv"
    switch encoding {
    case "utf-8": try folder.write(text, to: name)
    case "utf-8 with BOM and CRLF":
      try folder.write("\u{FEFF}" + text.replacingOccurrences(of: "\n", with: "\r\n"), to: name)
    case "utf-16":
      try folder.write(
        Data([0xFF, 0xFE]) + Data(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
        to: name)
    default:
      try folder.write(text, to: "text")
      _ = try Program.run(
        URL(fileURLWithPath: "/usr/bin/iconv"),
        ["-f", "utf-8", "-t", "cp950", "-o", folder.path(name), folder.path("text")],
        environment: [:])
    }
  }

  /// Replaces a text that an export holds.
  func replace(_ old: String, with new: String, in file: String) throws {
    let text = try folder.read("input/" + file)
    precondition(text.contains(old))
    try folder.write(text.replacingOccurrences(of: old, with: new), to: "input/" + file)
  }

  /// Adds a copy of the first row that begins so.
  func repeatRow(
    with start: String, in file: String, changed: (String) -> String = { $0 }
  ) throws {
    let text = try folder.read("input/" + file)
    let row = text.split(separator: "\n").first { $0.hasPrefix(start) }
    try folder.write(text + changed(String(row ?? "")) + "\n", to: "input/" + file)
  }

  struct Run {
    let status: Int32
    let output: String
    let error: String

    var document: CountTable.Document {
      get throws { try CountTable.Document(output) }
    }

    /// What is said of `corrections.csv`, without the help.
    var messages: [String] { lines.filter { $0.hasPrefix("corrections.csv") } }

    /// The help below each of the messages.
    var help: [String] {
      zip(lines, lines.dropFirst()).filter { $0.0.hasPrefix("corrections.csv") }.map(\.1)
    }

    private var lines: [String] { error.split(separator: "\n").map(String.init) }
  }

  /// Runs the pipeline on the folder, with kpi.json on standard output.
  func run(language: String = "en") throws -> Run {
    let outcome = try program(
      "run", ["--output", folder.path("output"), "--format", "json", "--language", language])
    return Run(status: outcome.status, output: outcome.output, error: outcome.error)
  }

  func program(_ command: String, _ more: [String] = []) throws -> Program.Outcome {
    try Program.campusKPI(
      [command, "nightly", "--input", folder.path("input")]
        + ["--period", "2025-08-01..2025-12-31"] + more)
  }

  var hasPublished: Bool { output.contains { $0.hasSuffix("kpi.json") } }

  private var output: [String] {
    (try? FileManager.default.subpathsOfDirectory(atPath: folder.path("output"))) ?? []
  }

  /// Why keys came or went with a revision, a line each.
  func causes(ofRevision revision: Int) throws -> String {
    let columns = "key || ' ' || column_name || ' ' || old_value || ' ' || new_value"
    return try Program.run(
      URL(fileURLWithPath: "/usr/bin/env"),
      [
        "sqlite3", folder.path("output/campus-kpi.sqlite"),
        "SELECT \(columns) || ' ' || correction FROM what_changed WHERE revision = \(revision)",
      ], environment: [:]
    ).output
  }

  /// `evidence/corrections.csv` with plain line ends, wherever it was published; nil when it was not.
  func evidence() throws -> String? {
    guard let name = evidenceName else { return nil }
    return try folder.read("output/" + name).replacingOccurrences(of: "\r\n", with: "\n")
      .replacingOccurrences(of: "\u{FEFF}", with: "")
  }

  /// The permissions of the folder of the evidence and of its corrections.
  func modes() throws -> [Int] {
    let file = folder.url.appendingPathComponent("output/" + (evidenceName ?? ""))
    return try [file.deletingLastPathComponent(), file].map {
      let attributes = try FileManager.default.attributesOfItem(atPath: $0.path)
      return attributes[.posixPermissions] as? Int ?? 0
    }
  }

  private var evidenceName: String? {
    output.sorted().last { $0.hasSuffix("evidence/corrections.csv") }
  }
}
