import CLibzip
import Campus

/// A content as it stands in a ZIP archive, compressed or as it is, for libzip to read when it writes
/// the archive.
final class ZipEntrySource {
  private let method: Int32
  private let bytes: [UInt8]
  /// Of the content.
  private let length: Int
  private let checksum: UInt32
  private var offset = 0

  /// Compresses the content; nothing else of a long one is kept.
  init(deflating content: any ZipContent) {
    var deflation = Deflation(.none)
    var length = 0
    var checksum = CRC32()
    content.forEachPiece { piece in
      length += piece.count
      checksum.append(piece)
      deflation.append(piece)
    }
    method = Int32(ZIP_CM_DEFLATE)
    bytes = deflation.finished()
    self.length = length
    self.checksum = checksum.value
  }

  init(storing content: any ZipContent) {
    var bytes: [UInt8] = []
    var checksum = CRC32()
    content.forEachPiece { piece in
      bytes += piece
      checksum.append(piece)
    }
    method = Int32(ZIP_CM_STORE)
    self.bytes = bytes
    length = bytes.count
    self.checksum = checksum.value
  }

  /// A source that keeps this until libzip frees it.
  func source(_ error: inout zip_error_t) -> OpaquePointer? {
    let reference = Unmanaged.passRetained(self)
    let source = zip_source_function_create(
      { reference, data, length, command in
        guard let reference else { return -1 }
        let owner = Unmanaged<ZipEntrySource>.fromOpaque(reference)
        if command == ZIP_SOURCE_FREE {
          owner.release()
          return 0
        }
        return owner.takeUnretainedValue().answer(command, data, Int(length))
      }, reference.toOpaque(), &error)
    if source == nil { reference.release() }
    return source
  }

  private func answer(_ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ count: Int)
    -> zip_int64_t
  {
    switch command {
    case ZIP_SOURCE_SUPPORTS:
      return [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
        ZIP_SOURCE_FREE,
      ].reduce(0) { $0 | 1 << zip_int64_t($1.rawValue) }
    case ZIP_SOURCE_OPEN:
      offset = 0
      return 0
    case ZIP_SOURCE_READ: return data.map { read(count, to: $0) } ?? -1
    case ZIP_SOURCE_CLOSE: return 0
    case ZIP_SOURCE_STAT:
      guard let data else { return -1 }
      data.storeBytes(of: status, as: zip_stat_t.self)
      return zip_int64_t(MemoryLayout<zip_stat_t>.size)
    default:
      // The bytes are there, so there is never an error to tell of.
      return -1
    }
  }

  /// That the bytes are compressed already makes libzip take them over as they are.
  private var status: zip_stat_t {
    var status = zip_stat_t()
    zip_stat_init(&status)
    status.size = zip_uint64_t(length)
    status.comp_size = zip_uint64_t(bytes.count)
    status.comp_method = zip_uint16_t(method)
    status.crc = checksum
    status.valid |= zip_uint64_t(
      ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC)
    return status
  }

  private func read(_ count: Int, to data: UnsafeMutableRawPointer) -> zip_int64_t {
    let part = bytes[offset..<min(bytes.count, offset + count)]
    part.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { data.copyMemory(from: base, byteCount: bytes.count) }
    }
    offset = part.endIndex
    return zip_int64_t(part.count)
  }
}
