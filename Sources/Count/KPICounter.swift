import Campus
import Definitions

/// Counts one KPI: typed tables in, the result with its evidence and findings out.
///
/// Refuses nothing: what cannot be computed is unavailable, with the reason.
package struct KPICounter: Sendable {
  package struct Outcome: Sendable {
    package let result: KPIResult
    /// Nil when the KPI is unavailable.
    package let evidence: KPIEvidence?
    /// Nil when the KPI is unavailable or no layout asks for it.
    package let detail: DetailTable?
    package let findings: [Finding]
    /// Columns whose absence has a meaning for this KPI.
    package let absentColumns: [(source: String, column: String)]
  }

  private let definition: KPIDefinition
  private let scope: CountScope

  package init(_ definition: KPIDefinition, scope: CountScope) {
    self.definition = definition
    self.scope = scope
  }

  package func count(_ tables: TableSet) throws -> Outcome {
    var result = KPIResult(
      number: definition.number, id: definition.id, title: definition.title,
      english: definition.english, dataSource: definition.dataSource, unit: definition.unit,
      definition: definition.name)
    result.text = definition.text
    result.open = definition.open
    let use = ColumnUse(of: definition, in: scope)
    let availability = Availability(of: use, tables: tables, scope: scope)
    var referenceDate: CalendarDate?
    var reason = availability.reason
    if reason == nil, definition.when == .referenceDate, let table = tables[definition.source] {
      referenceDate = headlineReferenceDate(of: table)
      if referenceDate == nil {
        reason = "\(definition.source).csv 在期間 \(scope.period) 內沒有任何基準日（10月15日、3月15日）的資料"
      }
    }
    guard reason == nil else {
      result.status = .unavailable
      result.reason = reason
      noteUncounted(&result, tables[definition.source])
      return Outcome(
        result: result, evidence: nil, detail: nil, findings: [], absentColumns: [])
    }
    let bound = try bind(tables, referenceDate: referenceDate)
    var pass = CountingPass(bound)
    pass.run()
    result.referenceDate = referenceDate
    pass.fill(&result)
    result.observations = try observations(tables, except: referenceDate)
    var warnings = pass.warnings
    if !availability.absentColumns.isEmpty { warnings.insert("column-absent") }
    result.warnings = warnings.sorted()
    let evidence = evidence(pass, bound, use)
    let detail = try scope.layout(of: definition.id).map {
      try DetailCounter($0, of: bound, result: result, evidence: evidence, scope: scope).table()
    }
    return Outcome(
      result: result, evidence: evidence, detail: detail, findings: pass.findings,
      absentColumns: availability.absentColumns)
  }

  /// Where the rows of a KPI went that cannot be computed: none was judged, and none is lost.
  private func noteUncounted(_ result: inout KPIResult, _ table: Table?) {
    var funnel = KPIResult.Funnel()
    funnel.read = table?.readCount ?? 0
    funnel.rejected = table?.rejectedCount ?? 0
    funnel.duplicates = table?.duplicateCount ?? 0
    funnel.excluded = funnel.read - funnel.rejected - funnel.duplicates
    result.funnel = funnel
    if funnel.excluded > 0, let reason = result.reason {
      result.exclusions = [.init(rule: "unavailable", reason: reason, rows: funnel.excluded)]
    }
  }

  func bind(_ tables: TableSet, referenceDate: CalendarDate?) throws -> BoundDefinition {
    try BoundDefinition(
      definition, rules: definition.rules, when: definition.when, referenceDate: referenceDate,
      tables: tables, scope: scope)
  }

  /// Among the reference dates in the period for which the source has rows, the latest
  /// 15 October, else the latest 15 March.
  private func headlineReferenceDate(of table: Table) -> CalendarDate? {
    let dates = RowDays.referenceDates(of: table).filter(scope.period.contains)
    return dates.last { $0.components.month == 10 } ?? dates.last
  }

  /// The value on every other reference date in the period that has rows.
  private func observations(_ tables: TableSet, except headline: CalendarDate?) throws
    -> [KPIResult.Observation]
  {
    guard let table = tables[definition.source],
      definition.when == .referenceDate || definition.observationRules != nil
    else { return [] }
    let dates = RowDays.referenceDates(of: table).filter(scope.period.contains)
    return try dates.filter { $0 != headline }.map { date in
      let bound = try BoundDefinition(
        definition, rules: definition.observationRules ?? definition.rules,
        when: .referenceDate, referenceDate: date, tables: tables, scope: scope)
      var items = ItemSet(capacity: bound.itemCapacity)
      for start in stride(from: 0, to: table.rowCount, by: RuleChain.blockSize) {
        let rows = start..<min(start + RuleChain.blockSize, table.rowCount)
        bound.chain.judge(rows) { row, verdict in
          if verdict == .counted { items.insert(bound.item(row)) }
        }
      }
      return KPIResult.Observation(referenceDate: date, value: items.count)
    }
  }

  private func evidence(_ pass: CountingPass, _ bound: BoundDefinition, _ use: ColumnUse)
    -> KPIEvidence
  {
    let contract = scope.contract(definition.source)
    let keyColumns: [String]
    var countsRows = false
    switch definition.count {
    case .distinct(let column): keyColumns = [column]
    case .rows:
      keyColumns = contract?.keyColumnNames ?? []
      countsRows = true
    }
    var columns: [KPIEvidence.Column] = []
    func add(_ source: String, lookup: String?, without names: [String]) {
      let read = use.evidenceColumns(of: source).subtracting(names)
      for column in scope.contract(source)?.columns ?? [] where read.contains(column.name) {
        columns.append(
          .init(
            lookup: lookup, name: column.name, personal: column.personal,
            decides: use.byRules[source]?.contains(column.name) ?? false))
      }
    }
    add(definition.source, lookup: nil, without: keyColumns)
    var lookups: [KPIEvidence.Lookup] = []
    let decided = decidedRows(pass)
    for lookup in bound.chain.lookups {
      add(
        lookup.source, lookup: lookup.source,
        without: [scope.personColumn(of: lookup.source)].compactMap { $0 })
      lookups.append(
        .init(
          source: lookup.source,
          keyColumns: scope.contract(lookup.source)?.keyColumnNames ?? [],
          rows: decided.map { row in
            Int32(lookup.row(for: Int(row), on: bound.chain.days[Int(row)]) ?? -1)
          }))
    }
    let eventColumns = contract?.keyColumnNames ?? []
    return KPIEvidence(
      kpi: definition.number, source: definition.source, keyColumns: keyColumns,
      columns: columns, verdicts: pass.verdicts, rows: pass.countedRows,
      rules: definition.rules.map(\.id), countsRows: countsRows,
      eventColumns: eventColumns.allSatisfy { bound.table.columns[$0] != nil } ? eventColumns : [],
      decided: decided, lookups: lookups,
      personalColumns: Set(contract?.columns.filter(\.personal).map(\.name) ?? []))
  }

  /// Every row, except those that the reference date leaves out by the key alone.
  private func decidedRows(_ pass: CountingPass) -> [Int32] {
    let rows = (0..<Int32(pass.verdicts.count))
    guard let first = definition.rules.first, first.onlyIf == nil,
      case .test(DerivedValue.atReferenceDate.rawValue, _) = first.keep
    else { return Array(rows) }
    return rows.filter { pass.verdicts[Int($0)] != 0 }
  }
}
