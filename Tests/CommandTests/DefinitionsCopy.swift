import Foundation
import Testing

/// A copy of `pipelines/` in a throw-away folder, to be changed as an office would.
struct DefinitionsCopy {
  let path: String

  init(in folder: TemporaryFolder) throws {
    path = folder.path("pipelines")
    try FileManager.default.copyItem(
      atPath: Program.root.appendingPathComponent("pipelines").path, toPath: path)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }

  /// Replaces a text that must stand in the file.
  func replace(_ old: String, with new: String, in name: String) throws {
    let text = try read(name)
    try #require(text.contains(old), "\(name) does not hold '\(old)'")
    try write(text.replacingOccurrences(of: old, with: new), to: name)
  }
}
