import Campus

/// The folder of a revision while it is written: reports go in by their path below it.
///
/// Every file is 0600 and every folder 0700, whatever the umask and whoever wrote them. Several
/// threads may write files at once.
package final class RevisionFolder: Sendable {
  private let root: Folder
  private let known = Guarded<[String: Folder]>([:])

  init(_ root: Folder) { self.root = root }

  /// Where the folder lies while it is written, for writers that need a path.
  package var path: String { root.path }

  /// Writes a file, such as `evidence/findings.csv`.
  package func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  package func write(_ bytes: [UInt8], to path: String) throws {
    try write(to: path) { sink in try sink(bytes) }
  }

  /// Writes a file from the pieces that the closure hands over, so that it is never whole in memory.
  package func write(
    to path: String, _ make: (_ sink: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    let (folder, name) = try place(path)
    try folder.write(to: name, make)
  }

  /// The path of a file that another library writes; the folders above it are made.
  package func path(for path: String) throws -> String {
    let (folder, name) = try place(path)
    return folder.path + "/" + name
  }

  private func place(_ path: String) throws -> (Folder, String) {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let name = parts.popLast(), !(parts + [name]).contains(where: RevisionFolder.leaves)
    else { throw Failure(.bug, "a report cannot be called '\(path)'") }
    let folder = try known.withLock { known in
      var folder = root
      var place = ""
      for part in parts {
        place += part + "/"
        let inner = try known[place] ?? folder.makeFolder(part)
        known[place] = inner
        folder = inner
      }
      return folder
    }
    return (folder, name)
  }

  private static func leaves(_ part: String) -> Bool { part.isEmpty || part == "." || part == ".." }
}
