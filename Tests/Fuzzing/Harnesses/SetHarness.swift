import Campus

@testable import Transform

extension Harness {
  /// Makes a reader of a list's sets; items of an open list may be unknown.
  typealias SetReaderMaker = @Sendable (CodeList, _ isOpen: Bool, _ slash: Bool) -> SetReading
  typealias SetReading = (Bytes) -> SetReader.Items?

  /// A set is the same however it is separated, in whatever order, and the second time: a cell that
  /// NFKC leaves alone takes a way of its own, and a spelling seen before another.
  static func sets(read maker: @escaping SetReaderMaker = setReader) -> Harness {
    Harness(name: "sets") { bytes in
      // A cell is valid UTF-8 whenever Extract has read it; others must only not trap.
      let cell = String(validating: bytes, as: UTF8.self)
      for (isOpen, slash) in [(false, false), (false, true), (true, false), (true, true)] {
        let read = maker(indexDatabases, isOpen, slash)
        let items = read(bytes)
        try same(items, read(bytes), "the second reading of \(String(describing: cell))")
        guard let cell else { continue }
        for end in [";", "；", "\n", " ，-"] {
          try same(items, (cell + end).withBytes(read), (cell + end).debugDescription)
        }
        guard let items, !items.isMissing else { continue }
        let written = items.members.map { indexDatabases.entries[Int($0)].code } + items.written
        for text in [written.joined(separator: "、"), written.reversed().joined(separator: " | ")] {
          try same(items, text.withBytes(read), text.debugDescription)
        }
      }
    }
  }

  static let setReader: SetReaderMaker = { list, isOpen, slash in
    var reader = SetReader(list: list, isOpen: isOpen, slashSeparates: slash)
    return { reader.read($0) }
  }

  private static func same(
    _ items: SetReader.Items?, _ others: SetReader.Items?, _ of: @autoclosure () -> String
  ) throws {
    let isSame =
      items?.members == others?.members && items?.unknown == others?.unknown
      && items?.isMissing == others?.isMissing
    try expect(
      isSame, "\(of()) is read as \(String(describing: others)), not \(String(describing: items))")
  }

  private static let indexDatabases: CodeList = {
    let words = [["SCIE", "SCI"], ["AHCI", "A&HCI"], ["other", "O", "其他", "台灣"]]
    return CodeList(
      name: "index_database",
      entries: words.map { CodeList.Entry(code: $0[0], label: $0[0], english: $0[0]) },
      words: FoldedWords(
        words.enumerated().flatMap { index, words in
          words.map { (CodeList.key($0, droppingLeadingZeros: false), index) }
        }))
  }()
}
