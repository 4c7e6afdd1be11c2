/// What all rows of one made-up university share: its period, its sizes and its seed.
struct World: Sendable {
  let seed: UInt64
  /// First and last day of the period.
  let from: Int
  let to: Int
  /// Rows of the eleven sources in the contract's order.
  let rows: [Int]

  /// Per 10,000 student rows: students, faculty, researchers, exchanges, activities, scholars,
  /// mobility, visits, publications, books, projects.
  private static let proportions = [10_000, 800, 200, 50, 600, 300, 400, 200, 1000, 100, 150]

  init(seed: UInt64, from: Int, to: Int, students: Int, minimum: Int) {
    self.seed = seed
    self.from = from
    self.to = to
    rows = World.proportions.enumerated().map { place, share in
      place == 0 ? students : max(minimum, students * share / 10_000)
    }
  }

  var firstSemester: Int { SemesterNumber.containing(from) }
  var lastSemester: Int { SemesterNumber.containing(to) }

  /// A stream of one source's content.
  func stream(_ topic: Topic, _ table: SourceTable, _ first: Int, _ second: Int = 0)
    -> RandomStream
  {
    RandomStream(seed: seed &+ UInt64(table.number) << 56, topic: topic, first, second)
  }

  /// A day an event may start on: often the period's first or last day, a day outside it, the end
  /// of a month (three months later there is no such day), a semester's edge.
  func eventDay(_ random: inout RandomStream) -> Int {
    switch random.below(32) {
    case 0, 1: return from
    case 2, 3: return to
    case 4: return from - 1
    case 5: return to + 1
    case 6: return from - 2 - random.below(500)
    case 7: return to + 2 + random.below(500)
    case 8, 9:
      let (year, month, _) = CivilDay.components(dayInside(&random))
      let length = CivilDay.length(ofMonth: month, year)
      return CivilDay.number(year, month, length - random.below(3))
    case 10:
      let (year, month, _) = CivilDay.components(dayInside(&random))
      return CivilDay.number(year, month, 1)
    case 11:
      let semester = firstSemester + random.below(lastSemester - firstSemester + 2)
      return SemesterNumber.firstDay(semester) - random.below(2)
    default: return dayInside(&random)
    }
  }

  /// Any day of the period.
  func dayInside(_ random: inout RandomStream) -> Int { from + random.below(to - from + 1) }

  /// A publication's month, as year × 12 + month − 1: the first and last month of the period and
  /// those beside them often.
  func publicationMonth(_ random: inout RandomStream) -> Int {
    let first = CivilDay.components(from)
    let last = CivilDay.components(to)
    let earliest = first.year * 12 + first.month - 1
    let latest = last.year * 12 + last.month - 1
    switch random.below(16) {
    case 0, 1: return earliest
    case 2, 3: return latest
    case 4: return earliest - 1
    case 5: return latest + 1
    case 6: return earliest - 2 - random.below(30)
    default: return earliest + random.below(latest - earliest + 1)
    }
  }

  /// The last day of an event: two weeks and a day less, three months and a day more, or short.
  func endDay(_ start: Int, _ random: inout RandomStream) -> Int {
    let limit = CivilDay.threeMonthLimit(start)
    switch random.below(12) {
    case 0: return limit - 1
    case 1: return limit
    case 2: return limit + random.below(90)
    case 3: return start + 13
    case 4: return start + 12
    case 5: return start
    case 6: return start + 20 + random.below(60)
    default: return start + random.below(20)
    }
  }
}
