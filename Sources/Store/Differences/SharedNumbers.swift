import Campus

/// Two columns under one numbering, so that their values are compared as numbers.
struct SharedNumbers {
  private let old: WordColumn
  private let new: WordColumn
  /// For each word of a column its number among the words of both; empty when they are the same.
  private let oldMap: [Int32]
  private let newMap: [Int32]
  /// How many numbers there are.
  let count: Int

  init(_ old: WordColumn, _ new: WordColumn) {
    self.old = old
    self.new = new
    if old.ends == new.ends, old.bytes == new.bytes {
      oldMap = []
      newMap = []
      count = old.wordCount
      return
    }
    var pool = BytePool()
    func numbers(_ column: WordColumn) -> [Int32] {
      column.bytes.withUnsafeBufferPointer { bytes in
        (0..<Int32(column.wordCount)).map {
          pool.intern(UnsafeBufferPointer(rebasing: bytes[column.range(ofWord: $0)]))
        }
      }
    }
    oldMap = numbers(old)
    newMap = numbers(new)
    count = pool.count
  }

  func old(_ row: Int) -> Int32 { SharedNumbers.number(old.numbers[row], oldMap) }
  func new(_ row: Int) -> Int32 { SharedNumbers.number(new.numbers[row], newMap) }

  private static func number(_ word: Int32, _ map: [Int32]) -> Int32 {
    word == WordColumn.missing || map.isEmpty ? word : map[Int(word)]
  }
}

/// Rows of two runs grouped by what they count for.
struct KeyGroups {
  /// For each key its rows, from `starts[key]` to `starts[key + 1]`.
  struct Side {
    fileprivate(set) var starts: [Int32]
    fileprivate(set) var rows: [Int32]

    func rows(of key: Int) -> ArraySlice<Int32> {
      rows[Int(starts[key])..<Int(starts[key + 1])]
    }
  }

  let old: Side
  let new: Side
  let count: Int

  /// - Parameter columns: the columns of the key; a missing part is a value like any other.
  init(_ columns: [SharedNumbers], oldRows: Int, newRows: Int) {
    var oldKeys = [Int32](repeating: 0, count: oldRows)
    var newKeys = [Int32](repeating: 0, count: newRows)
    var count = 1
    for column in columns {
      // Pairs of the key so far and the next part are numbered as they are seen.
      var known: [UInt64: Int32] = [:]
      known.reserveCapacity(column.count + 1)
      func number(_ key: Int32, _ part: Int32) -> Int32 {
        let pair = UInt64(UInt32(bitPattern: key)) << 32 | UInt64(UInt32(bitPattern: part))
        if let number = known[pair] { return number }
        let number = Int32(known.count)
        known[pair] = number
        return number
      }
      if columns.count == 1 {
        for row in 0..<oldRows { oldKeys[row] = column.old(row) + 1 }
        for row in 0..<newRows { newKeys[row] = column.new(row) + 1 }
        count = column.count + 1
      } else {
        for row in 0..<oldRows { oldKeys[row] = number(oldKeys[row], column.old(row)) }
        for row in 0..<newRows { newKeys[row] = number(newKeys[row], column.new(row)) }
        count = known.count
      }
    }
    self.count = count
    old = KeyGroups.side(oldKeys, count)
    new = KeyGroups.side(newKeys, count)
  }

  private static func side(_ keys: [Int32], _ count: Int) -> Side {
    var starts = [Int32](repeating: 0, count: count + 1)
    for key in keys { starts[Int(key) + 1] += 1 }
    for key in 0..<count { starts[key + 1] += starts[key] }
    var next = starts
    var rows = [Int32](repeating: 0, count: keys.count)
    for (row, key) in keys.enumerated() {
      rows[Int(next[Int(key)])] = Int32(row)
      next[Int(key)] += 1
    }
    return Side(starts: starts, rows: rows)
  }
}
