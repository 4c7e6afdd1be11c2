import Campus
import Definitions

/// The values of one breakdown dimension, row by row.
struct DimensionReader {
  let by: String
  /// The index of the lookup whose row is read, or nil for the row itself.
  let lookup: Int?
  private let column: TableColumn?
  private let derived: DerivedSet?
  /// List indexes to which a set is restricted; nil for all.
  private let only: Set<Int32>?

  init(_ dimension: KPIDefinition.Dimension, lookup: Int?, compiler: ConditionCompiler) {
    self.by = dimension.by
    self.lookup = lookup
    self.derived = DerivedValue(rawValue: dimension.value).flatMap(compiler.derivedSet)
    self.column = compiler.table.columns[dimension.value]
    guard !dimension.only.isEmpty, let list = derived?.list ?? DimensionReader.list(column) else {
      self.only = nil
      return
    }
    self.only = Set(dimension.only.compactMap { list.index(ofCode: $0) }.map(Int32.init))
  }

  private static func list(_ column: TableColumn?) -> CodeList? {
    switch column?.content {
    case .codes(let list), .sets(_, let list): list
    default: nil
    }
  }

  /// Calls `add` with every value of a row; with `Tally.unknown` when it has none. A nil row is a
  /// person without a row.
  func forEachValue(_ row: Int?, day: Int32, _ add: (Int32) -> Void) {
    guard let row else { return add(Tally.unknown) }
    if let derived {
      return addAll(derived.members(row, day: day), add)
    }
    guard let column, column.values[row] != TableColumn.missing else { return add(Tally.unknown) }
    let value = column.values[row]
    guard case .sets(let sets, _) = column.content else { return add(value) }
    addAll(sets[Int(value)], add)
  }

  private func addAll(_ members: [Int32]?, _ add: (Int32) -> Void) {
    let members = members ?? []
    guard !members.isEmpty else { return add(Tally.unknown) }
    for member in members where only?.contains(member) ?? true { add(member) }
  }

  /// The key and the label that the reports print for a value.
  func name(_ value: Int32) -> (key: String, label: String) {
    guard value != Tally.unknown else { return ("unknown", "不詳") }
    if let list = derived?.list ?? DimensionReader.list(column) {
      let entry = list.entries[Int(value)]
      return (entry.code, entry.label)
    }
    switch column?.content {
    case .texts(let pool):
      let text = pool.text(value)
      return (text, text)
    case .flags: return value == 1 ? ("yes", "是") : ("no", "否")
    default: return (String(value), String(value))
    }
  }
}
