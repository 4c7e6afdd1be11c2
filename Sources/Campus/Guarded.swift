import Glibc

/// A value that one thread at a time may look at or change.
///
/// Guarded by the lock of the system and not by the standard library's `Mutex`: that one waits in
/// code which ThreadSanitizer does not see, so that it takes whatever changes hands there for a race
/// and could never tell a real one (`make sanitize`).
package final class Guarded<Value: Sendable>: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var value: Value

  package init(_ value: Value) {
    self.value = value
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  package func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return try body(&value)
  }
}
