import Campus

/// One pass over a file's rows: blocks of text through the record reader.
struct RecordScan {
  let opened: OpenedFile
  let separator: UInt8

  enum End: Equatable {
    case complete
    /// The one who takes the rows has had enough: the rest of the file was not looked at.
    case stopped
    case refused(Problem, line: Int)
  }

  /// Calls `prepare` once with the collector, then `take` for every row that is not empty, with the
  /// collector and the row's line, and `atEnd` unless the file is refused. `take` keeps or drops
  /// the row and says whether to go on. Throws what the closures throw and
  /// `Failure(.readOrWriteFailed)`.
  func run(
    _ extent: TextExtent,
    prepare: (UnsafeMutablePointer<RowCollector>) -> Void = { _ in },
    take: (UnsafeMutablePointer<RowCollector>, _ line: Int) throws -> Bool,
    atEnd: (UnsafeMutablePointer<RowCollector>) throws -> Void = { _ in }
  ) throws -> End {
    var reader = try RecordReader(separator: separator)
    let row = reader.row
    prepare(row)
    var blocks = try TextBlocks(opened, extent)
    while let block = try blocks.next() {
      switch try reader.read(block, take: { line in try take(row, line) }) {
      case .goOn: break
      case .stopped:
        try atEnd(row)
        return .stopped
      case .refused(let problem, let line): return .refused(problem, line: line)
      }
    }
    guard extent.isWhole else { return .refused(.unknownEncoding, line: reader.line) }
    switch try reader.finish(take: { line in try take(row, line) }) {
    case .goOn, .stopped:
      try atEnd(row)
      return .complete
    case .refused(let problem, let line): return .refused(problem, line: line)
    }
  }
}
