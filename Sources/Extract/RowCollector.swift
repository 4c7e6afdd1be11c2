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

  /// The kept cells, one after another.
  var bytes: UnsafeMutablePointer<UInt8>
  var used = 0
  var capacity: Int
  /// The end of each kept cell in `bytes`.
  var cellEnds: UnsafeMutablePointer<Int>
  var cellCount = 0
  var cellCapacity: Int
  /// For each field of a row whether its cell is kept; nil keeps all.
  var kept: UnsafeMutablePointer<Bool>?
  /// How many fields a row of the table has, where some of them are not kept; otherwise zero.
  var projectedWidth = 0
  /// No more bytes of a cell than these are kept.
  var longestKept = Int.max

  // The row that is being read.
  var fieldCount = 0
  var rowStart = 0
  var cellStart = 0
  /// Cells that are not blank; counted no further than two.
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
      let cellEnds = malloc(cellCapacity * MemoryLayout<Int>.stride)
    else { return nil }
    self.bytes = bytes.assumingMemoryBound(to: UInt8.self)
    self.cellEnds = cellEnds.assumingMemoryBound(to: Int.self)
  }

  mutating func deallocate() {
    free(bytes)
    free(cellEnds)
    kept?.deallocate()
  }

  var isBlank: Bool { nonBlankCount == 0 }
  var isFooter: Bool { beginsLikeFooter && nonBlankCount == 1 }

  /// Passes over fields that are not kept and that libcsv does not see.
  @inline(__always)
  mutating func skipFields(upTo index: Int) { fieldCount = index }

  /// Notes that the row is known to be neither blank nor a footer.
  @inline(__always)
  mutating func noteOrdinaryRow() { nonBlankCount = 2 }

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
    let start = index == 0 ? rowStart : cellEnds[number - 1]
    return UnsafeBufferPointer(start: bytes + start, count: cellEnds[number] - start)
  }

  var keptCellsOfRow: Int { cellCount - cellStart }

  /// Takes in a field. Called once a field of every file: no allocation, nothing retained.
  @inline(__always)
  mutating func add(_ cell: UnsafePointer<UInt8>, _ length: Int) {
    let index = fieldCount
    fieldCount &+= 1
    if nonBlankCount < 2, length > 0 { look(at: cell, length, index) }
    if length > RowCollector.byteLimit { fieldTooLong = true }
    guard index < RowCollector.fieldLimit else { return }
    if let kept, !kept[index] { return }
    let count = min(length, longestKept)
    if capacity - used < count || cellCapacity == cellCount {
      guard grow(for: count) else { return }
    }
    memcpy(bytes + used, cell, count)
    used &+= count
    cellEnds[cellCount] = used
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

  private mutating func grow(for count: Int) -> Bool {
    while capacity - used < count { capacity *= 2 }
    if cellCount == cellCapacity { cellCapacity *= 2 }
    let cellBytes = cellCapacity * MemoryLayout<Int>.stride
    guard let moved = realloc(bytes, capacity) else {
      outOfMemory = true
      return false
    }
    bytes = moved.assumingMemoryBound(to: UInt8.self)
    guard let movedEnds = realloc(cellEnds, cellBytes) else {
      outOfMemory = true
      return false
    }
    cellEnds = movedEnds.assumingMemoryBound(to: Int.self)
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
