import Glibc

/// What libcsv's callbacks write to: the cells of the rows read so far.
///
/// A plain C-layout struct behind a pointer, because a class as callback context halves the speed.
/// The callbacks only collect; what a row means is decided when it has ended, outside of them.
struct RowCollector {
  /// More fields in a row refuse the file (sources.md, section 1).
  static let fieldLimit = 4096
  /// A longer field refuses the file.
  static let byteLimit = 1_048_576
  /// Rows of more bytes are not held.
  private static let mostBytes = 1 << 31

  /// The kept cells, one after another.
  var bytes: UnsafeMutablePointer<UInt8>
  var used = 0
  var capacity: Int
  /// The end of each kept cell in `bytes`.
  var cellEnds: UnsafeMutablePointer<UInt32>
  var cellCount = 0
  var cellCapacity: Int
  /// For each field of a row whether its cell is kept: at first all are.
  let kept: UnsafeMutablePointer<Bool>
  /// How many fields a row of the table has, where some of them are not kept; otherwise zero.
  var projectedWidth = 0
  /// No more bytes of a cell than these are kept.
  var longestKept = Int.max

  // The row that is being read.
  var fieldCount = 0
  var rowStart = 0
  var cellStart = 0
  /// Cells that are not blank, counted no further than two.
  var nonBlankCount = 0
  var beginsLikeFooter = false
  var hasEnded = false
  var fieldTooLong = false
  var outOfMemory = false

  /// Nil when memory has run out. The storage is of the C library, which alone can enlarge it in
  /// place.
  init?() {
    capacity = 256 * 1024
    cellCapacity = 4 * RowCollector.fieldLimit
    guard let bytes = malloc(capacity),
      let cellEnds = malloc(cellCapacity * MemoryLayout<UInt32>.stride)
    else { return nil }
    self.bytes = bytes.assumingMemoryBound(to: UInt8.self)
    self.cellEnds = cellEnds.assumingMemoryBound(to: UInt32.self)
    kept = .allocate(capacity: RowCollector.fieldLimit)
    kept.initialize(repeating: true, count: RowCollector.fieldLimit)
  }

  mutating func deallocate() {
    free(bytes)
    free(cellEnds)
    kept.deallocate()
  }

  var isBlank: Bool { nonBlankCount == 0 }
  var isFooter: Bool { beginsLikeFooter && nonBlankCount == 1 }

  /// Passes over fields that are not kept and that libcsv does not see.
  @inline(__always)
  mutating func skipFields(upTo index: Int) { fieldCount = index }

  /// Notes that the row is known to be neither blank nor a footer.
  @inline(__always)
  mutating func noteOrdinaryRow() { nonBlankCount = 2 }

  /// From here on keeps the cells of some fields only, the others and those behind them not; and
  /// all of each.
  mutating func keep(_ fields: [Bool]) {
    kept.update(repeating: false, count: RowCollector.fieldLimit)
    for (index, isKept) in fields.enumerated() { kept[index] = isKept }
    projectedWidth = fields.contains(true) && fields.contains(false) ? fields.count : 0
    longestKept = Int.max
  }

  /// Ends the row and keeps its cells.
  mutating func keepRow() {
    rowStart = used
    cellStart = cellCount
    beginRow()
  }

  /// Ends the row and forgets its cells.
  mutating func dropRow() {
    used = rowStart
    cellCount = cellStart
    beginRow()
  }

  /// Forgets all rows; the storage stays.
  mutating func removeAll() {
    used = 0
    cellCount = 0
    rowStart = 0
    cellStart = 0
    beginRow()
  }

  private mutating func beginRow() {
    fieldCount = 0
    nonBlankCount = 0
    beginsLikeFooter = false
    hasEnded = false
  }

  /// The bytes of a kept cell of the row, from 0.
  func cell(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let number = cellStart + index
    let start = index == 0 ? rowStart : Int(cellEnds[number - 1])
    return UnsafeBufferPointer(start: bytes + start, count: Int(cellEnds[number]) - start)
  }

  var keptCellsOfRow: Int { cellCount - cellStart }

  /// So many bytes are copied of a short cell, whatever its length is.
  private typealias ShortCell = (UInt64, UInt64, UInt64, UInt64)
  static let shortCell = MemoryLayout<ShortCell>.size

  /// Takes in a field if that is the ordinary case: kept and short, of a row that is known not to be
  /// blank, with room for it. False when nothing was done. `shortCell` bytes can be read from it.
  @inline(__always)
  mutating func addShort(_ cell: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    guard fieldCount < RowCollector.fieldLimit, kept[fieldCount], length <= RowCollector.shortCell,
      nonBlankCount == 2,
      used <= capacity &- RowCollector.shortCell, cellCount < cellCapacity
    else { return false }
    let words = UnsafeRawPointer(cell).loadUnaligned(as: ShortCell.self)
    UnsafeMutableRawPointer(bytes + used).storeBytes(of: words, as: ShortCell.self)
    used &+= length
    cellEnds[cellCount] = UInt32(truncatingIfNeeded: used)
    cellCount &+= 1
    fieldCount &+= 1
    return true
  }

  /// Takes in a field.
  mutating func add(_ cell: UnsafePointer<UInt8>, _ length: Int) {
    let index = fieldCount
    fieldCount &+= 1
    if nonBlankCount < 2, length > 0 { look(at: cell, length, index) }
    if length > RowCollector.byteLimit { fieldTooLong = true }
    guard index < RowCollector.fieldLimit, kept[index] else { return }
    let count = min(length, longestKept)
    if capacity - used < count || cellCapacity == cellCount {
      guard grow(for: count) else { return }
    }
    memcpy(bytes + used, cell, count)
    used &+= count
    cellEnds[cellCount] = UInt32(truncatingIfNeeded: used)
    cellCount &+= 1
  }

  /// Counts a cell that is not blank; most show it by their first byte.
  @inline(__always)
  private mutating func look(at cell: UnsafePointer<UInt8>, _ length: Int, _ index: Int) {
    let bytes = UnsafeBufferPointer(start: cell, count: length)
    if WhiteSpace.mayBegin(cell[0]), WhiteSpace.isBlank(bytes) { return }
    nonBlankCount += 1
    if index == 0 { beginsLikeFooter = FooterWords.begin(bytes) }
  }

  /// Makes room for a cell; false when there is none to be had, now and for the cells after it.
  private mutating func grow(for count: Int) -> Bool {
    guard !outOfMemory else { return false }
    var newCapacity = capacity
    while newCapacity - used < count { newCapacity *= 2 }
    let newCellCapacity = cellCount == cellCapacity ? cellCapacity * 2 : cellCapacity
    guard newCapacity <= RowCollector.mostBytes, let moved = realloc(bytes, newCapacity) else {
      outOfMemory = true
      return false
    }
    bytes = moved.assumingMemoryBound(to: UInt8.self)
    capacity = newCapacity
    guard let movedEnds = realloc(cellEnds, newCellCapacity * MemoryLayout<UInt32>.stride) else {
      outOfMemory = true
      return false
    }
    cellEnds = movedEnds.assumingMemoryBound(to: UInt32.self)
    cellCapacity = newCellCapacity
    return true
  }
}

/// How a footer begins (sources.md, section 1).
enum FooterWords {
  private static let words = ["統計說明", "說明", "註", "備註", "資料來源", "※"].map { Array($0.utf8) }

  /// Whether a cell, white space before it apart, begins with one of the words.
  static func begin(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = WhiteSpace.end(ofLeading: cell)
    // All of the words begin with a character of three bytes.
    guard start < cell.count, cell[start] >= 0xE2 else { return false }
    return words.contains { cell[start...].starts(with: $0) }
  }
}
