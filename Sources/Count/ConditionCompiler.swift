import Campus
import Definitions

/// Binds the conditions of a definition to the columns of one table.
struct ConditionCompiler {
  let table: Table
  let scope: CountScope
  let when: KPIDefinition.When
  /// The reference date in question, if the KPI has one.
  let referenceDate: CalendarDate?
  let figures: [KPIDefinition.Figure]

  func compile(_ condition: Condition) throws -> Predicate {
    switch condition {
    case .all(let parts): AllOf(try parts.map(compile))
    case .any(let parts): AnyOf(try parts.map(compile))
    case .not(let part): Negation(try compile(part))
    case .test(let value, let test): try compile(value, test)
    }
  }

  private func compile(_ name: String, _ test: Condition.Test) throws -> Predicate {
    if let term = scope.terms?.terms[name] {
      return try affirmed(compile(term.keep), name, test)
    }
    if let derived = DerivedValue(rawValue: name) { return try compile(derived, test) }
    guard let column = table.columns[name] else {
      // Its absence was found to have a meaning: every value is missing.
      return Constant(test == .missing ? .holds : test == .present ? .fails : .unknown)
    }
    return try compile(name, column, test)
  }

  private func compile(_ name: String, _ column: TableColumn, _ test: Condition.Test) throws
    -> Predicate
  {
    switch (test, column.content) {
    case (.missing, _): return Negation(HasValue(column.values))
    case (.present, _): return HasValue(column.values)
    case (.isOneOf(let words), .flags), (.isNoneOf(let words), .flags):
      let yes = words.contains("yes")
      let no = words.contains("no")
      let asked = [no, yes]
      if case .isOneOf = test { return JudgedValues(column.values, holds: asked) }
      return JudgedValues(column.values, holds: asked.map { !$0 })
    case (.isOneOf(let words), .codes(let list)):
      return JudgedValues(column.values, holds: list.entries.map { words.contains($0.code) })
    case (.isNoneOf(let words), .codes(let list)):
      return JudgedValues(column.values, holds: list.entries.map { !words.contains($0.code) })
    case (.isOneOf(let words), .texts(let pool)):
      return JudgedValues(column.values, holds: texts(of: pool).map(words.contains))
    case (.isNoneOf(let words), .texts(let pool)):
      return JudgedValues(column.values, holds: texts(of: pool).map { !words.contains($0) })
    case (.atLeast(let bound), .integers): return NumberWithin(column.values, bound...Int.max)
    case (.atMost(let bound), .integers): return NumberWithin(column.values, Int.min...bound)
    case (.atLeast(let bound), .decimals(let distinct)):
      let units = Int128(bound) * FixedPoint.one
      return JudgedValues(column.values, holds: distinct.map { $0 >= units })
    case (.atMost(let bound), .decimals(let distinct)):
      let units = Int128(bound) * FixedPoint.one
      return JudgedValues(column.values, holds: distinct.map { $0 <= units })
    case (.atLeast(let bound), .sets(let sets, _)):
      return JudgedValues(column.values, holds: sets.map { $0.count >= bound })
    case (.atMost(let bound), .sets(let sets, _)):
      return JudgedValues(column.values, holds: sets.map { $0.count <= bound })
    case (.holds(let codes), .sets(let sets, let list)):
      let listed = indexes(of: codes, in: list)
      return JudgedValues(column.values, holds: sets.map { $0.contains(where: listed.contains) })
    case (.holdsOtherThan(let codes), .sets(let sets, let list)):
      let listed = indexes(of: codes, in: list)
      return JudgedValues(
        column.values, holds: sets.map { $0.contains { !listed.contains($0) } })
    case (.timesAtLeast(let factor, let other), .decimals(let distinct)):
      guard let otherColumn = table.columns[other] else { return Constant(.unknown) }
      guard case .decimals(let otherDistinct) = otherColumn.content else {
        throw unfit(name, test)
      }
      return TimesAtLeast(
        column.values, distinct, factor: factor, otherColumn.values, otherDistinct)
    case (.notBeforeDayAskedAbout, .dates): return NotBeforeDay(column.values)
    default: throw unfit(name, test)
    }
  }

  private func compile(_ value: DerivedValue, _ test: Condition.Test) throws -> Predicate {
    switch (value, test) {
    case (.inPeriod, _): return try affirmed(inPeriod(), value.rawValue, test)
    case (.atReferenceDate, _):
      // Where there is one, it is what the row's own day is compared with.
      guard let referenceDate, when == .referenceDate else { throw unfit(value.rawValue, test) }
      return try affirmed(AtReferenceDate(referenceDate), value.rawValue, test)
    case (.anyFigure, _):
      return try affirmed(AnyOf(figures.map { try compile($0.keep) }), value.rawValue, test)
    case (.days, .atLeast(let bound)): return DaysWithin(starts, ends, bound...Int.max)
    case (.days, .atMost(let bound)): return DaysWithin(starts, ends, Int.min...bound)
    case (.age, .atLeast(let bound)): return AgeWithin(values("birth_date"), bound...Int.max)
    case (.age, .atMost(let bound)): return AgeWithin(values("birth_date"), Int.min...bound)
    case (.duration, .withinMonths(let months)): return WithinMonths(starts, ends, months)
    case (.countries, _), (.benchmarkPartner, _), (.benchmarkPartnerCountry, _):
      guard let members = derivedSet(value) else { return Constant(.unknown) }
      switch test {
      case .atLeast(let bound): return MembersWithin(members, bound...Int.max)
      case .atMost(let bound): return MembersWithin(members, Int.min...bound)
      case .present: return MembersWithin(members, 1...Int.max)
      case .missing: return Negation(MembersWithin(members, 1...Int.max))
      case .holds(let codes), .holdsOtherThan(let codes):
        var wantListed = false
        if case .holds = test { wantListed = true }
        let listed = indexes(of: codes, in: members.list)
        return MembersHold(members, listed: listed, wantListed: wantListed)
      default: throw unfit(value.rawValue, test)
      }
    default: throw unfit(value.rawValue, test)
    }
  }

  /// The derived set of a name, or nil when the column it is made of is absent.
  func derivedSet(_ value: DerivedValue) -> DerivedSet? {
    switch value {
    case .countries:
      guard let participants = set("participant_countries") else { return nil }
      return CountriesWithoutOwn(
        list: participants.list, participants: (participants.values, participants.sets),
        own: set("own_only_countries").map { ($0.values, $0.sets) })
    case .benchmarkPartner: return partnersInForce()
    case .benchmarkPartnerCountry:
      guard let partnersInForce = partnersInForce(), let countries = scope.codeLists["countries"]
      else { return nil }
      return PartnerCountries(
        list: countries, partnersInForce: partnersInForce,
        countryOfPartner: scope.benchmarkPartners.map {
          Int32(countries.index(ofCode: $0.country) ?? 0)
        })
    default: return nil
    }
  }

  private func partnersInForce() -> PartnersInForce? {
    set("partner_institutions").map {
      PartnersInForce(
        list: $0.list, values: $0.values, sets: $0.sets, partners: scope.benchmarkPartners)
    }
  }

  private func inPeriod() -> Predicate {
    if case .span(let start, let end) = when {
      return SpanInPeriod(values(start), values(end), scope.period)
    }
    return DayInPeriod(scope.period)
  }

  /// `yes` asks for the predicate, `no` for its negation.
  private func affirmed(_ predicate: Predicate, _ name: String, _ test: Condition.Test) throws
    -> Predicate
  {
    switch test {
    case .isOneOf(["yes"]), .isNoneOf(["no"]): predicate
    case .isOneOf(["no"]), .isNoneOf(["yes"]): Negation(predicate)
    default: throw unfit(name, test)
    }
  }

  private var starts: ColumnValues { values("start") }
  private var ends: ColumnValues { values("end") }

  private func values(_ name: String) -> ColumnValues {
    table.columns[name]?.values
      ?? ColumnValues([Int32](repeating: TableColumn.missing, count: table.rowCount))
  }

  private func set(_ name: String) -> (values: ColumnValues, sets: [[Int32]], list: CodeList)? {
    guard let column = table.columns[name], case .sets(let sets, let list) = column.content
    else { return nil }
    return (column.values, sets, list)
  }

  private func texts(of pool: BytePool) -> [String] {
    (0..<Int32(pool.count)).map(pool.text)
  }

  private func indexes(of codes: [String], in list: CodeList) -> Set<Int32> {
    Set(codes.compactMap { list.index(ofCode: $0) }.map(Int32.init))
  }

  /// Lint finds such a test before a run does.
  private func unfit(_ name: String, _ test: Condition.Test) -> Failure {
    Failure(
      .invalidDefinitions, "the test \(test) does not fit the value '\(name)'",
      help: "run 'campus-kpi lint' to find the line")
  }
}
