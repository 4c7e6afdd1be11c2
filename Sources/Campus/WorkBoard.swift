import Glibc

/// Where threads find work of others to help with: one lock for all of it, held for moments.
final class WorkBoard: @unchecked Sendable {
  // The lock guards `openWork` and the state of every work on the board.
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var openWork: [any SharedWork] = []

  init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  /// Looks at what the lock guards, or changes it and wakes all who wait.
  func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }

  func change<Result>(_ body: () -> Result) -> Result {
    locked {
      defer { pthread_cond_broadcast(changed) }
      return body()
    }
  }

  /// Waits until the body has a result.
  func wait<Result>(_ body: () -> Result?) -> Result {
    locked {
      while true {
        if let result = body() { return result }
        pthread_cond_wait(changed, lock)
      }
    }
  }

  func open(_ work: any SharedWork) {
    change { openWork.append(work) }
  }

  func close(_ work: any SharedWork) {
    change {
      work.isStopped = true
      openWork.removeAll { $0 === work }
    }
  }

  /// Waits until what was begun of closed work is made.
  func waitForEnd(of work: any SharedWork) {
    wait { work.isDone ? () : nil }
  }

  /// Does the jobs that nobody has begun, then helps with what is open until all jobs are done.
  func help(with jobs: any SharedWork) {
    help(with: jobs) { jobs.isDone }
  }

  /// The same for a thread that is there for the jobs: until nobody asks for them any more.
  func serve(_ jobs: any SharedWork) {
    help(with: jobs) { jobs.isStopped && jobs.isDone }
  }

  private func help(with jobs: any SharedWork, until isOver: () -> Bool) {
    while jobs.doNext() {}
    while let work = nextWork(until: isOver) { _ = work.doNext() }
  }

  /// Waits for work to help with; nil when it is over.
  private func nextWork(until isOver: () -> Bool) -> (any SharedWork)? {
    wait { () -> (any SharedWork)?? in
      if isOver() { return .some(nil) }
      return openWork.first { $0.canBegin }.map { .some($0) }
    }
  }
}

/// A thread of the system that runs one closure.
struct WorkerThread {
  private final class Task: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private let thread: pthread_t

  /// Nil when the system has no thread to give: then the work is done by fewer.
  init?(_ body: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let task = Unmanaged.passRetained(Task(body))
    let failed = pthread_create(
      &thread, nil,
      { task in
        if let task { Unmanaged<Task>.fromOpaque(task).takeRetainedValue().body() }
        return nil
      }, task.toOpaque())
    guard failed == 0 else {
      task.release()
      return nil
    }
    self.thread = thread
  }

  func join() {
    pthread_join(thread, nil)
  }
}
