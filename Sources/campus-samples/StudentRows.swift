/// students: one row per person and semester around the period.
struct StudentRows: RowMaker {
  let world: World
  let table = SourceTable.students
  let layout = Layout.persons

  private static let genders = Weights(48, 52)
  private static let programmes = Weights(22, 36, 8, 20, 8, 6)
  private static let statuses = Weights(76, 6, 6, 3, 4, 3, 2)
  private static let routes = Weights(55, 33, 12)
  /// Identity by nationality: ROC, HK and MO, CN, others.
  private static let identities = [
    Weights(88, 6, 6, 0, 0), Weights(0, 15, 25, 60, 0), Weights(0, 10, 5, 0, 85),
    Weights(4, 78, 18, 0, 0),
  ]

  /// A student number; each fourth person's begins with zeros.
  static func addIdentifier(_ person: Int, to row: inout Row) {
    switch person % 4 {
    case 0: row.add(identifier: "M", person, width: 9)
    case 1: row.add(identifier: "D", person, width: 9)
    case 2: row.add(identifier: "B-", person, width: 8)
    default: row.add(identifier: "", person, width: 10)
    }
  }

  /// What trips ask of a student: the nationalities and the usual programme.
  static func traits(_ person: Int, _ world: World) -> (citizenship: Citizenship, programme: Int) {
    var random = world.stream(.event, .students, person)
    return (Citizenship(&random), random.pick(programmes))
  }

  func fill(_ row: inout Row, _ place: Place) {
    var person = entityStream(place)
    var random = rowStream(place)
    let base = world.firstSemester + person.below(world.lastSemester - world.firstSemester + 1)
    let semester = base + place.part
    var (citizenship, programme) = StudentRows.traits(place.entity, world)
    // A few become or cease to be nationals from one semester to the next.
    if random.once(in: 32) { citizenship = Citizenship(&random) }
    if random.once(in: 12) { programme = random.pick(StudentRows.programmes) }

    row.add(SemesterNumber.academicYear(semester))
    row.add(SemesterNumber.semester(semester))
    StudentRows.addIdentifier(place.entity, to: &row)
    row.addName(&person, rare: hasRareCharacters, foreign: !citizenship.isROC)
    row.addCode(&person, StudentRows.genders, missingPercent: 4)
    row.add(day: person.chance(4) ? nil : CivilDay.number(1965, 1, 1) + person.below(15_000))
    row.add(citizenship.first)
    row.add(citizenship.second)
    row.addCode(&person, identities(of: citizenship))
    row.addCode(&person, StudentRows.routes, missingPercent: 8)
    row.addFlag(&person, yesPercent: 45)
    addProgramme(programme, &row, &person)
    row.addPoolText(TextPools.colleges, &person)
    row.addPoolText(TextPools.departments, &person)
    row.addCode(&random, StudentRows.statuses)
    addDualDegree(&row, &random)
  }

  private func identities(of citizenship: Citizenship) -> Weights {
    switch citizenship.first {
    case _ where citizenship.isROC: StudentRows.identities[0]
    case Country.hongKong, Country.macao: StudentRows.identities[1]
    case Country.mainland: StudentRows.identities[2]
    default: StudentRows.identities[3]
    }
  }

  /// Programme and 日間/進修別: in-service masters stand as 碩士在職專班 or as M 碩士 with N 職.
  private func addProgramme(
    _ programme: Int, _ row: inout Row, _ person: inout RandomStream
  ) {
    row.add(programme)
    let kind = person.below(20)
    switch (programme, kind) {
    case (_, 0..<6): row.missing()
    case (1, 6..<10), (2, 6..<14): row.add(1)
    case (1, 10), (3, 6..<8), (4, 6..<14): row.add(2)
    case (0, 6), (3, 8), (5, 6): row.add(1)
    case (0, 7), (5, 7): row.add(2)
    default: row.add(0)
    }
  }

  /// Credits exactly at a third, a thousandth below and above; months around 12 and 24.
  private func addDualDegree(_ row: inout Row, _ random: inout RandomStream) {
    let dual = random.chance(40)
    row.add(flag: dual)
    guard dual || random.once(in: 10) else {
      for _ in 0..<6 { row.missing() }
      return
    }
    let country = Country.any(&random, taiwanPercent: 5)
    if random.once(in: 8) { row.missing() } else { row.add(country) }
    row.addPoolText(TextPools.schools, &random, missingPercent: 10)
    let required = [24_000, 30_000, 32_500, 24_600, 128_000, 25_000, 1_000][random.below(7)]
    row.add(random.once(in: 6) ? nil : required)
    row.add(credits(required, &random))
    row.add(credits(required, &random))
    let months = [11_500, 11_999, 12_000, 12_500, 23_500, 24_000, 24_500, 36_000]
    let month = months[random.below(months.count)]
    row.add(random.once(in: 5) ? nil : month)
  }

  private func credits(_ required: Int, _ random: inout RandomStream) -> Int? {
    let third = (required + 2) / 3
    switch random.below(10) {
    case 0: return nil
    case 1, 2: return third - 1
    case 3, 4: return third
    case 5: return third + 1
    default: return third + random.below(required)
    }
  }
}
