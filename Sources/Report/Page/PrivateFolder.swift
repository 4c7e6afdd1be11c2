import Campus
import Glibc

/// A folder for one piece of work, which only its owner can enter (0700).
struct PrivateFolder {
  let path: String

  /// Where temporary files go: `TMPDIR`, else `/tmp`.
  static var usualParent: String {
    let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return named.isEmpty ? "/tmp" : named
  }

  init(in parent: String) throws {
    var template = Array((parent + "/campus-kpi-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw PrivateFolder.failure(.outputCannotBeCreated, parent)
    }
    self.path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Writes a file that only its owner can read (0600).
  func write(_ text: String, to name: String) throws {
    let file = path + "/" + name
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw PrivateFolder.failure(.outputCannotBeCreated, file) }
    defer { close(descriptor) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw PrivateFolder.failure(.readOrWriteFailed, file) }
      rest = rest.dropFirst(written)
    }
  }

  /// The bytes of a file; nil when there is none.
  func read(_ name: String) -> [UInt8]? {
    let descriptor = open(path + "/" + name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// Removes the folder and what is in it; symbolic links are removed, not followed.
  func remove() {
    PrivateFolder.remove(path)
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    var names: [String] = []
    if let stream = opendir(path) {
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
      }
      closedir(stream)
    }
    for name in names { remove(path + "/" + name) }
    rmdir(path)
  }

  private static func failure(_ status: ExitStatus, _ path: String) -> Failure {
    Failure(status, "\(path): \(String(cString: strerror(errno)))")
  }
}
