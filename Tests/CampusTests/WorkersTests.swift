import Glibc
import Testing

@testable import Campus

/// What comes out does not depend on how many threads there are.
struct WorkersTests {
  struct Fault: Error, Equatable {
    let number: Int
  }

  @Test(arguments: 1...4)
  func resultsComeInTheOrderOfTheJobs(threads: Int) throws {
    let jobs = (0..<50).map { number in { @Sendable () -> Int in number * number } }
    #expect(try Workers(count: threads).run(jobs) == (0..<50).map { $0 * $0 })
  }

  @Test(arguments: 1...4)
  func partsAreSettledInOrderAndByOneThread(threads: Int) throws {
    let workers = Workers(count: threads)
    let sums = try workers.run(
      (0..<6).map { job in
        { @Sendable () -> [Int] in
          var settled: [Int] = []
          try workers.inOrder(count: 40, make: { $0 + job }) { index, part in
            #expect(part == index + job)
            settled.append(index)
            return index < 20 + job
          }
          return settled
        }
      })
    #expect(sums == (0..<6).map { Array(0...(20 + $0)) })
  }

  @Test(arguments: 1...3)
  func theFirstErrorInOrderIsTheOneThatIsThrown(threads: Int) {
    let workers = Workers(count: threads)
    let jobs = (0..<20).map { number in
      { @Sendable () throws -> Int in
        if number % 7 == 6 { throw Fault(number: number) }
        return number
      }
    }
    #expect(throws: Fault(number: 6)) { try workers.run(jobs) }
    #expect(throws: Fault(number: 3)) {
      try workers.inOrder(
        count: 30, make: { if $0 >= 3 { throw Fault(number: $0) } }, settle: { _, _ in true })
    }
  }

  @Test(arguments: 1...4)
  func whatIsFinishedIsHandedOverOnceAndInOrder(threads: Int) throws {
    for seed in 0..<50 {
      let jobs = (0..<20).map { number in
        { @Sendable () -> Int in
          usleep(UInt32((number * 7 + seed) % 5) * 20)
          return number
        }
      }
      let started = Workers(count: threads).start(jobs)
      var found: [Int] = []
      for _ in 0..<seed {
        found += try started.finished()
        usleep(10)
      }
      found += try started.values()
      #expect(found == Array(0..<20))
      #expect(try started.finished().isEmpty)
    }
  }

  @Test(arguments: 1...3)
  func anErrorIsThrownWhereItsResultWouldStand(threads: Int) throws {
    let jobs = (0..<9).map { number in
      { @Sendable () throws -> Int in
        if number == 4 { throw Fault(number: number) }
        return number
      }
    }
    let started = Workers(count: threads).start(jobs)
    #expect(throws: Fault(number: 4)) {
      while true { _ = threads == 1 ? try started.values() : try started.finished() }
    }
  }

  @Test(arguments: 1...3)
  func somethingBegunIsThereWhenItIsAskedFor(threads: Int) throws {
    let workers = Workers(count: threads)
    let found = try workers.run([
      { @Sendable () throws -> Int in
        let later = workers.begin { 42 }
        return try later.value()
      }
    ])
    #expect(found == [42])
  }

  @Test(arguments: 1...4)
  func severalThingsBegunComeInOrder(threads: Int) throws {
    let workers = Workers(count: threads)
    let started = workers.start([{ @Sendable () -> Int in 1 }])
    let squares = workers.begin(count: 60) { $0 * $0 }
    let failing = workers.begin(count: 9) { number -> Int in
      if number > 4 { throw Fault(number: number) }
      return number
    }
    #expect(try squares.values() == (0..<60).map { $0 * $0 })
    #expect(throws: Fault(number: 5)) { try failing.values() }
    #expect(try workers.begin(count: 0) { $0 }.values() == [])
    #expect(try started.values() == [1])
  }

  /// Whose jobs are done is there for others until the values are asked for.
  @Test func theThreadsOfJobsHelpWithWhatIsBegunLater() throws {
    let workers = Workers(count: 2)
    let started = workers.start([{ @Sendable () -> Int in 1 }])
    while try started.finished().isEmpty { usleep(100) }
    let isMade = Guarded(false)
    let later = workers.begin { isMade.withLock { $0 = true } }
    for _ in 0..<50_000 where !isMade.withLock({ $0 }) { usleep(100) }
    #expect(isMade.withLock { $0 })
    try later.value()
    #expect(try started.values() == [])
  }

  @Test func whatNobodyAsksForIsGivenUp() throws {
    let workers = Workers(count: 2)
    let started = workers.start([{ @Sendable () -> Int in 1 }])
    let count = Guarded(0)
    _ = workers.begin(count: 100_000) { _ in
      count.withLock { $0 += 1 }
      usleep(100)
    }
    let made = count.withLock { $0 }
    usleep(20_000)
    #expect(count.withLock { $0 } == made)
    #expect(try started.values() == [1])
  }

  /// It may write a file into a folder that is then taken away.
  @Test func whatWasBegunDoesNotOutliveWhoeverMayAskForIt() throws {
    let workers = Workers(count: 2)
    let started = workers.start([{ @Sendable () -> Int in 1 }])
    let state = Guarded((isBegun: false, isEnded: false))
    do {
      let later = workers.begin {
        state.withLock { $0.isBegun = true }
        usleep(20_000)
        state.withLock { $0.isEnded = true }
      }
      for _ in 0..<50_000 where !state.withLock(\.isBegun) { usleep(100) }
      withExtendedLifetime(later) {}
    }
    #expect(state.withLock { $0.isBegun && $0.isEnded })
    #expect(try started.values() == [1])
  }
}
