/// faculty and researchers: one row per person and semester around the period.
struct PersonnelRows: RowMaker {
  enum Kind { case faculty, researchers }
  let world: World
  let kind: Kind
  let layout = Layout.persons
  var table: SourceTable { kind == .faculty ? .faculty : .researchers }

  private static let genders = Weights(55, 45)
  private static let employments = Weights(58, 17, 25)
  private static let ranks = Weights(30, 25, 30, 10, 5)
  private static let categories = Weights(15, 15, 20, 25, 25)
  private static let schemes = Weights(15, 20, 15, 50)

  /// A staff number; each third person's begins with zeros.
  static func addIdentifier(_ person: Int, _ kind: Kind, to row: inout Row) {
    switch (kind, person % 3) {
    case (.researchers, _): row.add(identifier: "R", person, width: 6)
    case (.faculty, 0): row.add(identifier: "", person, width: 8)
    case (.faculty, _): row.add(identifier: "T", person, width: 7)
    }
  }

  /// The day a person leaves, if any: its events ask about the days around it.
  static func leavingDay(_ person: Int, _ table: SourceTable, _ world: World) -> Int? {
    var random = world.stream(.event, table, person)
    return random.chance(35) ? world.eventDay(&random) : nil
  }

  func fill(_ row: inout Row, _ place: Place) {
    var person = entityStream(place)
    var random = rowStream(place)
    let base = world.firstSemester + person.below(world.lastSemester - world.firstSemester + 1)
    let semester = base + place.part
    var citizenship = Citizenship(&person)
    if random.once(in: 32) { citizenship = Citizenship(&random) }
    let leaving = PersonnelRows.leavingDay(place.entity, table, world)

    row.add(SemesterNumber.academicYear(semester))
    row.add(SemesterNumber.semester(semester))
    PersonnelRows.addIdentifier(place.entity, kind, to: &row)
    row.addName(&person, rare: hasRareCharacters, foreign: !citizenship.isROC)
    row.addCode(&person, PersonnelRows.genders, missingPercent: 4)
    row.add(day: person.chance(4) ? nil : CivilDay.number(1948, 1, 1) + person.below(18_000))
    row.add(citizenship.first)
    row.add(citizenship.second)
    let usual = person.pick(PersonnelRows.employments)
    let employment = random.once(in: 10) ? random.pick(PersonnelRows.employments) : usual
    row.add(employment)
    if kind == .faculty {
      row.addCode(&person, PersonnelRows.ranks, missingPercent: 4)
    } else {
      row.addCode(&person, PersonnelRows.categories)
    }
    row.addPoolText(TextPools.colleges, &person)
    row.addPoolText(TextPools.departments, &person)
    row.add(day: appointment(leaving, &person, &random))
    // The export of one semester may not know yet that a person leaves.
    row.add(day: random.once(in: 8) ? nil : leaving)
    row.addCode(&person, PersonnelRows.schemes, missingPercent: 30)
  }

  /// Often the period's edges, the day before, on or after the leaving day, or long ago.
  private func appointment(
    _ leaving: Int?, _ person: inout RandomStream, _ random: inout RandomStream
  ) -> Int? {
    let kind = person.below(20)
    let day = world.eventDay(&person)
    let years = person.below(9000)
    // Rows of one person seldom disagree about the day of appointment.
    if random.once(in: 24) { return world.eventDay(&random) }
    switch kind {
    case 0: return nil
    case 1, 2: return (leaving ?? day) + kind - 2
    case 3: return (leaving ?? day) + 1
    case 4..<9: return world.from - 1 - years
    default: return day
    }
  }
}
