import Campus
import Definitions

/// What a bound definition says of its table: the verdict of every row, and what the counted rows
/// come to.
struct CountingPass {
  let verdicts: [UInt8]
  /// The counted rows, ascending.
  let rows: [Int32]
  let items: CountedItems
  private(set) var warnings: Set<String> = []

  private let bound: BoundDefinition
  private var figures: [KPIResult.Figure] = []
  private var problems: [(row: Int32, problem: Problem)] = []

  init(_ bound: BoundDefinition) {
    self.bound = bound
    verdicts = bound.chain.verdicts()
    rows = KPIEvidence.rows(of: KPIEvidence.counted, in: verdicts)
    items = CountedItems(bound.items.items(of: rows))
    for figure in bound.figures {
      let value: Int
      if let rule = figure.excludedBy {
        let others = KPIEvidence.rows(of: UInt8(truncatingIfNeeded: rule), in: verdicts)
        let kept = bound.chain.rows(others, where: figure.keep)
        value = bound.items.set(of: kept).count(without: bound.items.set(of: rows))
      } else {
        let truths = bound.chain.truths(of: figure.keep, rows: rows)
        value = items.count(where: truths)
        if let warning = figure.warning {
          warn(warning, zip(rows, truths).filter { $1 == .holds }.map(\.0))
        }
      }
      figures.append(.init(key: figure.figure.key, label: figure.figure.label, value: value))
    }
    for warning in bound.ruleWarnings { warn(warning, rows) }
    for row in KPIEvidence.rows(of: KPIEvidence.unknownPerson, in: verdicts) {
      let lookup = bound.chain.lookupWithoutPerson(of: Int(row))?.source ?? ""
      problems.append((row, .unknownPerson(lookup: lookup, kpi: bound.definition.id)))
    }
  }

  private mutating func warn(_ warning: BoundDefinition.BoundWarning, _ rows: [Int32]) {
    let found = bound.chain.rows(rows, where: warning.when)
    if !found.isEmpty { warnings.insert(warning.code) }
    problems += found.map { row in
      (row, .definitionWarning(code: warning.code, kpi: bound.definition.id))
    }
  }

  /// In the order of the rows.
  var findings: [Finding] {
    problems.sorted { $0.row < $1.row }.map { row, problem in
      Finding(problem, source: bound.table.source, location: bound.table.location(Int(row)))
    }
  }

  /// Writes the value, the figures, the breakdown and the funnel into a result.
  func fill(_ result: inout KPIResult) {
    if case .rows = bound.definition.count {
      result.value = rows.count
    } else {
      result.value = items.count
    }
    result.figures = figures
    result.breakdown = breakdown()
    var left = [Int](repeating: 0, count: Int(UInt8.max) + 1)
    for verdict in verdicts { left[Int(verdict)] += 1 }
    let unknownPersons = left[Int(KPIEvidence.unknownPerson)]
    var funnel = KPIResult.Funnel()
    funnel.read = bound.table.readCount
    funnel.rejected = bound.table.rejectedCount + unknownPersons
    funnel.duplicates = bound.table.duplicateCount
    funnel.excluded = verdicts.count - rows.count - unknownPersons
    funnel.counted = rows.count
    result.funnel = funnel
    result.exclusions = bound.definition.rules.enumerated().compactMap { index, rule in
      left[index] == 0 ? nil : .init(rule: rule.id, reason: rule.reason, rows: left[index])
    }
  }

  /// By dimension in the order of the definition, then by value descending, then by key.
  private func breakdown() -> [KPIResult.BreakdownEntry] {
    var entries: [KPIResult.BreakdownEntry] = []
    var readers = bound.dimensions.makeIterator()
    for dimension in bound.definition.dimensions {
      var found: [KPIResult.BreakdownEntry] = []
      if dimension.by == "figure" {
        found = figures.filter { $0.value > 0 }.map {
          .init(by: dimension.by, key: $0.key, label: $0.label, value: $0.value)
        }
      } else if let reader = readers.next() {
        found = reader.counts(of: items, rows: rows, in: bound.chain).map { value, count in
          let (key, label) = reader.name(value)
          return .init(by: dimension.by, key: key, label: label, value: count)
        }
      }
      entries += found.sorted { left, right in
        left.value != right.value
          ? left.value > right.value
          : left.key.unicodeScalars.lexicographicallyPrecedes(right.key.unicodeScalars)
      }
    }
    return entries
  }
}
