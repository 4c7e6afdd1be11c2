import Campus

/// A condition bound to the columns of one table.
///
/// It is asked about many rows at once: what a call costs, and what a column looks like, is the same
/// for all of them. Evaluating has no effect, so it does not matter which rows are asked about, nor
/// in which order.
class Predicate {
  /// Writes the truth of each row.
  func evaluate(_ asked: AskedRows, into truths: Truths) {
    truths.update(repeating: .unknown)
  }

  /// Asks about one row.
  final func evaluate(_ row: Int, day: Int32) -> Truth {
    var truth = Truth.unknown
    var scratch: Int32 = 0
    withUnsafePointer(to: Int32(row)) { row in
      withUnsafePointer(to: day) { day in
        withUnsafeMutablePointer(to: &scratch) { scratch in
          withUnsafeMutablePointer(to: &truth) { truth in
            evaluate(
              AskedRows(
                rows: UnsafeBufferPointer(start: row, count: 1), range: nil,
                days: UnsafeBufferPointer(start: day, count: 1),
                scratch: UnsafeMutableBufferPointer(start: scratch, count: 1)),
              into: Truths(start: truth, count: 1))
          }
        }
      }
    }
    return truth
  }
}

final class AllOf: Predicate {
  let parts: [Predicate]

  init(_ parts: [Predicate]) { self.parts = parts }

  override func evaluate(_ asked: AskedRows, into truths: Truths) {
    truths.update(repeating: .holds)
    withUnsafeTemporaryAllocation(of: Truth.self, capacity: asked.count) { more in
      for part in parts {
        part.evaluate(asked, into: more)
        for offset in more.indices { truths[offset] = truths[offset].and(more[offset]) }
      }
    }
  }
}

final class AnyOf: Predicate {
  private let parts: [Predicate]

  init(_ parts: [Predicate]) { self.parts = parts }

  override func evaluate(_ asked: AskedRows, into truths: Truths) {
    truths.update(repeating: .fails)
    withUnsafeTemporaryAllocation(of: Truth.self, capacity: asked.count) { more in
      for part in parts {
        part.evaluate(asked, into: more)
        for offset in more.indices { truths[offset] = truths[offset].or(more[offset]) }
      }
    }
  }
}

final class Negation: Predicate {
  private let part: Predicate

  init(_ part: Predicate) { self.part = part }

  override func evaluate(_ asked: AskedRows, into truths: Truths) {
    part.evaluate(asked, into: truths)
    for offset in truths.indices { truths[offset] = truths[offset].negated }
  }
}
