import Campus
import Definitions

/// Counts the heads of each line of a detail table: 小計, 男 and 女 under each heading. A person of
/// unknown gender is in 小計 only.
struct Headcounts {
  /// One counted row in its line.
  private struct Entry {
    let key: UInt64
    /// The person; for events the row.
    let item: Int32
    let index: Int32

    static func precedes(_ left: Entry, _ right: Entry) -> Bool {
      (left.key, left.item, left.index) < (right.key, right.item, right.index)
    }
  }

  /// A person in one line: from all of the person's rows there.
  private struct Head {
    let key: UInt64
    let item: Int32
    let index: Int32
    /// The headcounts that take the person, one bit each.
    var taken: UInt64
    var gender: Gender
  }

  /// What the rows of a person say; rows that contradict each other say nothing.
  private struct Gender: OptionSet {
    let rawValue: UInt8

    static let male = Gender(rawValue: 1)
    static let female = Gender(rawValue: 2)

    /// The place of the number behind 小計; nil when the gender is unknown.
    var column: Int? {
      switch self {
      case .male: 1
      case .female: 2
      default: nil
      }
    }
  }

  private let layout: ReportLayout
  private let heads: [Head]

  init(_ layout: ReportLayout, rows: DetailColumn.Rows, keys: [UInt64], scope: CountScope) throws {
    self.layout = layout
    let predicates = try Headcounts.predicates(layout, rows.bound, scope)
    let genders = Headcounts.genders(layout, rows)
    let everyone = layout.counts.enumerated().reduce(UInt64(0)) { bits, count in
      if case .everyone = count.element.whom { return bits | 1 << UInt64(count.offset) }
      return bits
    }
    var entries = rows.evidence.rows.indices.map { index in
      Entry(
        key: keys[index], item: rows.bound.item(Int(rows.evidence.rows[index])),
        index: Int32(index))
    }
    if layout.eachPersonOnce { entries = Headcounts.firstLines(entries) }
    entries.sort(by: Entry.precedes)
    var heads: [Head] = []
    heads.reserveCapacity(entries.count)
    for entry in entries {
      let row = Int(rows.evidence.rows[Int(entry.index)])
      let day = rows.bound.chain.days[row]
      var taken = everyone
      for (bit, predicate) in predicates where predicate.evaluate(row, day: day) == .holds {
        taken |= 1 << UInt64(bit)
      }
      let gender = genders[Int(entry.index)]
      if let last = heads.last, last.key == entry.key, last.item == entry.item {
        heads[heads.count - 1].taken |= taken
        heads[heads.count - 1].gender.formUnion(gender)
      } else {
        heads.append(
          Head(
            key: entry.key, item: entry.item, index: entry.index, taken: taken, gender: gender))
      }
    }
    if layout.countsAreParts {
      for index in heads.indices {
        heads[index].taken &= ~heads[index].taken &+ 1
      }
    }
    self.heads = heads
  }

  /// Of each person the entries of the first line only.
  private static func firstLines(_ entries: [Entry]) -> [Entry] {
    var first: [Int32: UInt64] = [:]
    for entry in entries { first[entry.item] = min(first[entry.item] ?? .max, entry.key) }
    return entries.filter { first[$0.item] == $0.key }
  }

  private static func predicates(
    _ layout: ReportLayout, _ bound: BoundDefinition, _ scope: CountScope
  ) throws -> [(bit: Int, Predicate)] {
    let compiler = ConditionCompiler(
      table: bound.table, scope: scope, days: bound.chain.days, when: bound.definition.when,
      referenceDate: nil, figures: bound.definition.figures)
    return try layout.counts.enumerated().compactMap { bit, count in
      switch count.whom {
      case .everyone: return nil
      case .those(let condition): return (bit, try compiler.compile(condition))
      case .figure(let key):
        return bound.figures.first { $0.figure.key == key }.map { (bit, $0.keep) }
      }
    }
  }

  private static func genders(_ layout: ReportLayout, _ rows: DetailColumn.Rows) -> [Gender] {
    guard layout.showsGender,
      case .codes(let list)? = rows.table(layout.genderLookup)?.columns["gender"]?.content
    else { return Array(repeating: [], count: rows.count) }
    let male = list.index(ofCode: "male").map(Int32.init)
    let female = list.index(ofCode: "female").map(Int32.init)
    return rows.values(of: "gender", lookup: layout.genderLookup).map {
      $0 == male ? .male : $0 == female ? .female : []
    }
  }

  /// Of each line in order a counted row, for its other cells.
  func representatives() -> [Int] {
    var key: UInt64?
    return heads.compactMap { head in
      defer { key = head.key }
      return head.key == key ? nil : Int(head.index)
    }
  }

  /// The numbers of the lines in order, under their headings.
  func columns() -> [DetailTable.Column] {
    layout.counts.enumerated().flatMap { bit, count -> [DetailTable.Column] in
      var numbers = count.byGender ? [[Int32](), [], []] : [[]]
      var key: UInt64?
      for head in heads {
        if head.key != key { for place in numbers.indices { numbers[place].append(0) } }
        key = head.key
        guard head.taken >> UInt64(bit) & 1 == 1 else { continue }
        numbers[0][numbers[0].count - 1] += 1
        if count.byGender, let gender = head.gender.column {
          numbers[gender][numbers[gender].count - 1] += 1
        }
      }
      return zip(numbers, count.byGender ? ["小計", "男", "女"] : [""]).map { numbers, part in
        DetailTable.Column(
          heading: count.heading + part, kind: .number,
          cells: DetailCells(values: numbers) { .integer(Int($0)) })
      }
    }
  }

  /// Persons or events over all lines, each as often as it stands in a line.
  var sum: Int { heads.reduce(0) { $0 + ($1.taken == 0 ? 0 : 1) } }

  /// What must be known to add the lines up.
  func notes(value: Int, unit: String) -> [String] {
    var notes: [String] = []
    var lineCounts: [Int32: Int] = [:]
    if sum != value {
      for head in heads where head.taken != 0 { lineCounts[head.item, default: 0] += 1 }
      let repeated = lineCounts.values.filter { $0 > 1 }.count
      notes.append(
        "各列合計 \(sum) \(unit)，達成值 \(value) \(unit)：有 \(repeated) \(unit)列於一列以上，"
          + "達成值每\(unit)僅計一次")
    }
    let unknown = heads.filter { $0.gender.column == nil && $0.taken != 0 }.count
    if layout.showsGender, unknown > 0 { notes.append("性別不詳 \(unknown) \(unit)僅列於小計") }
    let everyone = layout.counts.indices.filter {
      if case .everyone = layout.counts[$0].whom { return true }
      return false
    }
    if !layout.countsAreParts, layout.counts.count > 1, let total = everyone.first {
      let other = heads.filter { $0.taken == 1 << UInt64(total) }.count
      if other > 0 {
        notes.append("\(other) \(unit)不屬以下各類，僅列於\(layout.counts[total].heading)")
      }
    }
    return notes
  }
}
