import Extract
import Glibc

/// The one file of this process that bytes are written to for readers that take nothing else.
struct ScratchFile {
  let file: InputFile
  private let path: String

  /// The file holds the bytes until the next one is made.
  init(_ bytes: some Collection<UInt8>, name: String) throws {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    path = "\(folder)/campus-fuzz-\(getpid())-\(name)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    let bytes = Array(bytes)
    let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    try expect(written == bytes.count, "\(path) cannot be written")
    file = InputFile(path: path)
  }

  func remove() { unlink(path) }
}
