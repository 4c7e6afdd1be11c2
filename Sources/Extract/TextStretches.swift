import Definitions

/// Cuts a text after line feeds into stretches of about one size, each found without the others.
///
/// Whether a row begins there, nobody can tell from the place alone: the line feed may stand inside
/// quotes. The parser's state at the end of the stretch before does.
struct TextStretches: Sendable {
  let opened: OpenedFile
  let extent: TextExtent
  /// The size that a stretch is cut to; also how far a line feed is looked for.
  let size: Int

  var count: Int { max(1, (extent.range.count + size - 1) / size) }

  /// The bytes of a stretch; none when there is no line feed near its beginning, so that they belong
  /// to the stretch before.
  func range(_ index: Int) throws -> Range<Int> {
    let upper = extent.range.upperBound
    guard let start = try beginning(index) else { return upper..<upper }
    for next in (index + 1)..<max(index + 1, count) + 1 {
      if let end = try beginning(next) { return start..<max(start, end) }
    }
    return start..<upper
  }

  /// Where a stretch begins: after the first line feed within its nominal bytes; nil without one.
  private func beginning(_ index: Int) throws -> Int? {
    if index == 0 { return extent.range.lowerBound }
    if index >= count { return extent.range.upperBound }
    let start = extent.range.lowerBound + index * size
    let end = min(start + size, extent.range.upperBound)
    var found: Int?
    var offset = start
    try opened.forEachBlock(in: start..<end, size: 4096) { block in
      found = lineFeed(in: block).map { offset + $0 }
      offset += block.count
      return found == nil
    }
    return found
  }

  /// The offset after the first line feed; every size is even, so that units of UTF-16 stay whole.
  private func lineFeed(in block: UnsafeBufferPointer<UInt8>) -> Int? {
    switch extent.encoding {
    case .utf8, .cp950:
      return block.firstIndex(of: 0x0A).map { $0 + 1 }
    case .utf16le, .utf16be:
      let low = extent.encoding == .utf16le ? 0 : 1
      return stride(from: 0, to: block.count - 1, by: 2)
        .first { block[$0 + low] == 0x0A && block[$0 + 1 - low] == 0 }.map { $0 + 2 }
    }
  }
}
