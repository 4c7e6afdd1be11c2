import Foundation

/// A program that runs, its streams in files that go with this object.
final class Program {
  struct Outcome {
    let status: Int32
    let output: String
    let error: String
  }

  /// The package's root folder.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder in which the tests and the programs were built.
  private static let products = URL(
    fileURLWithPath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  ).deletingLastPathComponent()

  private let process = Process()
  private let streams = FileManager.default.temporaryDirectory
    .appendingPathComponent("campus-kpi-streams-\(UUID().uuidString)")

  static func campusKPI(_ arguments: [String]) throws -> Program {
    try Program(
      [products.appendingPathComponent("campus-kpi").path] + arguments, folder: root.path)
  }

  init(_ words: [String], folder: String, input: FileHandle? = nil) throws {
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"]
    process.standardInput = input ?? FileHandle.nullDevice
    process.standardOutput = try stream("out")
    process.standardError = try stream("err")
    try process.run()
  }

  deinit { try? FileManager.default.removeItem(at: streams) }

  func wait() throws -> Outcome {
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try text("out"), error: try text("err"))
  }

  func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

  private func stream(_ name: String) throws -> FileHandle {
    let file = streams.appendingPathComponent(name)
    try Data().write(to: file)
    return try FileHandle(forWritingTo: file)
  }

  private func text(_ name: String) throws -> String {
    String(
      decoding: try Data(contentsOf: streams.appendingPathComponent(name)), as: UTF8.self)
  }
}
