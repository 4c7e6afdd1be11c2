import Campus

/// `manifest.csv` of the input folder: what its files must be (`file,rows,sha256`; either of the
/// last two may be empty).
package struct Manifest: Sendable {
  package struct Entry: Hashable, Sendable {
    /// Data rows, or nil when the manifest does not say.
    package let rows: Int?
    /// Lower-case hexadecimal digits, or nil when the manifest does not say.
    package let sha256: String?
  }

  private static let columns = ["file", "rows", "sha256"]

  /// The files in the order of the manifest.
  package let fileNames: [String]
  private let entries: [String: Entry]

  package func entry(for file: String) -> Entry? { entries[file] }

  /// Reads the file; nil when it is not a manifest, which is reported. The reason of an invalid
  /// manifest is the column at fault. Throws `Failure(.readOrWriteFailed)`.
  init?(reading file: InputFile, report: (Finding) -> Void) throws {
    var fileNames: [String] = []
    var entries: [String: Entry] = [:]
    var header: [Int?]?
    var fault: (reason: String, line: Int)?
    let refusal = try RecordListing(file: file).forEachRecord { cells, line in
      let cells = cells.map(WordFolding.trimmed)
      guard let positions = header else {
        header = Manifest.columns.map { name in cells.firstIndex { WordFolding.key($0) == name } }
        if header?[0] == nil { fault = (Manifest.columns.joined(separator: ","), line) }
        return fault == nil
      }
      let values = positions.map { position in
        position.flatMap { $0 < cells.count ? cells[$0] : nil } ?? ""
      }
      switch Manifest.entry(values) {
      case .failure(let wrong): fault = (wrong.column, line)
      case .success(let entry):
        if entries.updateValue(entry, forKey: values[0]) != nil { fault = ("file", line) }
        fileNames.append(values[0])
      }
      return fault == nil
    }
    if let (problem, line) = refusal {
      report(Finding(problem, location: SourceLocation(file: file.name, line: line)))
      return nil
    }
    if header == nil { fault = (Manifest.columns.joined(separator: ","), 0) }
    if let fault {
      report(
        Finding(
          .invalidManifest(reason: fault.reason),
          location: SourceLocation(file: file.name, line: fault.line)))
      return nil
    }
    self.fileNames = fileNames
    self.entries = entries
  }

  private struct WrongColumn: Error {
    let column: String
  }

  private static func entry(_ values: [String]) -> Result<Entry, WrongColumn> {
    let (file, rows, sha256) = (values[0], values[1], values[2].lowercased())
    if file.isEmpty { return .failure(WrongColumn(column: columns[0])) }
    guard rows.isEmpty || (rows.utf8.allSatisfy { (48...57).contains($0) } && Int(rows) != nil)
    else { return .failure(WrongColumn(column: columns[1])) }
    guard sha256.isEmpty || isDigest(sha256) else {
      return .failure(WrongColumn(column: columns[2]))
    }
    return .success(
      Entry(rows: rows.isEmpty ? nil : Int(rows), sha256: sha256.isEmpty ? nil : sha256))
  }

  private static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}
