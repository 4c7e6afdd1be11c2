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
      return Outcome(result: result, evidence: nil, findings: [], absentColumns: [])
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
    return Outcome(
      result: result, evidence: evidence(pass, bound, use), findings: pass.findings,
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
      for row in 0..<table.rowCount where bound.chain.judge(row) == .counted {
        items.insert(bound.item(row))
      }
      return KPIResult.Observation(referenceDate: date, value: items.count)
    }
  }

  private func evidence(_ pass: CountingPass, _ bound: BoundDefinition, _ use: ColumnUse)
    -> KPIEvidence
  {
    let contract = scope.contract(definition.source)
    let keyColumns: [String]
    switch definition.count {
    case .distinct(let column): keyColumns = [column]
    case .rows: keyColumns = contract?.keyColumnNames ?? []
    }
    var columns: [KPIEvidence.Column] = []
    let own = use.columns(of: definition.source).subtracting(keyColumns)
    for column in contract?.columns ?? [] where own.contains(column.name) {
      columns.append(.init(lookup: nil, name: column.name))
    }
    var lookedUp: [String: [Int32]] = [:]
    for lookup in bound.chain.lookups {
      let person = scope.personColumn(of: lookup.source)
      let read = use.columns(of: lookup.source)
      for column in scope.contract(lookup.source)?.columns ?? []
      where read.contains(column.name) && column.name != person {
        columns.append(.init(lookup: lookup.source, name: column.name))
      }
      lookedUp[lookup.source] = pass.countedRows.map { row in
        Int32(lookup.row(for: Int(row), on: bound.chain.days[Int(row)]) ?? -1)
      }
    }
    return KPIEvidence(
      kpi: definition.number, source: definition.source, keyColumns: keyColumns,
      columns: columns, verdicts: pass.verdicts, rows: pass.countedRows, lookedUp: lookedUp)
  }
}
