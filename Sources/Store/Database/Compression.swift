import CZlib
import Campus

/// Compresses and expands packed columns: the one door to zlib.
enum Compression {
  /// What compresses well does so at once.
  private static let level: Int32 = 1

  /// - Parameter plainStart: from where on no sequence comes twice, except runs of one byte: a search
  ///   for more would take most of the time.
  static func compressed(_ bytes: [UInt8], plainStart: Int) throws -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard deflateInit_(&stream, level, ZLIB_VERSION, size) == Z_OK else {
      throw failure("no memory")
    }
    defer { deflateEnd(&stream) }
    // The change in between ends a block.
    let bound = Int(deflateBound(&stream, uLong(bytes.count))) + 64
    guard let head = uInt(exactly: plainStart), let tail = uInt(exactly: bytes.count - plainStart),
      let room = uInt(exactly: bound)
    else { throw failure("\(bytes.count) bytes") }
    var input = bytes
    return try input.withUnsafeMutableBufferPointer { input in
      try [UInt8](unsafeUninitializedCapacity: bound) { output, count in
        stream.next_in = input.baseAddress
        stream.next_out = output.baseAddress
        stream.avail_out = room
        for (length, strategy) in [(head, Z_DEFAULT_STRATEGY), (tail, Z_RLE)] {
          guard deflateParams(&stream, level, strategy) == Z_OK else {
            throw failure("no change of strategy")
          }
          stream.avail_in = length
          guard deflate(&stream, Z_NO_FLUSH) == Z_OK || length == 0 else {
            throw failure("no progress")
          }
        }
        guard deflate(&stream, Z_FINISH) == Z_STREAM_END else { throw failure("no end") }
        count = bound - Int(stream.avail_out)
      }
    }
  }

  /// Nil when the bytes do not give exactly that many.
  static func expanded(_ bytes: [UInt8], size: Int) -> [UInt8]? {
    var length = uLong(size)
    var output = [UInt8](repeating: 0, count: max(size, 1))
    guard uncompress(&output, &length, bytes, uLong(bytes.count)) == Z_OK, Int(length) == size
    else { return nil }
    output.removeLast(output.count - size)
    return output
  }

  private static func failure(_ reason: String) -> Failure {
    Failure(.readOrWriteFailed, "cannot compress a column of decisions: \(reason)")
  }
}
