import Campus
import Glibc

/// The files below `pipelines/`, opened only when they are regular files that lie there.
///
/// Symbolic links are followed as long as they stay inside; one that leads out is refused, for a
/// definition is what the folder holds and nothing else.
struct FolderFiles {
  /// An entry of a folder. Names that begin with `.` or `~` or end with `~` are what editors leave
  /// behind and no entries.
  struct Entry {
    let name: String
    let isFolder: Bool
  }

  /// More than any definition needs: a hundred times the list of countries.
  static let greatestSize = 4 << 20

  /// The folder itself, without symbolic links.
  let root: String

  /// Throws when there is no such folder, or when nobody can tell.
  init(path: String) throws(Unreadable) {
    guard let resolved = FolderFiles.resolved(path) else { throw FolderFiles.unreadable(path) }
    var status = stat()
    guard stat(resolved, &status) == 0 else { throw FolderFiles.unreadable(path) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .problem(.notARegularFile) }
    root = resolved
  }

  /// What a folder below the root holds, in the byte order of the names; nothing when it is not
  /// there. Throws when it is there and cannot be read: a definition that is overlooked counts wrong.
  func entries(of folder: String) throws(Unreadable) -> [Entry] {
    guard let stream = opendir(location(folder)) else {
      if errno == ENOENT { return [] }
      throw FolderFiles.unreadable(location(folder))
    }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let pointer = readdir(stream) else {
        guard errno == 0 else { throw FolderFiles.unreadable(location(folder)) }
        break
      }
      let name = withUnsafePointer(to: &pointer.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") || name.hasPrefix("~") || name.hasSuffix("~") { continue }
      entries.append(
        Entry(name: name, isFolder: isFolder(name, in: folder, type: pointer.pointee.d_type)))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  func listing(of folder: String) -> Result<[Entry], Unreadable> {
    Result { () throws(Unreadable) in try entries(of: folder) }
  }

  /// Whether an entry is a folder, or a link to one. Most file systems say it in the listing.
  private func isFolder(_ name: String, in folder: String, type: UInt8) -> Bool {
    switch Int(type) {
    case Int(DT_DIR): return true
    case Int(DT_REG): return false
    default:
      var status = stat()
      return stat(location(folder) + "/" + name, &status) == 0
        && status.st_mode & S_IFMT == S_IFDIR
    }
  }

  /// The bytes of a file.
  /// - Parameter folder: the one that was read from last, which stays open for the next file.
  func read(_ path: String, keeping folder: inout OpenFolder?) throws(Unreadable) -> [UInt8] {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let above = slash.map { String(path[..<$0]) } ?? ""
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    if folder?.path != above { folder = OpenFolder(above, below: root) }
    let direct = folder?.open(name) ?? -1
    if direct >= 0 { return try read(direct, path: location(path)) }
    guard OpenFolder.isLink(errno) else { throw FolderFiles.unreadable(location(path)) }
    guard let resolved = FolderFiles.resolved(location(path)) else {
      throw FolderFiles.unreadable(location(path))
    }
    guard resolved.hasPrefix(root == "/" ? "/" : root + "/") else { throw .problem(.leadsOut) }
    let descriptor = open(resolved, OpenFolder.flags)
    guard descriptor >= 0 else { throw FolderFiles.unreadable(resolved) }
    return try read(descriptor, path: resolved)
  }

  /// Reads an opened file to its end and closes it.
  private func read(_ descriptor: Int32, path resolved: String) throws(Unreadable) -> [UInt8] {
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FolderFiles.unreadable(resolved) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .problem(.notARegularFile) }
    guard status.st_size <= FolderFiles.greatestSize else {
      throw .problem(.tooLarge(limit: FolderFiles.greatestSize))
    }
    // One byte more than the size shows that the file has ended.
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      }
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw FolderFiles.unreadable(resolved) }
      if count == 0 { break }
      filled += count
      if filled == bytes.count {
        guard filled <= FolderFiles.greatestSize else {
          throw .problem(.tooLarge(limit: FolderFiles.greatestSize))
        }
        bytes.append(contentsOf: repeatElement(0, count: filled))
      }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// Why a file cannot be read.
  enum Unreadable: Error {
    /// What stands there is no definition: told with everything else that is wrong with the folder.
    case problem(DefinitionProblem.Kind)
    /// What stands there nobody knows: the disk fails, or the right to read is missing.
    case failure(Failure)
  }

  private func location(_ path: String) -> String { path.isEmpty ? root : root + "/" + path }

  /// What `errno` says of a path.
  private static func unreadable(_ path: String) -> Unreadable {
    let code = errno
    let cause = String(cString: strerror(code))
    return [ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, ENXIO].contains(code)
      ? .problem(.unreadable(cause: cause))
      : .failure(Failure(.readOrWriteFailed, "cannot read \(path): \(cause)"))
  }

  private static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
