import Campus
import Glibc

/// A report as a file below the output folder.
struct ReportFile {
  let path: String
  let bytes: [UInt8]
  /// Personal data: 0600 in a folder of 0700.
  let restricted: Bool

  init(_ path: String, _ text: String, restricted: Bool = false) {
    self.init(path, bytes: Array(text.utf8), restricted: restricted)
  }

  init(_ path: String, bytes: [UInt8], restricted: Bool = false) {
    self.path = path
    self.bytes = bytes
    self.restricted = restricted
  }
}

/// Publishes a folder whole: written beside its place, then moved there with one rename.
struct FolderPublication {
  private let path: String

  init(path: String) {
    self.path = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
  }

  func publish(_ files: [ReportFile]) throws {
    let temporary = path + ".tmp-\(getpid())"
    defer { FolderPublication.remove(temporary) }
    try makeFolder(temporary, mode: 0o755)
    for file in files {
      if let slash = file.path.lastIndex(of: "/") {
        try makeFolder(temporary + "/" + file.path[..<slash], mode: file.restricted ? 0o700 : 0o755)
      }
      try write(file, to: temporary + "/" + file.path)
    }
    // Only a folder is ever moved away and removed.
    var place = stat()
    if lstat(path, &place) == 0, place.st_mode & S_IFMT != S_IFDIR {
      errno = EEXIST
      throw cannotCreate(path)
    }
    let old = path + ".old-\(getpid())"
    defer { FolderPublication.remove(old) }
    guard rename(path, old) == 0 || errno == ENOENT, rename(temporary, path) == 0 else {
      throw cannotCreate(path)
    }
  }

  private func makeFolder(_ folder: String, mode: mode_t) throws {
    guard mkdir(folder, mode) == 0 || errno == EEXIST else { throw cannotCreate(folder) }
    guard chmod(folder, mode) == 0 else { throw cannotCreate(folder) }
  }

  private func write(_ file: ReportFile, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw cannotCreate(path) }
    defer { close(descriptor) }
    try file.bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count, let base = bytes.baseAddress {
        let written = Glibc.write(descriptor, base + offset, bytes.count - offset)
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { throw cannotWrite(path) }
        offset += written
      }
    }
    guard file.restricted || fchmod(descriptor, 0o644) == 0, fsync(descriptor) == 0 else {
      throw cannotWrite(path)
    }
  }

  private func cannotCreate(_ path: String) -> Failure {
    Failure(.outputCannotBeCreated, "cannot create \(path): \(String(cString: strerror(errno)))")
  }

  private func cannotWrite(_ path: String) -> Failure {
    Failure(.readOrWriteFailed, "cannot write \(path): \(String(cString: strerror(errno)))")
  }

  private static func remove(_ folder: String) {
    guard let entries = opendir(folder) else { return }
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      let path = folder + "/" + name
      if unlink(path) != 0 { remove(path) }
    }
    closedir(entries)
    rmdir(folder)
  }
}
