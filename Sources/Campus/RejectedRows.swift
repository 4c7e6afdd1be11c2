/// The rejected rows of one source, so that a rerun can say that a row is newly rejected.
package struct RejectedRows: Sendable {
  package struct Row: Hashable, Sendable {
    package let location: SourceLocation
    /// The finding's code.
    package let code: String
    /// The identifiers that could be read, in the order of `columns`.
    package let identifiers: [String?]

    package init(location: SourceLocation, code: String, identifiers: [String?] = []) {
      self.location = location
      self.code = code
      self.identifiers = identifiers
    }
  }

  package let source: String
  /// The columns that name a row, a person or an item.
  package let columns: [String]
  package let rows: [Row]

  package init(source: String, columns: [String] = [], rows: [Row]) {
    self.source = source
    self.columns = columns
    self.rows = rows
  }
}
