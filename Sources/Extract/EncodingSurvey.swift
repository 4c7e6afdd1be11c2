import Campus
import Definitions

/// Finds a file's encoding before anything is parsed, and if it is asked to also its SHA-256, in one
/// reading for UTF-8 and two for anything else.
///
/// The order is fixed (sources.md, section 1): byte order mark, valid UTF-8, valid CP950. Automatic
/// detectors are wrong on real headers. What follows the footer decides nothing: a file of which
/// only the footer holds invalid bytes has the encoding in which the footer lies before them.
struct EncodingSurvey {
  let opened: OpenedFile
  /// The contract's encoding, if it fixes one.
  let fixed: SourceContract.Encoding?
  /// Whether a table read from this text alone comes to its footer.
  let endsInFooter: (TextExtent) throws -> Bool

  struct Result {
    /// Nil when it was not asked for.
    let sha256: String?
    let text: Text
  }

  enum Text {
    case known(TextExtent)
    /// No encoding fits; the offset of the first byte that fits neither.
    case unknown(offset: Int)
  }

  func run(withChecksum: Bool) throws -> Result {
    let mark = try byteOrderMark()
    if let fixed, let mark, mark.encoding != fixed {
      // The file itself says that it is not what the contract says.
      return Result(
        sha256: withChecksum ? try opened.checksum() : nil, text: .unknown(offset: 0))
    }
    let first = fixed ?? mark?.encoding ?? .utf8
    let skipped = mark?.length ?? 0
    var sha256: String?
    let extent: TextExtent
    if withChecksum {
      var checksum = Checksum()
      extent = try self.extent(first, from: skipped) { checksum.add($0) }
      sha256 = checksum.digits()
    } else {
      extent = try self.extent(first, from: skipped)
    }
    guard fixed == nil, mark == nil, !extent.isWhole else {
      return Result(sha256: sha256, text: .known(extent))
    }
    if try endsInFooter(extent) { return Result(sha256: sha256, text: .known(extent)) }
    let other = try self.extent(.cp950, from: 0)
    if try other.isWhole || endsInFooter(other) {
      return Result(sha256: sha256, text: .known(other))
    }
    let offset = max(extent.range.upperBound, other.range.upperBound)
    return Result(sha256: sha256, text: .unknown(offset: offset))
  }

  /// The physical line on which an offset of a file in an ASCII-compatible encoding lies.
  func line(at offset: Int) throws -> Int {
    var line = 1
    var previous: UInt8 = 0
    try opened.forEachBlock(in: 0..<offset) { block in
      for byte in block {
        if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { line += 1 }
        previous = byte
      }
    }
    return line
  }

  private func byteOrderMark() throws -> (encoding: SourceContract.Encoding, length: Int)? {
    var bytes: [UInt8] = [0, 0, 0]
    let count = try bytes.withUnsafeMutableBufferPointer { buffer in
      try buffer.baseAddress.map { try opened.read(at: 0, into: $0, count: 3) } ?? 0
    }
    let start = bytes.prefix(count)
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if start.starts(with: [0xFF, 0xFE]) { return (.utf16le, 2) }
    if start.starts(with: [0xFE, 0xFF]) { return (.utf16be, 2) }
    return nil
  }

  /// Reads the file as one encoding up to the first invalid byte; on to the end, if every byte is
  /// to be seen.
  private func extent(
    _ encoding: SourceContract.Encoding, from start: Int,
    seeing: ((UnsafeBufferPointer<UInt8>) -> Void)? = nil
  ) throws -> TextExtent {
    let codec = try TextCodec(encoding)
    let capacity = OpenedFile.blockSize + TextCodec.longestCharacter
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    defer { buffer.deallocate() }
    var offset = seeing == nil ? start : 0
    var skipped = seeing == nil ? 0 : start
    var carried = 0
    var end: Int?
    while offset < opened.size, end == nil || seeing != nil {
      let count = try opened.read(
        at: offset, into: buffer + carried, count: min(OpenedFile.blockSize, opened.size - offset))
      guard count > 0 else { break }
      seeing?(UnsafeBufferPointer(start: buffer + carried, count: count))
      if end == nil {
        let have = carried + count
        let text = UnsafeBufferPointer(start: buffer + skipped, count: have - skipped)
        let valid = skipped + codec.validLength(text)
        skipped = 0
        if have - valid >= TextCodec.longestCharacter {
          end = offset - carried + valid
        } else {
          buffer.update(from: buffer + valid, count: have - valid)
          carried = have - valid
        }
      }
      offset += count
    }
    let stop = end ?? (offset - carried)
    return TextExtent(
      encoding: encoding, hasByteOrderMark: start > 0, range: min(start, stop)..<stop,
      isWhole: stop == opened.size)
  }
}
