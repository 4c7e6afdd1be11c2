/// visiting_scholars: one row per visit.
struct VisitingScholarRows: RowMaker {
  let world: World
  let table = SourceTable.visitingScholars
  let layout = Layout.events

  private static let capacities = Weights(10, 10, 25, 55)
  private static let kinds = Weights(32, 24, 18, 16, 10)

  func fill(_ row: inout Row, _ place: Place) {
    var random = rowStream(place)
    row.addOptionalKey("V", place.entity, &random)
    if random.once(in: 6) {
      row.missing()
    } else {
      row.add(identifier: "P", place.entity, width: 8)
    }
    row.addName(&random, rare: hasRareCharacters, foreign: true)
    row.add(Country.any(&random, taiwanPercent: 6))
    row.add(Country.any(&random, taiwanPercent: 12))
    row.addPoolText(TextPools.schools, &random)
    row.addCode(&random, VisitingScholarRows.capacities)
    row.addCode(&random, VisitingScholarRows.kinds)
    row.addPoolText(TextPools.titles, &random)
    row.addFlag(&random, yesPercent: 82)
    row.addFlag(&random, yesPercent: 82)
    let participants = row.addCountries(&random)
    row.add(set: ownOnly(participants, &random))
    let start = world.eventDay(&random)
    row.add(day: start)
    row.add(day: world.endDay(start, &random))
    row.addPoolText(TextPools.colleges, &random)
  }

  /// Countries that only the school's own foreigners stand for: mostly none, else one or two of
  /// the participants, or a country that does not take part.
  private func ownOnly(_ participants: UInt64, _ random: inout RandomStream) -> UInt64 {
    let kind = random.below(10)
    let other = UInt64(1) << UInt64(Country.foreign(&random))
    switch kind {
    case 0, 1:
      // The lowest country that takes part (TW when it does), or the highest.
      return participants & (~participants &+ 1)
    case 2:
      return participants == 0 ? 0 : 1 << UInt64(63 - participants.leadingZeroBitCount)
    case 3: return other
    default: return 0
    }
  }
}

/// student_mobility: one row per trip.
struct StudentMobilityRows: RowMaker {
  let world: World
  let table = SourceTable.studentMobility
  let layout = Layout.events

  private static let kinds = Weights(12, 10, 10, 10, 30, 8, 5, 5, 5, 5)

  func fill(_ row: inout Row, _ place: Place) {
    var random = rowStream(place)
    row.addOptionalKey("TRIP", place.entity, &random)
    StudentRows.addIdentifier(traveller(&random), to: &row)
    row.addCode(&random, StudentMobilityRows.kinds)
    row.add(Country.any(&random, taiwanPercent: 8))
    row.addPoolText(TextPools.schools, &random)
    let start = world.eventDay(&random)
    row.add(day: start)
    // 13 and 14 days, both ends counted.
    switch random.below(6) {
    case 0, 1: row.add(day: start + 13)
    case 2: row.add(day: start + 12)
    default: row.add(day: start + random.below(120))
    }
  }

  /// Any student, but in half of the trips one who is a national and a graduate student.
  private func traveller(_ random: inout RandomStream) -> Int {
    var person = Layout.persons.anyEntity(rows: world.rows[0], &random)
    guard random.once(in: 2) else { return person }
    for _ in 0..<8 {
      let traits = StudentRows.traits(person, world)
      if traits.citizenship.isROC, traits.programme < 2 { break }
      person = Layout.persons.anyEntity(rows: world.rows[0], &random)
    }
    return person
  }
}

/// international_visits: one row per visit; the school fills it in.
struct InternationalVisitRows: RowMaker {
  let world: World
  let table = SourceTable.internationalVisits
  let layout = Layout.events

  private static let roles = Weights(35, 18, 15, 22, 10)
  private static let kinds = Weights(30, 30, 30, 10)

  func fill(_ row: inout Row, _ place: Place) {
    var random = rowStream(place)
    row.addOptionalKey("IV", place.entity, &random)
    if random.once(in: 3) {
      StudentRows.addIdentifier(Layout.persons.anyEntity(rows: world.rows[0], &random), to: &row)
    } else {
      addTeacher(teacher(&random), &random, to: &row)
    }
    row.addCode(&random, InternationalVisitRows.roles)
    let (start, birth) = startAndBirth(&random)
    row.add(day: birth)
    row.addCode(&random, InternationalVisitRows.kinds)
    row.add(Country.any(&random, taiwanPercent: 12))
    row.add(day: start)
    row.add(day: world.endDay(start, &random))
  }

  /// The day before, on and after the 46th birthday; births on 29 February, whose birthday of a
  /// common year is 1 March.
  private func startAndBirth(_ random: inout RandomStream) -> (start: Int, birth: Int) {
    let kind = random.below(10)
    let start = world.eventDay(&random)
    let (year, month, day) = CivilDay.components(start)
    let spread = random.below(3) - 1
    switch kind {
    case 0..<4:
      let length = CivilDay.length(ofMonth: month, year - 46)
      return (start, CivilDay.number(year - 46, month, min(day, length)) + spread)
    case 4:
      // Turns 46 in the year of the event, when that birth year has the day; else another age.
      let leap = [year - 46, year - 45, year - 47, year - 44].first { CivilDay.isLeap($0) }
      return (CivilDay.number(year, 3, 1) + random.below(3) - 2, leapDay(leap ?? 1980))
    case 5: return (start, CivilDay.number(year - 45, month, 1) + random.below(20))
    default: return (start, start - 7000 - random.below(15_000))
    }
  }

  private func leapDay(_ year: Int) -> Int { CivilDay.number(year, 2, 29) }
}
