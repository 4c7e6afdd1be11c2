import Glibc

/// Writes one made-up university: its plain rows, and their exports.
struct Generator {
  private let options: Options
  private let world: World
  private let absences: Absences
  private let sources: [SourceRows]

  init(_ options: Options) throws {
    self.options = options
    var period = options.period ?? (CivilDay.number(2025, 8, 1), CivilDay.number(2025, 12, 31))
    if options.randomPeriod { period = Generator.randomPeriod(options.seed) }
    world = World(
      seed: options.seed, from: period.from, to: period.to, students: options.students,
      minimum: options.minimum)
    var absences = options.absences
    if options.absentRandom { try absences.addRandom(seed: options.seed) }
    self.absences = absences
    sources = SourceRows.all(world).map {
      SourceRows(maker: $0, dirtyShare: options.dirtyShare, absences: absences)
    }
  }

  func run() throws {
    let plain = options.output + "/plain"
    try makeFolder(options.output)
    try makeFolder(plain)
    try write("source,column\n" + absences.lines, to: plain + "/absent.csv")
    var days = ByteBuffer()
    days.append("from,to\n")
    days.append(day: world.from)
    days.append(",")
    days.append(day: world.to)
    days.append("\n")
    try write(String(decoding: days.bytes, as: UTF8.self), to: plain + "/period.csv")

    let exports = try Exporter(options, world, absences)
    for source in sources {
      var writer = try PlainWriter(source.table, path: plain + "/\(source.table.name).csv")
      var row = Row()
      var export = try exports?.begin(source)
      let together = export?.isInOrder ?? false
      for number in 0..<source.count {
        source.make(&row, number)
        try writer.write(row)
        if together { try export?.write(row) }
      }
      try writer.finish()
      if !together, export != nil {
        for position in 0..<source.count {
          source.make(&row, export?.number(at: position) ?? position)
          try export?.write(row)
        }
      }
      try export?.finish()
    }
    try exports?.finish()
  }

  /// An academic year, a calendar year, half of one, a month, or any span of days.
  private static func randomPeriod(_ seed: UInt64) -> (from: Int, to: Int) {
    var random = RandomStream(seed: seed, topic: .period)
    let year = 2021 + random.below(6)
    let month = 1 + random.below(12)
    switch random.below(6) {
    case 0: return (CivilDay.number(year, 8, 1), CivilDay.number(year + 1, 7, 31))
    case 1: return (CivilDay.number(year, 1, 1), CivilDay.number(year, 12, 31))
    case 2: return (CivilDay.number(year, 8, 1), CivilDay.number(year, 12, 31))
    case 3: return (CivilDay.number(year, 2, 1), CivilDay.number(year, 7, 31))
    case 4:
      let length = CivilDay.length(ofMonth: month, year)
      return (CivilDay.number(year, month, 1), CivilDay.number(year, month, length))
    default:
      let from = CivilDay.number(year, month, 1) + random.below(31)
      return (from, from + random.below(700))
    }
  }

  private func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw Stop.output(path, errno) }
  }

  private func write(_ text: String, to path: String) throws {
    let file = try OutputFile(path: path)
    file.buffer.append(text)
    _ = try file.finish()
  }
}
