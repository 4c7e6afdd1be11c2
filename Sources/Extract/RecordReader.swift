import Campus
import Glibc

/// Reads rows from blocks of UTF-8 text, each with the physical line on which it begins.
///
/// libcsv knows no lines, so it is fed one physical line at a time: a call ends at most one row, a
/// quoting error lies on the line that was fed, and blank lines are counted although libcsv drops
/// them. A line ends with LF, CRLF or CR, inside quotes too.
struct RecordReader: ~Copyable {
  /// The cells of the row that has just ended, and of those before it that were kept.
  let row: UnsafeMutablePointer<RowCollector>
  /// The physical line that the next byte lies on, from 1.
  private(set) var line = 1

  private var parser: LibcsvParser
  private var scanner = FieldScanner()
  private let separator: UInt8
  private var rowLine = 1
  private var fieldLine = 1
  /// The block before ended with CR: a LF that begins this one belongs to the same line end.
  private var afterCarriageReturn = false

  /// Whether the next byte may begin a row: a fresh reader would go on just as this one will. It is
  /// libcsv's own state that says so.
  var isBetweenRows: Bool { parser.isBetweenRows && !afterCarriageReturn }

  enum Progress: Equatable {
    case goOn
    /// The one who takes the rows wants no more.
    case stopped
    /// The file is refused; the line is that on which the field or the row began.
    case refused(Problem, line: Int)
  }

  /// Throws `Failure(.readOrWriteFailed)` when memory has run out.
  init(separator: UInt8) throws {
    guard let collector = RowCollector() else { throw LibcsvParser.outOfMemory }
    row = .allocate(capacity: 1)
    row.initialize(to: collector)
    parser = LibcsvParser(separator: separator)
    self.separator = separator
  }

  deinit {
    row.pointee.deallocate()
    row.deinitialize(count: 1)
    row.deallocate()
  }

  /// Reads a block. `take` gets the line of every row that ends, must keep or drop the row in the
  /// collector, and says whether to go on.
  mutating func read(
    _ block: UnsafeBufferPointer<UInt8>, take: (_ line: Int) throws -> Bool
  ) throws -> Progress {
    guard let base = block.baseAddress else { return .goOn }
    let count = block.count
    var position = 0
    if afterCarriageReturn, count > 0 {
      afterCarriageReturn = false
      if base[0] == 0x0A {
        // Inside quotes the LF is part of the value; otherwise libcsv drops it.
        line -= 1
        position = 1
        let progress = try feed(base, 1, take: take)
        line += 1
        if progress != .goOn { return progress }
      }
    }
    var lineFeed = -1
    var carriageReturn = -1
    while position < count {
      if lineFeed < position { lineFeed = find(0x0A, base, from: position, to: count) }
      if carriageReturn < position { carriageReturn = find(0x0D, base, from: position, to: count) }
      var end = min(lineFeed, carriageReturn)
      let isEnded = end < count
      if isEnded {
        end += 1
        if end - 1 == carriageReturn {
          if end == count { afterCarriageReturn = true } else if base[end] == 0x0A { end += 1 }
        }
      }
      let progress =
        if isEnded, !afterCarriageReturn, row.pointee.projectedWidth > 0, parser.isBetweenRows {
          try feedKeptFields(
            base + position, min(lineFeed, carriageReturn) - position, end - position, take: take)
        } else {
          try feed(base + position, end - position, take: take)
        }
      if progress != .goOn { return progress }
      if isEnded { line += 1 }
      position = end
    }
    return .goOn
  }

  /// Ends the last row, which need not end with a line break.
  mutating func finish(take: (_ line: Int) throws -> Bool) throws -> Progress {
    guard try parser.finish(to: row) else { return .refused(.unclosedQuote, line: fieldLine) }
    return try endRow(take: take)
  }

  /// Feeds libcsv a line or a part of one.
  @inline(__always)
  private mutating func feed(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, take: (Int) throws -> Bool
  ) throws -> Progress {
    if parser.isBetweenRows { rowLine = line }
    let fieldsBefore = row.pointee.fieldCount
    let wasInsideField = parser.isInsideField
    let step = try parser.read(bytes, count, to: row)
    if !wasInsideField || row.pointee.fieldCount != fieldsBefore { fieldLine = line }
    switch step {
    case .read: break
    case .quoteInsideField: return .refused(.quoteInsideField, line: fieldLine)
    case .textAfterQuote: return .refused(.textAfterQuote, line: fieldLine)
    }
    // A blank or a closing quote may stand after a field of just the greatest length.
    if row.pointee.fieldTooLong || parser.unfinishedLength > RowCollector.byteLimit + 1 {
      return .refused(.fieldTooLong, line: fieldLine)
    }
    return try endRow(take: take)
  }

  /// Feeds libcsv those fields of a whole row that are kept, where its line is an ordinary one.
  ///
  /// - Parameters:
  ///   - length: of the line without its line break.
  ///   - count: of the line with it.
  private mutating func feedKeptFields(
    _ bytes: UnsafePointer<UInt8>, _ length: Int, _ count: Int, take: (Int) throws -> Bool
  ) throws -> Progress {
    let width = row.pointee.projectedWidth
    let kept = row.pointee.kept
    guard
      scanner.isOrdinary(
        UnsafeBufferPointer(start: bytes, count: length), fields: width, separator: separator)
    else { return try feed(bytes, count, take: take) }
    rowLine = line
    row.pointee.noteOrdinaryRow()
    var field = 0
    while field < width {
      var end = field + 1
      while end < width, kept[end] == kept[field] { end += 1 }
      // The separator behind a field, or the line break, ends it.
      let last =
        end == width ? length..<count : scanner[end - 1].upperBound..<scanner[end].lowerBound
      var first = scanner[field].lowerBound
      if !kept[field] {
        // Of fields that are not kept libcsv sees one empty one, so that it knows of a row.
        row.pointee.skipFields(upTo: end - 1)
        first = last.lowerBound
      }
      guard try parser.read(bytes + first, last.upperBound - first, to: row) == .read else {
        throw Failure(.bug, "libcsv refused a line without quotes")
      }
      field = end
    }
    return try endRow(take: take)
  }

  @inline(__always)
  private mutating func endRow(take: (Int) throws -> Bool) throws -> Progress {
    if row.pointee.fieldCount > RowCollector.fieldLimit {
      return .refused(.tooManyFields, line: rowLine)
    }
    guard row.pointee.hasEnded else { return .goOn }
    if row.pointee.outOfMemory { throw LibcsvParser.outOfMemory }
    return try take(rowLine) ? .goOn : .stopped
  }

  @inline(__always)
  private func find(
    _ byte: Int32, _ base: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    guard let found = memchr(base + start, byte, end - start) else { return end }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
