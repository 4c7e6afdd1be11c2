import Campus

/// A condition bound to the columns of one table. `day` is the day asked about, as a day number.
///
/// Evaluating has no effect, so it does not matter which rows are asked about, nor in which order.
class Predicate {
  func evaluate(_ row: Int, day: Int32) -> Truth { .unknown }

  /// Whether it is cheaper to ask about many rows at once, those included that nobody needs.
  var prefersBlocks: Bool { false }

  /// The truth of each row of a block, whose days are given.
  func evaluate(_ rows: Range<Int>, days: UnsafePointer<Int32>, into truths: Truths) {
    for offset in 0..<rows.count {
      truths[offset] = evaluate(rows.lowerBound + offset, day: days[offset])
    }
  }
}

/// One truth for each row of a block.
typealias Truths = UnsafeMutableBufferPointer<Truth>

final class AllOf: Predicate {
  private let parts: [Predicate]

  init(_ parts: [Predicate]) { self.parts = parts }

  override func evaluate(_ row: Int, day: Int32) -> Truth {
    var result = Truth.holds
    for part in parts {
      switch part.evaluate(row, day: day) {
      case .fails: return .fails
      case .unknown: result = .unknown
      case .holds: continue
      }
    }
    return result
  }

  override var prefersBlocks: Bool { parts.allSatisfy(\.prefersBlocks) }

  override func evaluate(_ rows: Range<Int>, days: UnsafePointer<Int32>, into truths: Truths) {
    truths.update(repeating: .holds)
    withUnsafeTemporaryAllocation(of: Truth.self, capacity: rows.count) { more in
      for part in parts {
        part.evaluate(rows, days: days, into: more)
        for offset in 0..<rows.count {
          truths[offset] = truths[offset].and(more[offset])
        }
      }
    }
  }
}

final class AnyOf: Predicate {
  private let parts: [Predicate]

  init(_ parts: [Predicate]) { self.parts = parts }

  override func evaluate(_ row: Int, day: Int32) -> Truth {
    var result = Truth.fails
    for part in parts {
      switch part.evaluate(row, day: day) {
      case .holds: return .holds
      case .unknown: result = .unknown
      case .fails: continue
      }
    }
    return result
  }

  override var prefersBlocks: Bool { parts.allSatisfy(\.prefersBlocks) }

  override func evaluate(_ rows: Range<Int>, days: UnsafePointer<Int32>, into truths: Truths) {
    truths.update(repeating: .fails)
    withUnsafeTemporaryAllocation(of: Truth.self, capacity: rows.count) { more in
      for part in parts {
        part.evaluate(rows, days: days, into: more)
        for offset in 0..<rows.count {
          truths[offset] = truths[offset].or(more[offset])
        }
      }
    }
  }
}

final class Negation: Predicate {
  private let part: Predicate

  init(_ part: Predicate) { self.part = part }

  override func evaluate(_ row: Int, day: Int32) -> Truth {
    part.evaluate(row, day: day).negated
  }

  override var prefersBlocks: Bool { part.prefersBlocks }

  override func evaluate(_ rows: Range<Int>, days: UnsafePointer<Int32>, into truths: Truths) {
    part.evaluate(rows, days: days, into: truths)
    for offset in 0..<rows.count { truths[offset] = truths[offset].negated }
  }
}
