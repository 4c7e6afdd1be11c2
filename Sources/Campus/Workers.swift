import Glibc

/// A few threads that work for a while: jobs side by side, and parts of one job in order.
///
/// What comes out never depends on how many there are or which is first: results are handed over
/// in the order of the jobs, or of the parts.
package final class Workers: Sendable {
  package let count: Int
  private let board = WorkBoard()

  package init(count: Int = Workers.usualCount) {
    self.count = max(1, count)
  }

  /// One for each processor, but never more than four: one thread puts the parts of a file together,
  /// and each of the others holds some parts in memory. `CAMPUS_KPI_THREADS` says otherwise.
  package static var usualCount: Int { askedCount ?? min(4, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// For jobs that wait for the disk, which writes many files in hardly more time than one.
  package static var waitingCount: Int { askedCount ?? 8 }

  private static var askedCount: Int? {
    getenv("CAMPUS_KPI_THREADS").flatMap { Int(String(cString: $0)) }.map { min(64, $0) }
  }

  /// Runs jobs, begun in the order given, and returns their results in that order. Throws the
  /// first error in that order, after all jobs have ended.
  package func run<Value: Sendable>(_ jobs: [@Sendable () throws -> Value]) throws -> [Value] {
    try start(jobs).values()
  }

  /// Begins jobs beside what the caller goes on to do: on one thread less than there are, which is
  /// the caller's own.
  package func start<Value: Sendable>(
    _ jobs: [@Sendable () throws -> Value]
  ) -> StartedJobs<Value> {
    StartedJobs(board, jobs, helpers: max(1, min(count, jobs.count + 1)) - 1)
  }

  /// Makes the parts of a job on the threads that are idle and on this one, and hands them over
  /// here, one at a time and in order. `settle` says whether to go on. Throws what it throws, and
  /// the first error of `make` in order.
  package func inOrder<Part: Sendable>(
    count: Int, make: @escaping @Sendable (Int) throws -> Part,
    settle: (Int, Part) throws -> Bool
  ) throws {
    let work = OrderedWork(board, count: count, window: self.count + 1, make: make)
    board.open(work)
    defer { board.close(work) }
    for index in 0..<count {
      // What is ready goes first, so that no more is held in memory than need be.
      while !work.isReady(index), work.doNext() {}
      guard try settle(index, work.takeOut(index).get()) else { return }
    }
  }

  /// Something to be done by a thread that is idle now, or else by the one that asks for it.
  package func begin<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
  ) -> LaterValue<Value> {
    LaterValue(begin(count: 1) { _ in try body() })
  }

  /// Several things to be done so, side by side where several threads are idle.
  package func begin<Value: Sendable>(
    count: Int, make: @escaping @Sendable (Int) throws -> Value
  ) -> LaterValues<Value> {
    LaterValues(board, OrderedWork(board, count: count, window: count, make: make), count: count)
  }
}

/// A value that is being made, or will be when it is asked for.
package struct LaterValue<Value: Sendable> {
  private let values: LaterValues<Value>

  fileprivate init(_ values: LaterValues<Value>) {
    self.values = values
  }

  /// Waits for the value or makes it. To be asked for once.
  package func value() throws -> Value { try values.values()[0] }
}

/// Values that are being made, or will be when they are asked for.
package final class LaterValues<Value: Sendable> {
  private let board: WorkBoard
  private let work: OrderedWork<Value>
  private let count: Int

  fileprivate init(_ board: WorkBoard, _ work: OrderedWork<Value>, count: Int) {
    self.board = board
    self.work = work
    self.count = count
    board.open(work)
  }

  /// What nobody asks for any more nobody begins, and what was begun does not outlive this: it may
  /// write a file.
  deinit {
    board.close(work)
    board.waitForEnd(of: work)
  }

  /// Makes what nobody has begun and waits for the rest. All of them in order, or the first error in
  /// that order. To be asked for once.
  package func values() throws -> [Value] {
    while work.doNext() {}
    return try (0..<count).map { try work.takeOut($0).get() }
  }
}

/// Jobs that are being done. Until somebody asks for their values their threads help with whatever
/// else the same `Workers` are asked to do.
package final class StartedJobs<Value: Sendable> {
  private let board: WorkBoard
  private let work: OrderedWork<Value>
  private let count: Int
  private var handedOver = 0
  private var helpers: [WorkerThread] = []

  fileprivate init(
    _ board: WorkBoard, _ jobs: [@Sendable () throws -> Value], helpers count: Int
  ) {
    self.board = board
    self.count = jobs.count
    work = OrderedWork(board, count: jobs.count, window: jobs.count) { try jobs[$0]() }
    for _ in 0..<count {
      let helper = WorkerThread { [board, work] in board.serve(work) }
      if let helper { helpers.append(helper) }
    }
  }

  /// Whoever gives up waiting begins no further job, and no thread outlives this.
  deinit {
    board.close(work)
    joinHelpers()
  }

  /// Does what nobody has begun and waits for the rest. The results in the order of the jobs but for
  /// those that were handed over already, or the first error in that order. To be asked for once.
  package func values() throws -> [Value] {
    board.help(with: work)
    board.close(work)
    joinHelpers()
    return try finished()
  }

  /// Hands over the results that are there by now, up to the first in the order of the jobs that is
  /// not: they need not be kept until the last. Throws the first error among them.
  package func finished() throws -> [Value] {
    var values: [Value] = []
    while handedOver < count, work.isReady(handedOver) {
      values.append(try work.takeOut(handedOver).get())
      handedOver += 1
    }
    return values
  }

  private func joinHelpers() {
    for helper in helpers { helper.join() }
    helpers = []
  }
}
