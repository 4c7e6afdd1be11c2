import Campus
import Glibc

/// An open folder: everything below it is reached from its descriptor, so that no path is resolved
/// twice. Whatever it creates is private: files 0600, folders 0700, whatever the umask.
final class Folder: Sendable {
  let path: String
  private let descriptor: Int32

  /// An existing folder.
  init(path: String) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure.read(path, errno) }
  }

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// A folder of this path with all the folders above it.
  static func make(path: String) throws -> Folder {
    var code = makePrivate(path)
    if code == ENOENT {
      let parent = FilePath.parent(path)
      guard parent != path, parent != "." else { throw FileFailure.create(path, ENOENT) }
      let above = try make(path: parent)
      code = makePrivate(path)
      try above.synchronise()
    }
    guard code == 0 || code == EEXIST else { throw FileFailure.create(path, code) }
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure.create(path, errno) }
    return Folder(path: path, descriptor: descriptor)
  }

  /// The error, or 0. The umask may have taken away what opening the folder needs.
  private static func makePrivate(_ path: String) -> Int32 {
    mkdir(path, 0o700) == 0 && chmod(path, 0o700) == 0 ? 0 : errno
  }

  /// A folder directly below; links are not followed.
  func folder(_ name: String) throws -> Folder {
    let inner = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard inner >= 0 else { throw FileFailure.read(path + "/" + name, errno) }
    return Folder(path: path + "/" + name, descriptor: inner)
  }

  /// A folder directly below, new or known.
  func makeFolder(_ name: String) throws -> Folder {
    guard mkdirat(descriptor, name, 0o700) == 0 else {
      guard errno == EEXIST else { throw FileFailure.create(path + "/" + name, errno) }
      return try folder(name)
    }
    // The umask may have taken away what opening the folder needs.
    guard fchmodat(descriptor, name, 0o700, 0) == 0 else {
      throw FileFailure.create(path + "/" + name, errno)
    }
    return try folder(name)
  }

  /// Writes a new file from the pieces that the closure hands over; `seal` brings it to the disk.
  func write(to name: String, _ make: (_ sink: ([UInt8]) throws -> Void) throws -> Void) throws {
    let place = path + "/" + name
    let file = openat(
      descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw FileFailure.create(place, errno) }
    defer { close(file) }
    guard fchmod(file, 0o600) == 0 else { throw FileFailure.create(place, errno) }
    try make { piece in
      try piece.withUnsafeBytes { bytes in
        var offset = 0
        while offset < bytes.count, let base = bytes.baseAddress {
          let count = Glibc.write(file, base + offset, bytes.count - offset)
          if count < 0, errno == EINTR { continue }
          guard count > 0 else { throw FileFailure.write(place, count == 0 ? ENOSPC : errno) }
          offset += count
        }
      }
    }
    // Not to be read again here: the disk may begin now, and `seal` has less to wait for.
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
  }

  /// The first bytes of a file; nil when there is none.
  func read(_ name: String, limit: Int) throws -> [UInt8]? {
    let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw FileFailure.read(path + "/" + name, errno)
    }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = Glibc.read(file, &bytes, limit)
    guard count >= 0 else { throw FileFailure.read(path + "/" + name, errno) }
    return Array(bytes[0..<count])
  }

  /// Makes everything below private and lasting, whoever wrote it: all files first, and then the
  /// folders that name them.
  func seal() throws {
    var folders = [self]
    var files: [@Sendable () throws -> Void] = []
    var next = 0
    while next < folders.count {
      let outer = folders[next]
      next += 1
      for name in try outer.entries() {
        guard outer.kind(of: name) == .folder else {
          files.append { try outer.seal(name) }
          continue
        }
        let inner = try outer.folder(name)
        guard fchmod(inner.descriptor, 0o700) == 0 else {
          throw FileFailure.write(inner.path, errno)
        }
        folders.append(inner)
      }
    }
    _ = try Workers(count: Workers.waitingCount).run(files)
    for folder in folders.reversed() { try folder.synchronise() }
  }

  private func seal(_ name: String) throws {
    let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw FileFailure.read(path + "/" + name, errno) }
    defer { close(file) }
    guard fchmod(file, 0o600) == 0, fsync(file) == 0 else {
      throw FileFailure.write(path + "/" + name, errno)
    }
  }

  func synchronise() throws {
    guard fsync(descriptor) == 0 else { throw FileFailure.write(path, errno) }
  }

  func rename(_ old: String, to new: String) throws {
    guard renameat(descriptor, old, descriptor, new) == 0 else {
      throw FileFailure.create(path + "/" + new, errno)
    }
  }

  func link(_ name: String, to target: String) throws {
    guard symlinkat(target, descriptor, name) == 0 else {
      throw FileFailure.create(path + "/" + name, errno)
    }
  }

  /// Where a symbolic link points; nil for anything else.
  func target(of name: String) -> String? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = bytes.withUnsafeMutableBytes { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        characters.baseAddress.map { readlinkat(descriptor, name, $0, characters.count) } ?? -1
      }
    }
    return count < 0 ? nil : String(decoding: bytes[0..<count], as: UTF8.self)
  }

  enum Kind {
    case folder, other, nothing
  }

  /// Links are not followed.
  func kind(of name: String) -> Kind {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .nothing }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .other
  }

  /// The names below, sorted.
  func entries() throws -> [String] {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = fdopendir(copy) else { throw FileFailure.read(path, errno) }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw FileFailure.read(path, errno) }
    return names.sorted()
  }

  /// Removes a file, a link, or a folder with everything below it; nothing when it is not there.
  func remove(_ name: String) throws {
    switch kind(of: name) {
    case .nothing: return
    case .other:
      guard unlinkat(descriptor, name, 0) == 0 else {
        throw FileFailure.write(path + "/" + name, errno)
      }
    case .folder:
      let inner = try folder(name)
      for entry in try inner.entries() { try inner.remove(entry) }
      guard unlinkat(descriptor, name, AT_REMOVEDIR) == 0 else {
        throw FileFailure.write(path + "/" + name, errno)
      }
    }
  }
}
