import Campus
import Glibc

/// The input folder and which of its files belong to which source.
///
/// A source's files are `students.csv` and any `students-….csv`, read in the byte order of their
/// names. A `.csv` that belongs to no source is a warning, `unused-file`.
package struct InputFolder: Sendable {
  /// The optional list of files with their row counts and checksums.
  static let manifestName = "manifest.csv"
  /// Read by the stage that applies corrections.
  static let correctionsName = "corrections.csv"

  package let path: String
  private let filesBySource: [String: [InputFile]]
  private let entries: [String: InputFile]

  /// Lists the folder and opens nothing.
  ///
  /// Throws `Failure(.inputMissing)` when there is no such folder or no file of any source in it,
  /// and `Failure(.readOrWriteFailed)` when it cannot be listed.
  package init(path: String, sources: [String], report: (Finding) -> Void) throws {
    try self.init(path: path, example: (sources.first ?? "students") + ".csv", report: report) {
      InputFolder.source(of: $0, among: sources)
    }
  }

  /// Lists a folder of published tables, whose files are known by the beginning of their names; of
  /// several beginnings that fit the longest decides. Throws as the other initialiser does.
  package init(
    path: String, beginnings: [(source: String, beginning: String)], report: (Finding) -> Void
  ) throws {
    let example = (beginnings.first?.beginning ?? "") + "….csv"
    try self.init(path: path, example: example, report: report) { name in
      guard name.ends(with: ".csv") else { return nil }
      return beginnings.filter { name.starts(with: $0.beginning.utf8) }
        .max { $0.beginning.utf8.count < $1.beginning.utf8.count }?.source
    }
  }

  private init(
    path: String, example: String, report: (Finding) -> Void, source: ([UInt8]) -> String?
  ) throws {
    let names = try InputFolder.names(in: path).sorted { $0.lexicographicallyPrecedes($1) }
    var filesBySource: [String: [InputFile]] = [:]
    var entries: [String: InputFile] = [:]
    for name in names {
      let file = InputFile(folder: path, nameBytes: name)
      entries[file.name] = file
      if let source = source(name) {
        filesBySource[source, default: []].append(file)
      } else if InputFolder.looksUnused(file) {
        report(Finding(.unusedFile, location: SourceLocation(file: file.name)))
      }
    }
    guard !filesBySource.isEmpty else {
      throw Failure(
        .inputMissing, "\(path): no file of any source",
        help: "put the exports there, named like \(example)")
    }
    self.path = path
    self.filesBySource = filesBySource
    self.entries = entries
  }

  /// The source's files in reading order; empty when it has none.
  package func files(of source: String) -> [InputFile] {
    filesBySource[source] ?? []
  }

  /// The corrections file, when there is one.
  package var corrections: InputFile? { entries[InputFolder.correctionsName] }

  package var hasManifest: Bool { entries[InputFolder.manifestName] != nil }

  /// Reads the manifest, when there is one, and checks that the files it names are there; what it
  /// says of them is checked when they are read.
  ///
  /// Every finding refuses the run. Throws `Failure(.readOrWriteFailed)`.
  package func manifest(report: (Finding) -> Void) throws -> Manifest? {
    guard let file = entries[InputFolder.manifestName],
      let manifest = try Manifest(reading: file, report: report)
    else { return nil }
    for name in manifest.fileNames {
      let location = SourceLocation(file: name)
      guard let named = entries[name], name == named.name else {
        report(Finding(.manifestMissingFile, location: location))
        continue
      }
    }
    return manifest
  }

  /// The source whose name the file has, followed by `.csv` or a hyphen. Of several the one with
  /// the longest name.
  package static func source(of name: some Sequence<UInt8>, among sources: [String]) -> String? {
    let name = Array(name)
    guard name.ends(with: ".csv") else { return nil }
    return
      sources
      .filter { source in
        let rest = name.dropFirst(source.utf8.count)
        return name.starts(with: source.utf8) && (rest.first == 0x2D || rest.count == 4)
      }
      .max { $0.utf8.count < $1.utf8.count }
  }

  private static func looksUnused(_ file: InputFile) -> Bool {
    file.name != manifestName && file.name != correctionsName && file.isRegular
      && Array(file.name.utf8.map { $0 | 0x20 }).ends(with: ".csv")
  }

  private static func names(in path: String) throws -> [[UInt8]] {
    guard let folder = opendir(path) else {
      let cause = errno
      let status: ExitStatus =
        cause == ENOENT || cause == ENOTDIR ? .inputMissing : .readOrWriteFailed
      throw Failure(status, "\(path): \(SystemError.text(cause))")
    }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else {
        guard errno == 0 else {
          throw Failure(.readOrWriteFailed, "\(path): \(SystemError.text(errno))")
        }
        return names
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E] && name != [0x2E, 0x2E] { names.append(name) }
    }
  }
}

extension [UInt8] {
  fileprivate func ends(with suffix: String) -> Bool {
    self.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }
}
