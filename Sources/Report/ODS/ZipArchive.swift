import CLibzip
import Campus
import Glibc

/// Writes and reads ZIP archives in memory: with `ZipEntrySource` the one door to libzip.
enum ZipArchive {
  struct Entry {
    let name: String
    let content: any ZipContent
    /// Stored as it is; an ODF package begins with its media type so that it can be recognised.
    let isStored: Bool

    init(name: String, _ content: any ZipContent, isStored: Bool = false) {
      self.name = name
      self.content = content
      self.isStored = isStored
    }
  }

  /// 1980-01-01 00:00, the first day ZIP knows: no clock stands in a report.
  private static let firstDay: UInt16 = 1 << 5 | 1

  /// The archive of the entries in their order, the same bytes for the same entries.
  static func bytes(_ entries: [Entry]) throws(Failure) -> [UInt8] {
    var error = zip_error_t()
    guard let source = zip_source_buffer_create(nil, 0, 0, &error) else {
      throw failure(&error)
    }
    defer { zip_source_free(source) }
    guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, &error) else {
      throw failure(&error)
    }
    // The archive takes one reference with it, and the bytes are read after it is closed.
    zip_source_keep(source)
    do throws(Failure) {
      for entry in entries { try add(entry, to: archive) }
    } catch {
      zip_discard(archive)
      throw error
    }
    guard zip_close(archive) == 0 else {
      let error = failure(zip_get_error(archive))
      zip_discard(archive)
      throw error
    }
    return try contents(of: source)
  }

  private static func add(_ entry: Entry, to archive: OpaquePointer) throws(Failure) {
    var error = zip_error_t()
    let content =
      entry.isStored
      ? ZipEntrySource(storing: entry.content) : ZipEntrySource(deflating: entry.content)
    guard let source = content.source(&error) else { throw failure(&error) }
    let index = zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw failure(zip_get_error(archive))
    }
    let position = zip_uint64_t(index)
    // What is stored would be compressed unless libzip is told.
    let isReady =
      !entry.isStored || zip_set_file_compression(archive, position, Int32(ZIP_CM_STORE), 0) == 0
    guard isReady, zip_file_set_dostime(archive, position, 0, firstDay, 0) == 0 else {
      throw failure(zip_get_error(archive))
    }
  }

  private static func contents(of source: OpaquePointer) throws(Failure) -> [UInt8] {
    guard zip_source_open(source) == 0 else { throw failure(zip_source_error(source)) }
    defer { zip_source_close(source) }
    var status = zip_stat_t()
    guard zip_source_stat(source, &status) == 0 else { throw failure(zip_source_error(source)) }
    var bytes = [UInt8](repeating: 0, count: Int(status.size))
    let count = zip_source_read(source, &bytes, status.size)
    guard count == Int64(bytes.count) else { throw failure(zip_source_error(source)) }
    return bytes
  }

  /// Hands over the entries of an archive one after another, as long as `take` says so.
  ///
  /// - Returns: whether the archive could be read to its end and every entry was taken.
  static func forEachEntry(
    of bytes: [UInt8], take: (_ name: String, [UInt8]) -> Bool
  ) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var error = zip_error_t()
      guard
        let source = zip_source_buffer_create(
          buffer.baseAddress, zip_uint64_t(buffer.count), 0, &error)
      else { return false }
      guard let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
        zip_source_free(source)
        return false
      }
      defer { zip_discard(archive) }
      for index in 0..<zip_uint64_t(max(0, zip_get_num_entries(archive, 0))) {
        guard let (name, content) = entry(index, of: archive), take(name, content) else {
          return false
        }
      }
      return true
    }
  }

  private static func entry(_ index: zip_uint64_t, of archive: OpaquePointer) -> (
    String, [UInt8]
  )? {
    var status = zip_stat_t()
    guard zip_stat_index(archive, index, 0, &status) == 0, let name = status.name,
      let file = zip_fopen_index(archive, index, 0)
    else { return nil }
    defer { zip_fclose(file) }
    var content = [UInt8](repeating: 0, count: Int(status.size))
    // Reading to the end is what makes libzip compare the checksum.
    guard zip_fread(file, &content, status.size) == Int64(content.count) else { return nil }
    return (String(cString: name), content)
  }

  private static func failure(_ error: UnsafeMutablePointer<zip_error_t>?) -> Failure {
    let reason = zip_error_strerror(error).map { String(cString: $0) } ?? "unknown error"
    return Failure(.readOrWriteFailed, "cannot write a workbook: \(reason)")
  }
}
