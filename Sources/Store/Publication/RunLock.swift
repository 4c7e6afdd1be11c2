import Campus
import Glibc

/// The lock that a run holds from its start to its end.
///
/// The kernel gives it back when the process ends, however it ends: the file stays and says
/// nothing by itself, so no lock is ever stale.
final class RunLock {
  private let descriptor: Int32

  /// Takes the lock at once or fails with `lockHeld`.
  init(path: String) throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw FileFailure.create(path, errno) }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      if code == EINTR { continue }
      if code == EWOULDBLOCK {
        throw Failure(
          .lockHeld, "another run holds the lock \(path)",
          help: "wait until it has ended; nothing was changed")
      }
      throw FileFailure.create(path, code)
    }
    _ = fchmod(descriptor, 0o600)
  }

  deinit { close(descriptor) }
}
