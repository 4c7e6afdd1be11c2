/// The rows of one source as they are exported: made from their places, some broken, without the
/// cells of lacking columns.
struct SourceRows: Sendable {
  let maker: any RowMaker
  let count: Int
  private let faults: RowFaults?
  private let absent: [Int]
  private let isAbsent: Bool

  var table: SourceTable { maker.table }
  var exists: Bool { !isAbsent }
  var absentColumns: [Int] { absent }

  /// `dirtyShare` in parts of ten thousand; nil for clean rows.
  init(maker: any RowMaker, dirtyShare: Int?, absences: Absences) {
    self.maker = maker
    let table = maker.table
    isAbsent = absences.lacks(table)
    count = isAbsent ? 0 : maker.world.rows[table.number - 1]
    absent = absences.columns(of: table)
    let rows = count
    faults = dirtyShare.map {
      RowFaults(table: table, world: maker.world, rows: rows, share: $0)
    }
  }

  /// Makes row `number` (from 0) anew.
  func make(_ row: inout Row, _ number: Int) {
    row.clear()
    let kind = faults?.kind(of: number) ?? .none
    let source = kind == .conflict ? number - 1 : number
    maker.fill(&row, maker.layout.place(of: source, in: table, of: maker.world))
    switch kind {
    case .none: break
    case .conflict: faults?.contradict(&row, number)
    case .single: faults?.spoil(&row, number)
    }
    for place in absent { row.cells[place] = Cell() }
  }

  static func all(_ world: World) -> [any RowMaker] {
    [
      StudentRows(world: world), PersonnelRows(world: world, kind: .faculty),
      PersonnelRows(world: world, kind: .researchers), FacultyExchangeRows(world: world),
      FacultyActivityRows(world: world), VisitingScholarRows(world: world),
      StudentMobilityRows(world: world), InternationalVisitRows(world: world),
      PublicationRows(world: world), BookRows(world: world), ProjectRows(world: world),
    ]
  }
}
