import Campus
import Definitions

/// One column of a detail table over the counted rows: the cell of each, and their order.
struct DetailColumn {
  /// The counted rows and what they were looked up with.
  struct Rows {
    let bound: BoundDefinition
    let rows: [Int32]
    let items: CountedItems

    var count: Int { rows.count }

    /// The definition's own table, or that of its persons.
    func table(_ lookup: String?) -> Table? {
      lookup == nil ? bound.table : lookup.flatMap(found)?.table
    }

    private func found(_ source: String) -> Lookup? {
      bound.chain.lookups.first { $0.source == source }
    }

    /// The column's number for each counted row; missing for a person without a row, and throughout
    /// where there is no column.
    func values(of name: String, lookup: String?) -> [Int32] {
      guard let column = table(lookup)?.columns[name] else {
        return [Int32](repeating: TableColumn.missing, count: count)
      }
      guard let persons = lookup.flatMap(found)?.rows else { return column.values.values(at: rows) }
      return column.values.values(at: rows.map { persons[Int($0)] })
    }

    func days() -> [Int32] { rows.map { bound.chain.days[Int($0)] } }
  }

  let layout: ReportLayout.Column
  /// For each counted row a number that the content explains; nil where every row has one cell.
  let values: [Int32]?
  private let content: TableColumn.Content
  private let constant: DetailTable.Cell
  private let unknown: DetailTable.Cell

  /// - Parameter unknown: the cell of a missing value.
  init(
    _ layout: ReportLayout.Column, rows: Rows, school: School, unknown: DetailTable.Cell
  ) {
    self.layout = layout
    self.unknown = unknown
    var values: [Int32]?
    var content = TableColumn.Content.integers
    var constant = DetailTable.Cell.missing
    switch layout.value {
    case .blank: break
    case .schoolCode: constant = .text(school.code)
    case .schoolName: constant = .text(school.name)
    case .schoolEstablishment: constant = school.establishment.map { .text($0) } ?? .missing
    case .schoolCategory: constant = school.category.map { .text($0) } ?? .missing
    case .dayAcademicYear: values = rows.days().map { DetailColumn.semester($0)?.year ?? $0 }
    case .daySemester: values = rows.days().map { DetailColumn.semester($0)?.term ?? $0 }
    case .column(let name, let lookup):
      values = rows.values(of: name, lookup: lookup)
      content = rows.table(lookup)?.columns[name]?.content ?? .integers
    }
    self.values = values
    self.content = content
    self.constant = constant
  }

  private static func semester(_ day: Int32) -> (year: Int32, term: Int32)? {
    guard day != TableColumn.missing else { return nil }
    let semester = Semester(containing: CalendarDate(dayNumber: day))
    return (Int32(semester.academicYear), Int32(semester.term))
  }

  /// The column under the ministry's heading.
  func shown(_ cells: DetailCells) -> DetailTable.Column {
    let kind: DetailTable.Column.Kind
    if case .decimals = content { kind = .number } else { kind = .text }
    return .init(heading: layout.heading, kind: kind, cells: cells)
  }

  /// Where a value stands among others of the column.
  enum Position: Comparable {
    case number(Int32)
    case text([UInt8])
    case missing

    static func < (left: Position, right: Position) -> Bool {
      switch (left, right) {
      case (.number(let one), .number(let other)): one < other
      case (.text(let one), .text(let other)): one.lexicographicallyPrecedes(other)
      case (.missing, _): false
      case (_, .missing): true
      case (.number, .text): true
      case (.text, .number): false
      }
    }
  }

  func position(_ value: Int32) -> Position {
    guard value != TableColumn.missing else { return .missing }
    switch content {
    case .codes, .integers, .dates, .flags: return .number(value)
    case .decimals, .texts, .sets: return .text(Array(cell(value).text.utf8))
    }
  }

  /// The cells of some of the counted rows.
  func cells(at indexes: some Collection<Int>) -> DetailCells {
    guard let values else {
      return DetailCells(values: [Int32](repeating: 0, count: indexes.count)) { _ in constant }
    }
    return DetailCells(values: indexes.map { values[$0] }, cell: cell)
  }

  /// A cell for each item: of a set every member of any of its rows, of anything else that of the
  /// row that represents it.
  func cells(of items: CountedItems, representatives: [Int]) -> DetailCells {
    guard let values, case .sets(let sets, let list) = content else {
      return cells(at: representatives)
    }
    var unions = SetUnions(of: sets)
    let united = representatives.indices.map { item in
      unions.union(of: items[item].lazy.map { values[Int($0)] })
    }
    return DetailCells(values: united) { value in
      value == TableColumn.missing ? unknown : cell(ofSet: unions.sets[Int(value)], list)
    }
  }

  private func cell(_ value: Int32) -> DetailTable.Cell {
    guard value != TableColumn.missing else { return unknown }
    switch content {
    case .codes(let list): return word(list.entries[Int(value)])
    case .sets(let sets, let list): return cell(ofSet: sets[Int(value)], list)
    case .dates: return .text(CalendarDate(dayNumber: value).description)
    case .integers:
      return .text(String(layout.form == .rocYear ? value - 1911 : value))
    case .flags: return .text(value == 1 ? "是" : "否")
    case .decimals(let distinct): return .decimal(FixedPoint.text(distinct[Int(value)]))
    case .texts(let pool): return .text(pool.text(value))
    }
  }

  private func cell(ofSet members: [Int32], _ list: CodeList) -> DetailTable.Cell {
    members.isEmpty
      ? unknown
      : .text(members.map { word(list.entries[Int($0)]).text }.joined(separator: "、"))
  }

  private func word(_ entry: CodeList.Entry) -> DetailTable.Cell {
    if let word = layout.words[entry.code] { return .text(word) }
    switch layout.form {
    case .code: return .text(entry.code)
    case .attribute(let name):
      guard let attribute = entry.attributes[name], !attribute.isEmpty else { return .missing }
      return .text(attribute)
    case .label, .rocYear: return .text(entry.label)
    }
  }
}
