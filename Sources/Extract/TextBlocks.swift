/// A file's text as blocks of UTF-8, a character never cut in two unless the file is UTF-8 itself,
/// whose bytes pass through as they are.
struct TextBlocks: ~Copyable {
  private let opened: OpenedFile
  private let codec: TextCodec
  private let end: Int
  private var offset: Int
  private var carried = 0
  private let input: UnsafeMutablePointer<UInt8>
  private let output: UnsafeMutablePointer<UInt8>?

  /// The blocks of a text, or of a range of it that begins and ends between two characters.
  init(_ opened: OpenedFile, _ extent: TextExtent, _ range: Range<Int>? = nil) throws {
    codec = try TextCodec(extent.encoding)
    self.opened = opened
    let range = range ?? extent.range
    offset = range.lowerBound
    end = range.upperBound
    let capacity = min(OpenedFile.blockSize, range.count) + TextCodec.longestCharacter
    input = .allocate(capacity: capacity)
    // Two bytes become three at most.
    if case .utf8 = codec {
      output = nil
    } else {
      output = .allocate(capacity: capacity * 3 / 2 + 4)
    }
  }

  deinit {
    input.deallocate()
    output?.deallocate()
  }

  /// The next block, good until the next call; nil at the end. Throws
  /// `Failure(.readOrWriteFailed)`.
  mutating func next() throws -> UnsafeBufferPointer<UInt8>? {
    while offset < end {
      let count = try opened.read(
        at: offset, into: input + carried, count: min(OpenedFile.blockSize, end - offset))
      guard count > 0 else { return nil }
      offset += count
      let have = UnsafeBufferPointer(start: input, count: carried + count)
      guard let output else { return have }
      let step: (read: Int, written: Int)
      switch codec {
      case .utf8: return have
      case .cp950(let text): step = text.decode(have, to: output)
      case .utf16(let text): step = text.decode(have, to: output)
      }
      carried = have.count - step.read
      // More than a character left over: the file has changed since it was surveyed. The caller
      // finds that out at the end and refuses the file.
      guard carried < TextCodec.longestCharacter else { return nil }
      input.update(from: input + step.read, count: carried)
      if step.written > 0 { return UnsafeBufferPointer(start: output, count: step.written) }
    }
    return nil
  }
}
