/// Work of many parts that several threads can take part in. The board's lock guards it.
protocol SharedWork: AnyObject, Sendable {
  /// Makes the next part; false when there is none to begin now. Takes the lock itself.
  func doNext() -> Bool
  /// Whether a part can be begun. Under the lock.
  var canBegin: Bool { get }
  /// Whether every part is made that will be. Under the lock.
  var isDone: Bool { get }
  /// Whether no further part is to be begun. Under the lock.
  var isStopped: Bool { get set }
}

/// Parts made by any thread and taken out in order, never many more than were taken out.
final class OrderedWork<Part: Sendable>: SharedWork, @unchecked Sendable {
  private let board: WorkBoard
  private let count: Int
  /// How many parts may be begun beyond those taken out.
  private let window: Int
  private let make: @Sendable (Int) throws -> Part

  // Under the board's lock.
  private var begun = 0
  private var made = 0
  private var takenOut = 0
  private var ready: [Int: Result<Part, any Error>] = [:]
  var isStopped = false

  init(
    _ board: WorkBoard, count: Int, window: Int, make: @escaping @Sendable (Int) throws -> Part
  ) {
    self.board = board
    self.count = count
    self.window = window
    self.make = make
  }

  var canBegin: Bool { !isStopped && begun < count && begun < takenOut + window }

  var isDone: Bool { made == count || (isStopped && made == begun) }

  func doNext() -> Bool {
    let index = board.locked { () -> Int? in
      guard canBegin else { return nil }
      begun += 1
      return begun - 1
    }
    guard let index else { return false }
    let part = Result { try make(index) }
    board.change {
      made += 1
      ready[index] = part
    }
    return true
  }

  func isReady(_ index: Int) -> Bool { board.locked { ready[index] != nil } }

  /// Waits for a part that has been begun, and takes it out.
  func takeOut(_ index: Int) -> Result<Part, any Error> {
    let part = board.wait { ready.removeValue(forKey: index) }
    // Room for another part: whoever is idle may begin it.
    board.change { takenOut += 1 }
    return part
  }
}
