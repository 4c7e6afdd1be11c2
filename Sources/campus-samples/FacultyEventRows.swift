/// Events of teachers: whom they are about and when.
extension RowMaker {
  /// A teacher of the faculty source, now and then one that no source knows or a researcher.
  func teacher(_ random: inout RandomStream) -> Int {
    Layout.persons.anyEntity(rows: world.rows[1], &random)
  }

  func addTeacher(_ person: Int, _ random: inout RandomStream, to row: inout Row) {
    let kind: PersonnelRows.Kind = random.once(in: 40) ? .researchers : .faculty
    PersonnelRows.addIdentifier(person, kind, to: &row)
  }

  /// A day of an event; for some the day before, on or after the teacher's last day.
  func teacherDay(_ person: Int, _ random: inout RandomStream) -> Int {
    let near = random.below(8)
    let day = world.eventDay(&random)
    guard near < 3, let leaving = PersonnelRows.leavingDay(person, .faculty, world) else {
      return day
    }
    return leaving + near - 1
  }
}

/// faculty_exchanges: one row per stay abroad, no key.
struct FacultyExchangeRows: RowMaker {
  let world: World
  let table = SourceTable.facultyExchanges
  let layout = Layout.events

  private static let capacities = Weights(72, 10, 10, 8)

  func fill(_ row: inout Row, _ place: Place) {
    var random = rowStream(place)
    let person = teacher(&random)
    addTeacher(person, &random, to: &row)
    row.addCode(&random, FacultyExchangeRows.capacities)
    row.add(Country.any(&random, taiwanPercent: 8))
    row.addPoolText(TextPools.schools, &random)
    let start = teacherDay(person, &random)
    row.add(day: start)
    row.add(day: start + random.below(200))
  }
}

/// faculty_activities: one row per teacher and activity.
struct FacultyActivityRows: RowMaker {
  let world: World
  let table = SourceTable.facultyActivities
  let layout = Layout.shared

  private static let kinds = Weights(26, 20, 20, 17, 17)

  func fill(_ row: inout Row, _ place: Place) {
    var activity = entityStream(place)
    var random = rowStream(place)
    let first = teacher(&activity)
    // The next person of the same block: two rows of one activity never name one teacher.
    let person = place.part == 0 ? first : first / 11 * 11 + (first % 11 + place.part) % 11
    row.addOptionalKey("ACT", place.entity, &activity)
    addTeacher(person, &activity, to: &row)
    row.addCode(&activity, FacultyActivityRows.kinds)
    row.addPoolText(TextPools.titles, &activity)
    row.addFlag(&activity, yesPercent: 55)
    let country = Country.any(&activity, taiwanPercent: 35)
    if activity.once(in: 8) { row.missing() } else { row.add(country) }
    row.addFlag(&activity, yesPercent: 30)
    row.addFlag(&activity, yesPercent: 80)
    row.addFlag(&activity, yesPercent: 80)
    _ = row.addCountries(&activity)
    let start = teacherDay(person, &random)
    row.add(day: start)
    row.add(day: world.endDay(start, &random))
  }
}
