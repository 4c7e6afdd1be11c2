/// What a run read of one input file; the `inputs` of kpi.json.
package struct FileSummary: Hashable, Sendable {
  package var source: String
  /// The file's name, without a folder.
  package var file: String
  /// Lower-case hexadecimal digits of the SHA-256 of the bytes on disk.
  package var sha256: String
  /// `utf-8`, `cp950`, `utf-16le` or `utf-16be`.
  package var encoding: String
  /// Records that are neither blank nor footer.
  package var rows = 0
  package var rejected = 0
  package var duplicates = 0
  /// Contract columns found in the header, by name.
  package var columns: [String] = []
  /// The header cell under which each column was found, by column name.
  package var headers: [String: String] = [:]
  /// The physical line of the header; 0 for an empty table without one.
  package var headerLine = 0

  package init(source: String, file: String, sha256: String, encoding: String) {
    self.source = source
    self.file = file
    self.sha256 = sha256
    self.encoding = encoding
  }
}
