import CLibzip

/// What an entry of a ZIP archive holds.
protocol ZipContent {
  var length: Int { get }
  /// Gives the content piece by piece, as often as it is asked for; nil at its end.
  func pieces() -> () -> [UInt8]?
}

extension [UInt8]: ZipContent {
  var length: Int { count }

  func pieces() -> () -> [UInt8]? {
    var rest: [UInt8]? = self
    return {
      defer { rest = nil }
      return rest
    }
  }
}

/// A content as libzip reads it, while it writes the archive.
final class ZipContentReader {
  private let content: any ZipContent
  private var next: () -> [UInt8]? = { nil }
  private var piece: [UInt8] = []
  private var offset = 0

  init(_ content: any ZipContent) { self.content = content }

  /// A source that keeps the reader until libzip frees it.
  func source(_ error: inout zip_error_t) -> OpaquePointer? {
    let reader = Unmanaged.passRetained(self)
    let source = zip_source_function_create(
      { reader, data, length, command in
        guard let reader else { return -1 }
        let owner = Unmanaged<ZipContentReader>.fromOpaque(reader)
        if command == ZIP_SOURCE_FREE {
          owner.release()
          return 0
        }
        return owner.takeUnretainedValue().answer(command, data, Int(length))
      }, reader.toOpaque(), &error)
    if source == nil { reader.release() }
    return source
  }

  private func answer(_ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ length: Int)
    -> zip_int64_t
  {
    switch command {
    case ZIP_SOURCE_SUPPORTS:
      return [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
        ZIP_SOURCE_FREE,
      ].reduce(0) { $0 | 1 << zip_int64_t($1.rawValue) }
    case ZIP_SOURCE_OPEN:
      next = content.pieces()
      piece = []
      offset = 0
      return 0
    case ZIP_SOURCE_READ: return data.map { read(length, to: $0) } ?? -1
    case ZIP_SOURCE_CLOSE: return 0
    case ZIP_SOURCE_STAT:
      guard let data else { return -1 }
      var status = zip_stat_t()
      zip_stat_init(&status)
      status.size = zip_uint64_t(content.length)
      status.valid |= zip_uint64_t(ZIP_STAT_SIZE)
      data.storeBytes(of: status, as: zip_stat_t.self)
      return zip_int64_t(MemoryLayout<zip_stat_t>.size)
    default:
      // Making a content cannot fail, so there is never an error to tell of.
      return -1
    }
  }

  private func read(_ length: Int, to data: UnsafeMutableRawPointer) -> zip_int64_t {
    var filled = 0
    while filled < length {
      if offset == piece.count {
        guard let more = next() else { break }
        piece = more
        offset = 0
      }
      let count = min(length - filled, piece.count - offset)
      piece.withUnsafeBytes { bytes in
        if let base = bytes.baseAddress {
          (data + filled).copyMemory(from: base + offset, byteCount: count)
        }
      }
      offset += count
      filled += count
    }
    return zip_int64_t(filled)
  }
}
