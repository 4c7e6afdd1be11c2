import Foundation

/// The files that fuzzing found worth keeping, by harness.
enum Corpus {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Corpus")

  /// The files of a harness in the order of their names.
  static func files(of harness: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: folder.appendingPathComponent(harness), includingPropertiesForKeys: nil
    ).sorted { $0.path < $1.path }
  }
}

extension Harness {
  /// What does not hold in the corpus, by the name of the file.
  func replay() throws -> [String] {
    try Corpus.files(of: name).compactMap { file in
      let bytes = [UInt8](try Data(contentsOf: file))
      do {
        try bytes.withUnsafeBufferPointer(check)
        return nil
      } catch {
        return "\(file.lastPathComponent): \(error)"
      }
    }
  }
}
