import Foundation

/// Runs the real programs as a user would.
enum Program {
  struct Outcome {
    let status: Int32
    let output: String
    let error: String
  }

  /// The package's root folder.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder in which the tests and the programs were built.
  static let products = URL(
    fileURLWithPath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  ).deletingLastPathComponent()

  static func campusKPI(
    _ arguments: [String], environment: [String: String] = ["LC_ALL": "C"]
  ) throws -> Outcome {
    try run(
      products.appendingPathComponent("campus-kpi"), arguments, environment: environment)
  }

  static func campusSamples(_ arguments: [String]) throws -> Outcome {
    try run(products.appendingPathComponent("campus-samples"), arguments, environment: [:])
  }

  static func run(_ program: URL, _ arguments: [String], environment: [String: String]) throws
    -> Outcome
  {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = root
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    // Files instead of pipes: neither stream can fill up and stop the program.
    let folder = try TemporaryFolder()
    let files = ["out", "err"].map { folder.url.appendingPathComponent($0) }
    for file in files { try Data().write(to: file) }
    let handles = try files.map { try FileHandle(forWritingTo: $0) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: files[0]), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self))
  }
}
