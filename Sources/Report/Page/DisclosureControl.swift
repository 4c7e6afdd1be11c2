/// The rule by which `--public` hides small numbers (reports.md, section 5).
///
/// - A number from 1 to 4 in a breakdown is hidden (shown as `<5`). Zero names nobody and stays.
/// - Whoever knows the KPI's value V can subtract. A dimension whose entries add up to V leaves
///   Σ hidden = V − Σ shown; one in which a person may have several values leaves Σ hidden ≥
///   V − Σ shown. With what `<5` itself says (1 to 4) and what a withheld number says (5 to V), that
///   bounds every hidden number. As long as one of them has fewer than three possible values, the
///   smallest number that is still shown is withheld too. It is shown as withheld, not as `<5`,
///   which would be untrue.
/// - When hiding everything is not enough, or V itself is below 5, the dimension is withheld with its
///   labels: a lone `<5` would say V.
/// - Hidden entries stand behind the shown ones in the order of their keys: their place would else
///   bound them.
///
/// What the rule does not do: it looks at one page. Who compares the pages of two revisions can see
/// what a correction changed.
package enum DisclosureControl {
  /// Numbers below it are small.
  package static let threshold = 5
  /// A hidden number has at least as many possible values.
  package static let possibleValues = 3

  package static func isSmall(_ value: Int) -> Bool { value > 0 && value < threshold }

  /// What may be shown of the entries of one dimension of a KPI whose value is `total`; nil when the
  /// whole dimension is withheld.
  package static func masked(_ values: [Int], total: Int) -> [PageNumber]? {
    guard values.contains(where: isSmall) else { return values.map { .exact($0) } }
    guard total >= threshold else { return nil }
    var hidden = Set(values.indices.filter { isSmall(values[$0]) })
    var shown = values.indices.filter { values[$0] >= threshold }
      .sorted { (values[$0], $0) < (values[$1], $1) }[...]
    while !isSafe(values, hidden: hidden, total: total) {
      guard let next = shown.popFirst() else { return nil }
      hidden.insert(next)
    }
    return values.indices.map { index in
      guard hidden.contains(index) else { return .exact(values[index]) }
      return isSmall(values[index]) ? .small : .withheld
    }
  }

  /// Whether every hidden number keeps enough possible values for someone who knows the rest.
  private static func isSafe(_ values: [Int], hidden: Set<Int>, total: Int) -> Bool {
    let sum = values.reduce(0, +)
    let rest = total - values.indices.reduce(0) { $0 + (hidden.contains($1) ? 0 : values[$1]) }
    func lowest(_ index: Int) -> Int { isSmall(values[index]) ? 1 : threshold }
    func highest(_ index: Int) -> Int { isSmall(values[index]) ? threshold - 1 : total }
    let lowestSum = hidden.reduce(0) { $0 + lowest($1) }
    let highestSum = hidden.reduce(0) { $0 + highest($1) }
    return hidden.allSatisfy { index in
      let least = max(lowest(index), rest - (highestSum - highest(index)))
      let most =
        sum == total ? min(highest(index), rest - (lowestSum - lowest(index))) : highest(index)
      return most - least + 1 >= possibleValues
    }
  }
}
