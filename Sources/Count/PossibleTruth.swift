/// The truths a condition of a worked example can take, depending on the fields it leaves open.
struct PossibleTruth: OptionSet {
  let rawValue: UInt8

  static let fails = PossibleTruth(.fails)
  static let holds = PossibleTruth(.holds)
  static let unknown = PossibleTruth(.unknown)
  /// A field the example does not state may satisfy the condition or not.
  static let open: PossibleTruth = [.fails, .holds]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ truth: Truth) { self.init(rawValue: 1 << truth.rawValue) }

  private var truths: [Truth] {
    [Truth.fails, .holds, .unknown].filter { contains(PossibleTruth($0)) }
  }

  var negated: PossibleTruth {
    truths.reduce([]) { $0.union(PossibleTruth($1.negated)) }
  }

  func and(_ other: PossibleTruth) -> PossibleTruth {
    combined(with: other) { left, right in
      left == .fails || right == .fails
        ? .fails : left == .unknown || right == .unknown ? .unknown : .holds
    }
  }

  func or(_ other: PossibleTruth) -> PossibleTruth {
    combined(with: other) { left, right in
      left == .holds || right == .holds
        ? .holds : left == .unknown || right == .unknown ? .unknown : .fails
    }
  }

  private func combined(with other: PossibleTruth, _ operation: (Truth, Truth) -> Truth)
    -> PossibleTruth
  {
    var result: PossibleTruth = []
    for left in truths {
      for right in other.truths { result.formUnion(PossibleTruth(operation(left, right))) }
    }
    return result
  }
}
