import Campus

/// The sets of a column whose list is open (institutions): what the list does not know is shown as
/// it is written, under an index behind those of the list.
struct OpenSets {
  /// Before each word: 0xFF is in no UTF-8, and as the last byte of an index in no list.
  static let mark: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]

  let content: TableColumn.Content

  /// - Parameter pool: the distinct sets as `SetColumnDecoder` writes them.
  init(pool: BytePool, list: CodeList) {
    let parts = (0..<Int32(pool.count)).map { pool.withBytes(of: $0, OpenSets.parts) }
    // In the order of the words, so that the order of the rows changes nothing.
    let words = Set(parts.flatMap(\.words)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let entries = list.entries + words.map { .init(code: $0, label: $0, english: $0) }
    let first = Int32(list.entries.count)
    let numbers = Dictionary(
      uniqueKeysWithValues: zip(words, first..<(first + Int32(words.count))))
    let sets = parts.map { part in part.members + part.words.compactMap { numbers[$0] }.sorted() }
    content = .sets(sets, CodeList(name: list.name, entries: entries, words: list.words))
  }

  private static func parts(_ bytes: UnsafeBufferPointer<UInt8>) -> (
    members: [Int32], words: [String]
  ) {
    var members: [Int32] = []
    var words: [String] = []
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    while offset + 4 <= raw.count, raw[offset + 3] != 0xFF {
      members.append(
        Int32(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: Int32.self)))
      offset += 4
    }
    while offset < raw.count {
      offset += mark.count
      let end = raw[offset...].firstIndex(of: 0xFF) ?? raw.count
      words.append(String(decoding: raw[offset..<end], as: UTF8.self))
      offset = end
    }
    return (members, words)
  }
}
