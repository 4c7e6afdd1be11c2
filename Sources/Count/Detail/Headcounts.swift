import Campus
import Definitions

/// Counts the heads of each line of a detail table: 小計, 男 and 女 under each heading. A person of
/// unknown gender is in 小計 only.
struct Headcounts {
  /// A person in one line: from all of the person's rows there.
  private struct Head {
    var line: Int32
    /// The person; for events the row.
    let item: Int32
    /// The place of the person's first row there.
    let place: Int32
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
  private let lineCount: Int
  /// Person after person.
  private let heads: [Head]

  /// - Parameter lines: for each counted row its line.
  init(_ layout: ReportLayout, rows: DetailColumn.Rows, lines: [Int32], scope: CountScope) throws {
    self.layout = layout
    let taken = try Headcounts.taken(layout, rows, scope)
    let genders = Headcounts.genders(layout, rows)
    var heads: [Head] = []
    heads.reserveCapacity(rows.items.count)
    for item in 0..<rows.items.count {
      var places = rows.items[item]
      if places.count > 1 { places.sort { (lines[Int($0)], $0) < (lines[Int($1)], $1) } }
      for place in places {
        let (line, gender) = (lines[Int(place)], genders[Int(place)])
        if let last = heads.last, last.item == item {
          if last.line == line {
            heads[heads.count - 1].taken |= taken[Int(place)]
            heads[heads.count - 1].gender.formUnion(gender)
            continue
          }
          // The line that comes first is the person's only one.
          if layout.eachPersonOnce { break }
        }
        heads.append(
          Head(
            line: line, item: Int32(item), place: place, taken: taken[Int(place)], gender: gender))
      }
    }
    if layout.countsAreParts {
      for index in heads.indices {
        heads[index].taken &= ~heads[index].taken &+ 1
      }
    }
    lineCount = Headcounts.closeGaps(of: &heads)
    self.heads = heads
  }

  /// A line that nobody is left in is none: those behind it move up. Returns how many there are.
  private static func closeGaps(of heads: inout [Head]) -> Int {
    let lineCount = heads.reduce(0) { max($0, Int($1.line) + 1) }
    var numbers: [Int32?] = Array(repeating: nil, count: lineCount)
    for head in heads { numbers[Int(head.line)] = 0 }
    var count: Int32 = 0
    for line in numbers.indices where numbers[line] != nil {
      numbers[line] = count
      count += 1
    }
    for index in heads.indices { heads[index].line = numbers[Int(heads[index].line)] ?? 0 }
    return Int(count)
  }

  /// For each counted row the headcounts that take it.
  private static func taken(
    _ layout: ReportLayout, _ rows: DetailColumn.Rows, _ scope: CountScope
  ) throws -> [UInt64] {
    let bound = rows.bound
    let compiler = ConditionCompiler(
      table: bound.table, scope: scope, when: bound.definition.when, referenceDate: nil,
      figures: bound.definition.figures)
    var taken = [UInt64](repeating: 0, count: rows.count)
    for (index, count) in layout.counts.enumerated() {
      let bit = UInt64(1) << UInt64(index)
      let condition: Predicate? =
        switch count.whom {
        case .everyone: Constant(.holds)
        case .those(let condition): try compiler.compile(condition)
        case .figure(let key): bound.figures.first { $0.figure.key == key }?.keep
        }
      guard let condition else { continue }
      let truths = bound.chain.truths(of: condition, rows: rows.rows)
      for place in truths.indices where truths[place] == .holds { taken[place] |= bit }
    }
    return taken
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

  /// Of each line in order a counted row, for its other cells: the first one of the first person.
  func representatives() -> [Int] {
    var places = [Int](repeating: -1, count: lineCount)
    for head in heads where places[Int(head.line)] < 0 {
      places[Int(head.line)] = Int(head.place)
    }
    return places
  }

  /// The numbers of the lines in order, under their headings.
  func columns() -> [DetailTable.Column] {
    layout.counts.enumerated().flatMap { bit, count -> [DetailTable.Column] in
      let parts = count.byGender ? ["小計", "男", "女"] : [""]
      var numbers = parts.map { _ in [Int32](repeating: 0, count: lineCount) }
      for head in heads where head.taken >> UInt64(bit) & 1 == 1 {
        numbers[0][Int(head.line)] += 1
        if count.byGender, let gender = head.gender.column { numbers[gender][Int(head.line)] += 1 }
      }
      return zip(numbers, parts).map { numbers, part in
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
