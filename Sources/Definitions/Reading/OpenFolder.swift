import Glibc

/// A folder below `pipelines/`, held open while its files are read.
///
/// Each part of its path was opened from the one before and no link was followed: so what it holds
/// lies in `pipelines/`, and nobody need look where each single file leads.
final class OpenFolder {
  /// Without O_NONBLOCK a named pipe would hold the run up for ever.
  static let flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK

  /// Its path below the root; empty for the root itself.
  let path: String
  private let descriptor: Int32

  /// Nil when a part of the path is a symbolic link, or cannot be opened: `errno` says which.
  /// - Parameter root: the folder of the definitions, without symbolic links.
  init?(_ path: String, below root: String) {
    let flags = OpenFolder.flags | O_DIRECTORY
    var descriptor = Glibc.open(root, flags)
    for part in path.split(separator: "/") where descriptor >= 0 {
      let outer = descriptor
      descriptor = openat(outer, String(part), flags)
      close(outer)
    }
    guard descriptor >= 0 else { return nil }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Opens what has this name; below 0 when it is a symbolic link or cannot be opened.
  func open(_ name: String) -> Int32 { openat(descriptor, name, OpenFolder.flags) }

  /// Whether opening failed because there is a symbolic link, or something else that is no folder.
  static func isLink(_ code: Int32) -> Bool { code == ELOOP || code == ENOTDIR }
}
