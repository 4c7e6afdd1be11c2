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
    let referenceDates = reason == nil ? referenceDates(tables) : []
    if reason == nil, definition.when == .referenceDate {
      // The latest 15 October, else the latest 15 March.
      referenceDate = referenceDates.last { $0.components.month == 10 } ?? referenceDates.last
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
    let pass = CountingPass(bound)
    result.referenceDate = referenceDate
    pass.fill(&result)
    result.observations = try observations(
      tables, on: referenceDates.filter { $0 != referenceDate })
    var warnings = pass.warnings
    if !availability.absentColumns.isEmpty { warnings.insert("column-absent") }
    result.warnings = warnings.sorted()
    let evidence = evidence(pass, bound, use)
    let detail = try scope.layout(of: definition.id).map {
      try DetailCounter($0, of: bound, pass: pass, result: result, scope: scope).table()
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

  /// The reference dates in the period for which the source has rows, in order; none for a KPI
  /// that does not ask for them.
  private func referenceDates(_ tables: TableSet) -> [CalendarDate] {
    guard definition.when == .referenceDate || definition.observationRules != nil,
      let table = tables[definition.source]
    else { return [] }
    return RowDays(of: table, .referenceDate).occurring(inTableOf: table.rowCount)
      .map(CalendarDate.init).filter(scope.period.contains)
  }

  /// The value on further reference dates.
  private func observations(_ tables: TableSet, on dates: [CalendarDate]) throws
    -> [KPIResult.Observation]
  {
    try dates.map { date in
      let bound = try BoundDefinition(
        definition, rules: definition.observationRules ?? definition.rules,
        when: .referenceDate, referenceDate: date, tables: tables, scope: scope)
      let rows = KPIEvidence.rows(of: KPIEvidence.counted, in: bound.chain.verdicts())
      return KPIResult.Observation(
        referenceDate: date, value: bound.items.set(of: rows).count)
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
    let forgotten = forgottenRule
    for lookup in bound.chain.lookups {
      add(
        lookup.source, lookup: lookup.source,
        without: [scope.personColumn(of: lookup.source)].compactMap { $0 })
      lookups.append(
        .init(
          source: lookup.source,
          keyColumns: scope.contract(lookup.source)?.keyColumnNames ?? [],
          rows: forgotten == nil
            ? lookup.rows
            : zip(lookup.rows, pass.verdicts).filter { $1 != forgotten }.map(\.0)))
    }
    let eventColumns = contract?.keyColumnNames ?? []
    return KPIEvidence(
      kpi: definition.number, source: definition.source, keyColumns: keyColumns,
      columns: columns, verdicts: pass.verdicts, forgottenRule: forgotten,
      rules: definition.rules.map(\.id), countsRows: countsRows,
      eventColumns: eventColumns.allSatisfy { bound.table.columns[$0] != nil } ? eventColumns : [],
      lookups: lookups,
      personalColumns: Set(contract?.columns.filter(\.personal).map(\.name) ?? []))
  }

  /// The first rule, where it leaves rows out by their semester alone.
  private var forgottenRule: UInt8? {
    guard let first = definition.rules.first, first.onlyIf == nil,
      case .test(DerivedValue.atReferenceDate.rawValue, _) = first.keep
    else { return nil }
    return 0
  }
}
