import Campus
import Glibc

/// A temporary file without a name, for a library that writes only to a path: nobody else can open
/// it, and it is gone when the program ends, however it ends.
struct UnnamedFile: ~Copyable {
  private let file: UnsafeMutablePointer<FILE>

  init() throws(Failure) {
    guard let file = tmpfile() else { throw UnnamedFile.failure() }
    // It is opened again by its path, which a umask may have taken from its owner.
    guard fchmod(fileno(file), 0o600) == 0 else {
      let failure = UnnamedFile.failure()
      fclose(file)
      throw failure
    }
    self.file = file
  }

  deinit { fclose(file) }

  var path: String { "/proc/self/fd/\(fileno(file))" }

  func bytes() throws(Failure) -> [UInt8] {
    let descriptor = fileno(file)
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
      "cannot use a temporary file: \(String(cString: strerror(errno)))",
      help: "is the folder for temporary files full or read-only?")
  }
}
