import Campus

/// Reads a stretch of a file's text to rows of its table, from a place where a row may begin.
///
/// Made by one thread and perhaps read on by another, never by two at once.
final class TableStretch: @unchecked Sendable {
  private(set) var table: TableReader
  /// Why nothing more is to be read; nil while there may be more.
  private(set) var end: RecordScan.End?
  private var reader: RecordReader
  /// The reader's: looked at while the reader is at work.
  private let row: UnsafeMutablePointer<RowCollector>

  /// The text from its beginning, title lines and header included.
  init(_ place: TableReader.Place, purpose: TableReader.Purpose) throws {
    reader = try RecordReader(separator: place.contract.separator)
    row = reader.row
    table = TableReader(place, purpose: purpose)
    TableReader.prepare(row)
  }

  /// A stretch below another, whose header it takes over. Its lines are counted from 1.
  init(below head: TableReader, separator: UInt8) throws {
    reader = try RecordReader(separator: separator)
    row = reader.row
    table = TableReader(below: head, row)
  }

  /// Whether a fresh stretch goes on just as this one would.
  var provesNext: Bool { end == nil && table.isInRows && reader.isBetweenRows }

  /// The number of the line that comes next.
  var line: Int { reader.line }

  /// Reads a range of the text, and hands on the rows that ended.
  func read(
    _ opened: OpenedFile, _ extent: TextExtent, _ range: Range<Int>,
    consume: (RecordBatch) throws -> Void
  ) throws {
    var blocks = try TextBlocks(opened, extent, range)
    while end == nil, let block = try blocks.next() {
      note(try reader.read(block) { line in try take(line, consume) })
    }
    if end != nil || reader.isBetweenRows { try handOn(consume) }
  }

  /// Ends the last row, after the last range of a text. `isWhole` says whether the file ends there
  /// too.
  func finish(isWhole: Bool, consume: (RecordBatch) throws -> Void) throws -> RecordScan.End {
    if let end { return end }
    if isWhole {
      note(try reader.finish { line in try take(line, consume) })
    } else {
      end = .refused(.unknownEncoding, line: reader.line)
    }
    try handOn(consume)
    return end ?? .complete
  }

  private func note(_ progress: RecordReader.Progress) {
    switch progress {
    case .goOn: break
    case .stopped: end = .stopped
    case .refused(let problem, let line): end = .refused(problem, line: line)
    }
  }

  private func take(_ line: Int, _ consume: (RecordBatch) throws -> Void) throws -> Bool {
    let goesOn = table.take(row, line: line)
    if table.hasFullBatch(row) { try handOn(consume) }
    return goesOn
  }

  private func handOn(_ consume: (RecordBatch) throws -> Void) throws {
    if table.fillBatch(row) { try consume(table.batch) }
  }
}
