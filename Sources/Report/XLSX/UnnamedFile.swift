import Campus
import Glibc

/// A temporary file without a name, for a library that writes only to a path: nobody else can open
/// it, and it is gone when the program ends, however it ends.
struct UnnamedFile: ~Copyable {
  private let descriptor: Int32

  init() throws(Failure) {
    var template = Array((PrivateFolder.usualParent + "/campus-kpi-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw UnnamedFile.failure() }
    unlink(template)
    // The umask may have taken away what opening it by its number needs.
    guard fchmod(descriptor, 0o600) == 0, fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else {
      throw UnnamedFile.failure()
    }
  }

  deinit { close(descriptor) }

  var path: String { "/proc/self/fd/\(descriptor)" }

  func bytes() throws(Failure) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw UnnamedFile.failure() }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset, offset)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw UnnamedFile.failure() }
      offset += count
    }
    return bytes
  }

  private static func failure() -> Failure {
    Failure(
      .readOrWriteFailed,
      "cannot use a temporary file in \(PrivateFolder.usualParent): "
        + String(cString: strerror(errno)),
      help: "the folder must be writable and have room; TMPDIR names another one")
  }
}
