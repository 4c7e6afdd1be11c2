/// Which thing a row is about: the person, article or event, and which of its rows this is.
struct Place: Equatable {
  let entity: Int
  /// The semester's distance from the person's own, or the number of the row.
  let part: Int
}

/// Rows come in blocks of 16 that repeat a pattern, so the place of any row is found by arithmetic.
/// A place that stands twice in a pattern is an identical duplicate row.
struct Layout: Sendable {
  let entitiesPerBlock: Int
  /// How many of a block's first entities have rows; the others are unknown to every look-up.
  let knownPerBlock: Int
  private let patterns: [[Place]]
  static let blockLength = 16

  func place(of row: Int, in table: SourceTable, of world: World) -> Place {
    let block = row / Layout.blockLength
    var random = world.stream(.layout, table, block)
    // The first pattern has the duplicates: one block in four.
    let pattern = random.below(4) == 0 ? 0 : 1 + random.below(patterns.count - 1)
    let place = patterns[pattern][row % Layout.blockLength]
    return Place(entity: block * entitiesPerBlock + place.entity, part: place.part)
  }

  /// A person of a look-up: mostly one with rows, sometimes one without any.
  func anyEntity(rows: Int, _ random: inout RandomStream) -> Int {
    let blocks = max(1, (rows + Layout.blockLength - 1) / Layout.blockLength)
    let block = random.below(blocks)
    let unknown = random.below(25) == 0
    return block * entitiesPerBlock
      + (unknown ? knownPerBlock : random.below(knownPerBlock))
  }

  private init(_ entitiesPerBlock: Int, known: Int, _ patterns: [[(Int, Int)]]) {
    self.entitiesPerBlock = entitiesPerBlock
    knownPerBlock = known
    self.patterns = patterns.map { $0.map { Place(entity: $0.0, part: $0.1) } }
  }

  /// Persons by semester: some only in an earlier or a later semester, some with a gap.
  static let persons = Layout(
    11, known: 10,
    [
      [
        (0, -1), (0, 0), (1, 0), (1, 0), (2, -1), (2, 0), (2, 1), (3, -2), (4, 1), (5, 0), (6, -1),
        (6, 1), (7, 0), (8, 0), (9, 0), (9, 0),
      ],
      [
        (0, 0), (1, -1), (1, 0), (1, 1), (2, 0), (3, -1), (4, 1), (4, 2), (5, -2), (5, 0), (6, 0),
        (7, 0), (8, -1), (8, 0), (9, 0), (9, 1),
      ],
      [
        (0, 1), (0, 0), (0, -1), (1, 0), (2, -2), (2, 1), (3, 0), (4, 0), (5, 0), (5, 1), (6, -1),
        (7, 0), (7, 1), (8, 0), (9, -1), (9, 0),
      ],
    ])

  /// Events, one row each but for the duplicates.
  static let events = Layout(
    16, known: 16,
    [
      [
        (0, 0), (0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0), (7, 0), (8, 0), (9, 0),
        (9, 0), (9, 0), (10, 0), (11, 0), (12, 0),
      ],
      (0..<16).map { ($0, 0) },
    ])

  /// Articles, books and activities: one to four rows each, of different teachers.
  static let shared = Layout(
    10, known: 10,
    [
      [
        (0, 0), (0, 1), (1, 0), (1, 0), (2, 0), (3, 0), (3, 1), (3, 2), (4, 0), (5, 0), (6, 0),
        (7, 0), (7, 1), (7, 1), (8, 0), (9, 0),
      ],
      [
        (0, 0), (0, 1), (1, 0), (2, 0), (2, 1), (3, 0), (4, 0), (4, 1), (4, 2), (4, 3), (5, 0),
        (6, 0), (7, 0), (7, 1), (8, 0), (9, 0),
      ],
    ])
}
