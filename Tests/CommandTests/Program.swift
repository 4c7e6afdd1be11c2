import Foundation

/// Runs the real programs as a user would.
enum Program {
  struct Outcome {
    let status: Int32
    /// What was written to standard output.
    let bytes: Data
    let error: String

    var output: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// The package's root folder.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file or folder of the shared data beside the package; nil when it is not there.
  static func shared(_ name: String) -> URL? {
    let url = root.deletingLastPathComponent().appendingPathComponent("shared/" + name)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

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
    try start(program, arguments, environment: environment).wait()
  }

  /// Runs a shell's command line, in which the programs go by their names.
  static func shell(
    _ script: String, in folder: URL = root, input: String = "",
    environment: [String: String] = ["LC_ALL": "C"]
  ) throws -> Outcome {
    let variables = environment.merging(["PATH": "\(products.path):/usr/bin:/bin"]) { $1 }
    return try start(
      URL(fileURLWithPath: "/bin/sh"), ["-c", script], environment: variables, in: folder,
      input: input
    ).wait()
  }

  /// A program that runs.
  struct Running {
    fileprivate let process: Process
    fileprivate let folder: TemporaryFolder

    var identifier: Int32 { process.processIdentifier }
    var isRunning: Bool { process.isRunning }

    func wait() throws -> Outcome {
      process.waitUntilExit()
      return Outcome(
        status: process.terminationStatus,
        bytes: try Data(contentsOf: folder.url.appendingPathComponent("out")),
        error: try folder.read("err"))
    }
  }

  static func start(
    _ program: URL, _ arguments: [String], environment: [String: String], in folder: URL = root,
    input: String = ""
  ) throws -> Running {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    // Files instead of pipes: neither stream can fill up and stop the program.
    let streams = try TemporaryFolder()
    for name in ["out", "err"] { try streams.write("", to: name) }
    try streams.write(input, to: "in")
    process.standardInput = try FileHandle(
      forReadingFrom: streams.url.appendingPathComponent("in"))
    process.standardOutput = try FileHandle(
      forWritingTo: streams.url.appendingPathComponent("out"))
    process.standardError = try FileHandle(
      forWritingTo: streams.url.appendingPathComponent("err"))
    try process.run()
    return Running(process: process, folder: streams)
  }
}
