import CLibcsv
import Campus
import Glibc

/// libcsv in strict mode: the one door to it.
///
/// It gives no line numbers, drops blank rows and checks no width; that is for its callers.
struct LibcsvParser: ~Copyable {
  private let parser: UnsafeMutablePointer<csv_parser>

  /// libcsv's buffer grows to the longest field in steps of this size, the first of which is no less
  /// than `RowCollector.shortCell`.
  private static let bufferStep = 64 * 1024

  /// A separator of one byte: comma, semicolon or tab.
  init(separator: UInt8) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: csv_parser())
    csv_init(parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
    csv_set_delim(parser, separator)
    csv_set_blk_size(parser, LibcsvParser.bufferStep)
    // Where memory is short libcsv would be content with a few bytes.
    csv_set_realloc_func(parser) { $1 < LibcsvParser.bufferStep ? nil : realloc($0, $1) }
  }

  deinit {
    csv_free(parser)
    parser.deallocate()
  }

  enum Step {
    case read
    case quoteInsideField
    case textAfterQuote
  }

  /// Whether no row has begun: the next byte may begin one.
  @inline(__always)
  var isBetweenRows: Bool { parser.pointee.pstate == 0 }

  /// Whether a field has begun and not ended: 2 and 3 are libcsv's states for that.
  @inline(__always)
  var isInsideField: Bool { parser.pointee.pstate >= 2 }

  /// Bytes of the unfinished field, with blanks or a quote after it that are yet to be dropped.
  @inline(__always)
  var unfinishedLength: Int { isInsideField ? parser.pointee.entry_pos : 0 }

  /// Reads bytes; the fields and the end of a row go to the collector. After anything but `read`
  /// nothing more may be read. Throws `Failure(.readOrWriteFailed)` when memory runs out.
  @inline(__always)
  mutating func read(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, to row: UnsafeMutablePointer<RowCollector>
  ) throws -> Step {
    if csv_parse(parser, bytes, count, fieldEnded, rowEnded, row) == count { return .read }
    guard csv_error(parser) == CSV_EPARSE else { throw LibcsvParser.outOfMemory }
    return parser.pointee.quoted != 0 ? .textAfterQuote : .quoteInsideField
  }

  /// Ends the last row. False when its last field has an opening quote and no closing one; the
  /// collector has got nothing then.
  mutating func finish(to row: UnsafeMutablePointer<RowCollector>) throws -> Bool {
    if csv_fini(parser, fieldEnded, rowEnded, row) == 0 { return true }
    guard csv_error(parser) == CSV_EPARSE else { throw LibcsvParser.outOfMemory }
    return false
  }

  static var outOfMemory: Failure {
    Failure(.readOrWriteFailed, "out of memory while reading CSV")
  }
}

@inline(__always)
private func fieldEnded(
  _ cell: UnsafeMutableRawPointer?, _ length: Int, _ context: UnsafeMutableRawPointer?
) {
  guard let context else { return }
  let row = context.assumingMemoryBound(to: RowCollector.self)
  if let cell {
    let cell = UnsafePointer(cell.assumingMemoryBound(to: UInt8.self))
    // A field begins where libcsv's buffer does, which is no smaller than a step.
    if !row.pointee.addShort(cell, length) { row.pointee.add(cell, length) }
  } else {
    // libcsv has no buffer yet when the first field is empty: any address does for no bytes.
    row.pointee.add(UnsafePointer(context.assumingMemoryBound(to: UInt8.self)), length)
  }
}

@inline(__always)
private func rowEnded(_ terminator: Int32, _ context: UnsafeMutableRawPointer?) {
  context?.assumingMemoryBound(to: RowCollector.self).pointee.hasEnded = true
}
