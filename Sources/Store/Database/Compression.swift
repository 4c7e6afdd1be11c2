import CZlib
import Campus

/// Compresses and expands packed columns: the one door to zlib. Its tables are made once, as most
/// columns are far smaller than they.
final class Compression {
  private var stream = z_stream()

  init() throws {
    // Level 1: what compresses well does so at once.
    guard
      deflateInit_(&stream, 1, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw Compression.failure("no memory") }
  }

  deinit { deflateEnd(&stream) }

  func compressed(_ bytes: [UInt8]) throws -> [UInt8] {
    guard deflateReset(&stream) == Z_OK else { throw Compression.failure("no fresh start") }
    let bound = Int(deflateBound(&stream, uLong(bytes.count)))
    guard let size = uInt(exactly: bytes.count), let room = uInt(exactly: bound) else {
      throw Compression.failure("\(bytes.count) bytes")
    }
    var input = bytes
    return try input.withUnsafeMutableBufferPointer { input in
      try [UInt8](unsafeUninitializedCapacity: bound) { output, count in
        stream.next_in = input.baseAddress
        stream.avail_in = size
        stream.next_out = output.baseAddress
        stream.avail_out = room
        guard deflate(&stream, Z_FINISH) == Z_STREAM_END else {
          throw Compression.failure("no end")
        }
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
