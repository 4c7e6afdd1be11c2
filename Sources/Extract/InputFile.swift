import Campus
import Glibc

/// A file of the input folder by its name and path; nothing is opened yet.
package struct InputFile: Hashable, Sendable {
  /// The name without a folder, for messages.
  package let name: String
  /// The path as the bytes that the system knows it by, ended by a zero.
  private let path: [CChar]

  package init(path: String) {
    self.path = Array(path.utf8CString)
    name = path.split(separator: "/").last.map(String.init) ?? path
  }

  init(folder: String, nameBytes: [UInt8]) {
    name = String(decoding: nameBytes, as: UTF8.self)
    path = (Array(folder.utf8) + [UInt8(ascii: "/")] + nameBytes + [0]).map(CChar.init(bitPattern:))
  }

  /// Whether the name stands for a regular file now. A symbolic link is none, wherever it leads.
  var isRegular: Bool {
    var status = stat()
    return path.withUnsafeBufferPointer {
      $0.baseAddress.map { lstat($0, &status) == 0 } ?? false
    } && status.st_mode & S_IFMT == S_IFREG
  }

  /// When the file was last written, in seconds since 1 January 1970; nil when it cannot be known.
  package var modificationTime: Int? {
    var status = stat()
    let found = path.withUnsafeBufferPointer {
      $0.baseAddress.map { lstat($0, &status) == 0 } ?? false
    }
    return found ? Int(status.st_mtim.tv_sec) : nil
  }

  /// The size that the name's file has now; 0 when there is none.
  package var size: Int {
    var status = stat()
    return path.withUnsafeBufferPointer {
      $0.baseAddress.map { lstat($0, &status) == 0 } ?? false
    } ? Int(status.st_size) : 0
  }

  /// The SHA-256 of the bytes on disk in lower-case hexadecimal digits; nil when the name does not
  /// stand for a regular file. Throws `Failure(.readOrWriteFailed)`.
  package func checksum() throws -> String? {
    guard case .open(let opened) = try open() else { return nil }
    return try opened.checksum()
  }

  enum Opening {
    case open(OpenedFile)
    case refused(Problem)
  }

  /// Opens a regular file and nothing else: pipes, devices and links are not even opened.
  func open() throws -> Opening {
    guard isRegular else {
      return .refused(access() == ENOENT ? .changedWhileRead : .notARegularFile)
    }
    let descriptor = path.withUnsafeBufferPointer { path -> Int32 in
      guard let path = path.baseAddress else { return -1 }
      return Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    }
    let cause = errno
    guard descriptor >= 0 else {
      switch cause {
      case ENOENT: return .refused(.changedWhileRead)
      case ELOOP: return .refused(.notARegularFile)
      default: throw failure(cause)
      }
    }
    let opened = try OpenedFile(descriptor: descriptor, file: self)
    return opened.isRegular ? .open(opened) : .refused(.notARegularFile)
  }

  /// Throws `Failure(.inputMissing)` when there is nothing under this name.
  func requireToExist() throws {
    let cause = access()
    if cause == ENOENT || cause == ENOTDIR {
      throw Failure(.inputMissing, "\(shownPath): \(SystemError.text(cause))")
    }
  }

  private func access() -> Int32 {
    var status = stat()
    return path.withUnsafeBufferPointer {
      $0.baseAddress.map { lstat($0, &status) == 0 ? 0 : errno } ?? EINVAL
    }
  }

  func failure(_ cause: Int32) -> Failure {
    Failure(.readOrWriteFailed, "\(shownPath): \(SystemError.text(cause))")
  }

  private var shownPath: String {
    String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

/// The system's words for an `errno`.
enum SystemError {
  static func text(_ cause: Int32) -> String {
    strerror(cause).map { String(cString: $0) } ?? "error \(cause)"
  }
}
