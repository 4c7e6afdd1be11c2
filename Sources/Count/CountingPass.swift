import Campus
import Definitions

/// One pass of a bound definition over its table.
struct CountingPass {
  private let bound: BoundDefinition
  private var items: ItemSet
  private var tallies: [Tally]
  private var figureItems: [ItemSet]
  private var excluded: [Int]
  /// For each rule whether a figure counts what it leaves out.
  private let excludedFigures: [Bool]
  private var unknownPersons = 0
  private(set) var countedRows: [Int32] = []
  private(set) var verdicts: [UInt8] = []
  private(set) var findings: [Finding] = []
  private(set) var warnings: Set<String> = []

  init(_ bound: BoundDefinition) {
    self.bound = bound
    items = ItemSet(capacity: bound.itemCapacity)
    tallies = bound.dimensions.map { _ in Tally() }
    figureItems = bound.figures.map { _ in ItemSet(capacity: bound.itemCapacity) }
    excluded = bound.chain.rules.map { _ in 0 }
    excludedFigures = bound.chain.rules.indices.map { rule in
      bound.figures.contains { $0.excludedBy == rule }
    }
  }

  mutating func run() {
    verdicts.reserveCapacity(bound.table.rowCount)
    for start in stride(from: 0, to: bound.table.rowCount, by: RuleChain.blockSize) {
      let end = min(start + RuleChain.blockSize, bound.table.rowCount)
      bound.chain.judge(start..<end) { note($0, $1) }
    }
  }

  private mutating func note(_ row: Int, _ verdict: RuleChain.Verdict) {
    switch verdict {
    case .counted:
      verdicts.append(KPIEvidence.counted)
      count(row)
    case .excluded(let rule):
      verdicts.append(UInt8(truncatingIfNeeded: rule))
      excluded[rule] += 1
      guard excludedFigures[rule] else { return }
      let day = bound.chain.days[row]
      for (index, figure) in bound.figures.enumerated()
      where figure.excludedBy == rule && figure.keep.evaluate(row, day: day) == .holds {
        figureItems[index].insert(bound.item(row))
      }
    case .unknownPerson(let rule):
      verdicts.append(KPIEvidence.unknownPerson)
      unknownPersons += 1
      let lookup = bound.chain.rules[rule].lookup.map { bound.chain.lookups[$0].source } ?? ""
      report(.unknownPerson(lookup: lookup, kpi: bound.definition.id), row)
    }
  }

  private mutating func count(_ row: Int) {
    let day = bound.chain.days[row]
    let item = bound.item(row)
    countedRows.append(Int32(row))
    items.insert(item)
    for (index, figure) in bound.figures.enumerated()
    where figure.excludedBy == nil && figure.keep.evaluate(row, day: day) == .holds {
      figureItems[index].insert(item)
      if let warning = figure.warning, warning.when.evaluate(row, day: day) == .holds {
        warn(warning.code, row)
      }
    }
    for warning in bound.ruleWarnings where warning.when.evaluate(row, day: day) == .holds {
      warn(warning.code, row)
    }
    for (index, dimension) in bound.dimensions.enumerated() {
      let subject = dimension.lookup.map { bound.chain.lookups[$0].row(for: row, on: day) } ?? row
      dimension.forEachValue(subject, day: day) { tallies[index].add(item: item, value: $0) }
    }
  }

  private mutating func warn(_ code: String, _ row: Int) {
    warnings.insert(code)
    report(.definitionWarning(code: code, kpi: bound.definition.id), row)
  }

  private mutating func report(_ problem: Problem, _ row: Int) {
    findings.append(
      Finding(problem, source: bound.table.source, location: bound.table.location(row)))
  }

  /// Writes the value, the figures, the breakdown and the funnel into a result.
  func fill(_ result: inout KPIResult) {
    if case .rows = bound.definition.count {
      result.value = countedRows.count
    } else {
      result.value = items.count
    }
    result.figures = zip(bound.figures, figureItems).map { bound, found in
      let value = bound.excludedBy == nil ? found.count : found.count(without: items)
      return .init(key: bound.figure.key, label: bound.figure.label, value: value)
    }
    result.breakdown = breakdown(figures: result.figures)
    var funnel = KPIResult.Funnel()
    funnel.read = bound.table.readCount
    funnel.rejected = bound.table.rejectedCount + unknownPersons
    funnel.duplicates = bound.table.duplicateCount
    funnel.excluded = excluded.reduce(0, +)
    funnel.counted = countedRows.count
    result.funnel = funnel
    result.exclusions = zip(bound.definition.rules, excluded).compactMap { rule, rows in
      rows == 0 ? nil : .init(rule: rule.id, reason: rule.reason, rows: rows)
    }
  }

  /// By dimension in the order of the definition, then by value descending, then by key.
  private func breakdown(figures: [KPIResult.Figure]) -> [KPIResult.BreakdownEntry] {
    var entries: [KPIResult.BreakdownEntry] = []
    var readers = zip(bound.dimensions, tallies).makeIterator()
    for dimension in bound.definition.dimensions {
      var found: [KPIResult.BreakdownEntry] = []
      if dimension.by == "figure" {
        found = figures.filter { $0.value > 0 }.map {
          .init(by: dimension.by, key: $0.key, label: $0.label, value: $0.value)
        }
      } else if let (reader, tally) = readers.next() {
        found = tally.counts().map { value, count in
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
