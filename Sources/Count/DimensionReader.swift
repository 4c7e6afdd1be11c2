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

  /// For each value the number of counted items that have it, in the order of the values; with
  /// `Tally.unknown` those of rows that have none.
  ///
  /// - Parameter rows: the counted rows, whose places `items` groups.
  func counts(of items: CountedItems, rows: [Int32], in chain: RuleChain)
    -> [(value: Int32, count: Int)]
  {
    var tally = Tally()
    func addAll(_ members: [Int32], of item: Int32) {
      if members.isEmpty { tally.add(item: item, value: Tally.unknown) }
      for member in members where only?.contains(member) ?? true {
        tally.add(item: item, value: member)
      }
    }
    let subjects = lookup.map { lookup in rows.map { chain.lookups[lookup].rows[Int($0)] } } ?? rows
    if let derived {
      var members: [Int32] = []
      items.forEachRow { item, place in
        members.removeAll(keepingCapacity: true)
        let subject = Int(subjects[place])
        if subject >= 0 {
          _ = derived.find(subject, day: chain.days[Int(rows[place])], into: &members)
        }
        addAll(members, of: item)
      }
      return tally.counts
    }
    let values =
      column?.values.values(at: subjects)
      ?? Array(repeating: TableColumn.missing, count: rows.count)
    if case .sets(let sets, _)? = column?.content {
      items.forEachRow { item, place in
        let value = values[place]
        addAll(value == TableColumn.missing ? [] : sets[Int(value)], of: item)
      }
    } else {
      items.forEachRow { item, place in
        let value = values[place]
        tally.add(item: item, value: value == TableColumn.missing ? Tally.unknown : value)
      }
    }
    return tally.counts
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
