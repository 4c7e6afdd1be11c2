/// projects: one row per project.
struct ProjectRows: RowMaker {
  let world: World
  let table = SourceTable.projects
  let layout = Layout.events

  private static let kinds = Weights(45, 12, 12, 21, 10)

  func fill(_ row: inout Row, _ place: Place) {
    var random = rowStream(place)
    row.add(identifier: "NSTC114-", place.entity, width: 6)
    let person = teacher(&random)
    addTeacher(person, &random, to: &row)
    row.addPoolText(TextPools.titles, &random)
    row.addCode(&random, ProjectRows.kinds)
    row.addFlag(&random, yesPercent: 80)
    row.add(Country.any(&random, taiwanPercent: 8))
    let (start, end) = span(person, &random)
    row.add(day: start)
    row.add(day: end)
    row.addFlag(&random, yesPercent: 75)
    row.addFlag(&random, yesPercent: 75)
    let amount = random.below(5_000_000) * 1000 + (random.once(in: 4) ? 500 : 0)
    row.add(random.once(in: 6) ? nil : amount)
  }

  /// Touches the period by one day, misses it by one, lies around it or inside.
  private func span(_ person: Int, _ random: inout RandomStream) -> (start: Int, end: Int) {
    let length = random.below(1000)
    switch random.below(10) {
    case 0: return (world.from - length, world.from)
    case 1: return (world.from - 1 - length, world.from - 1)
    case 2: return (world.to, world.to + length)
    case 3: return (world.to + 1, world.to + 1 + length)
    case 4: return (world.from - 1 - length, world.to + 1 + length)
    default:
      let start = teacherDay(person, &random)
      return (start, start + length)
    }
  }
}
