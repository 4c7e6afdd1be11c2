import Campus

/// A condition bound to the columns of one table. `day` is the day asked about, as a day number.
class Predicate {
  func evaluate(_ row: Int, day: Int32) -> Truth { .unknown }
}

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
}

final class Negation: Predicate {
  private let part: Predicate

  init(_ part: Predicate) { self.part = part }

  override func evaluate(_ row: Int, day: Int32) -> Truth {
    part.evaluate(row, day: day).negated
  }
}
