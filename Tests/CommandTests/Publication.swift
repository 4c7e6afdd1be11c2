import Foundation

/// What a run published, wherever below the output folder it stands.
struct Publication {
  private let folder: URL

  /// The one place that knows where a run puts its files.
  init(in output: String, pipeline: String = "nightly") {
    let periods = URL(fileURLWithPath: output).appendingPathComponent(pipeline)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: periods.path)) ?? []
    // `current` leads to the revision that is published.
    folder = periods.appendingPathComponent(names.first { !$0.hasPrefix(".") } ?? "")
      .appendingPathComponent("current").resolvingSymlinksInPath()
  }

  /// A published file such as `kpi.json` or `evidence/findings.csv`.
  func data(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(name))
  }

  func text(_ name: String) throws -> String { String(decoding: try data(name), as: UTF8.self) }

  var kpis: CountTable.Document {
    get throws { try CountTable.Document(text("kpi.json")) }
  }

  /// Every file by its path below the folder.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      var isFolder: ObjCBool = false
      let path = folder.appendingPathComponent(name).path
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      files[name] = try data(name)
    }
    return files
  }

  /// kpi.json without the list of inputs, which alone may differ between exports of the same rows.
  func countsText() throws -> String {
    let text = try text("kpi.json")
    guard let inputs = text.range(of: "\"inputs\":"), let kpis = text.range(of: "\"kpis\":") else {
      return text
    }
    return String(text[..<inputs.lowerBound] + text[kpis.lowerBound...])
  }
}

extension CountTable.Document {
  func kpi(_ number: Int) -> CountTable.KPI? {
    kpis.first { $0.id == "kpi-" + (number < 10 ? "0" : "") + String(number) }
  }

  /// The fourteen values in order; nil where one is unavailable.
  var values: [Int?] { kpis.map(\.value) }
}

extension TemporaryFolder {
  /// Runs `run` on the folder's `input`, publishing into its `output`.
  func run(
    _ extra: [String] = [], input: String = "input", output: String = "output",
    environment: [String: String] = ["LC_ALL": "C"]
  ) throws -> Program.Outcome {
    var words = ["run", "nightly", "--input", path(input), "--output", path(output)]
    if !extra.contains("--period") { words += ["--period", University.period] }
    return try Program.campusKPI(words + extra, environment: environment)
  }

  func publication(_ output: String = "output") -> Publication { Publication(in: path(output)) }

  /// Whether anything was published below an output folder.
  func hasPublished(_ output: String = "output") -> Bool {
    let pipeline = path(output + "/nightly")
    let periods = (try? FileManager.default.contentsOfDirectory(atPath: pipeline)) ?? []
    return periods.contains { period in
      let entries = try? FileManager.default.contentsOfDirectory(atPath: "\(pipeline)/\(period)")
      return entries?.contains { $0 == "current" || $0.hasPrefix("revision-") } ?? false
    }
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
}
