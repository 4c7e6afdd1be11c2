import Campus
import Glibc

/// A regular file held open while it is read, and what it looked like at first.
///
/// Bytes are read at offsets and never mapped: a mapped file that shrinks would end the process.
final class OpenedFile: Sendable {
  static let blockSize = 256 * 1024

  private let descriptor: Int32
  private let file: InputFile
  private let first: Appearance

  /// What changes when a file is written, truncated, replaced or removed.
  private struct Appearance: Equatable, Sendable {
    let device, inode, size, links: Int64
    let modified, changed: Int64
    let mode: mode_t

    init?(descriptor: Int32) {
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { return nil }
      func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
      }
      device = Int64(truncatingIfNeeded: status.st_dev)
      inode = Int64(truncatingIfNeeded: status.st_ino)
      size = Int64(status.st_size)
      links = Int64(truncatingIfNeeded: status.st_nlink)
      modified = nanoseconds(status.st_mtim)
      changed = nanoseconds(status.st_ctim)
      mode = status.st_mode
    }
  }

  init(descriptor: Int32, file: InputFile) throws {
    guard let first = Appearance(descriptor: descriptor) else {
      let cause = errno
      close(descriptor)
      throw file.failure(cause)
    }
    self.descriptor = descriptor
    self.file = file
    self.first = first
  }

  deinit {
    close(descriptor)
  }

  var isRegular: Bool { first.mode & S_IFMT == S_IFREG }

  /// The size when the file was opened; nothing beyond it is read.
  var size: Int { Int(first.size) }

  /// Whether the file is no longer what it was when it was opened.
  func hasChanged() throws -> Bool {
    guard let now = Appearance(descriptor: descriptor) else { throw file.failure(errno) }
    return now != first
  }

  /// Reads up to `count` bytes; fewer only at the end of a file that was cut short meanwhile.
  func read(at offset: Int, into buffer: UnsafeMutablePointer<UInt8>, count: Int) throws -> Int {
    var total = 0
    while total < count {
      let got = pread(descriptor, buffer + total, count - total, off_t(offset + total))
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        throw file.failure(errno)
      }
      total += got
    }
    return total
  }

  /// The SHA-256 of the whole file.
  func checksum() throws -> String {
    var checksum = Checksum()
    // Blocks that stay in the processor's cache between reading and summing.
    try forEachBlock(in: 0..<size, size: 64 * 1024) { block in
      checksum.add(block)
      return true
    }
    return checksum.digits()
  }

  /// Calls the closure with the bytes of a range, block by block.
  func forEachBlock(
    in range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    try forEachBlock(in: range, size: OpenedFile.blockSize) { block in
      try body(block)
      return true
    }
  }

  /// Calls the closure with the bytes of a range in blocks of some size until it returns false.
  func forEachBlock(
    in range: Range<Int>, size: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Bool
  ) throws {
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    defer { buffer.deallocate() }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let count = try read(at: offset, into: buffer, count: min(size, range.upperBound - offset))
      guard count > 0, try body(UnsafeBufferPointer(start: buffer, count: count)) else { return }
      offset += count
    }
  }
}
