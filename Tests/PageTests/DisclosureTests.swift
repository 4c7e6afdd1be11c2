import Campus
import SeededRandomness
import Testing

@testable import Report

/// What someone can compute who sees the public page, knows every rule of it and has all the time.
struct DisclosureTests {
  /// All values that a hidden number may have, by trying every sum that the other hidden numbers
  /// can reach. `isSum`: the entries are known to add up to the value.
  private func possibleValues(
    of index: Int, in numbers: [PageNumber], total: Int, isSum: Bool
  ) -> [Int] {
    func range(_ number: PageNumber) -> ClosedRange<Int> {
      switch number {
      case .exact(let value): value...value
      case .small: 1...4
      case .withheld: 5...max(5, total)
      }
    }
    var sums: Set<Int> = [0]
    for (other, number) in numbers.enumerated() where other != index {
      sums = Set(sums.flatMap { sum in range(number).map { sum + $0 } })
    }
    return range(numbers[index]).filter { candidate in
      isSum ? sums.contains(total - candidate) : sums.contains { $0 + candidate >= total }
    }
  }

  private func check(_ values: [Int], total: Int) {
    guard let numbers = DisclosureControl.masked(values, total: total) else { return }
    for (index, number) in numbers.enumerated() {
      if let shown = number.value {
        #expect(shown == values[index] && !(1...4).contains(shown))
        continue
      }
      let possible = possibleValues(
        of: index, in: numbers, total: total, isSum: values.reduce(0, +) == total)
      #expect(possible.contains(values[index]))
      #expect(possible.count >= DisclosureControl.possibleValues, "\(values) of \(total)")
    }
  }

  @Test func `No hidden number can be computed from the others and the total`() {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<1500 {
      let values = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        Bool.random(using: &generator)
          ? Int.random(in: 1...6, using: &generator) : Int.random(in: 1...30, using: &generator)
      }
      let sum = values.reduce(0, +)
      check(values, total: sum)
      // People with several values of a dimension: the entries add up to more than the value.
      check(values, total: Int.random(in: (values.max() ?? 1)...sum, using: &generator))
    }
  }

  @Test func `A lone small number takes the next smallest with it`() {
    #expect(DisclosureControl.masked([40, 20, 3], total: 63) == [.exact(40), .withheld, .small])
    #expect(
      DisclosureControl.masked([40, 7, 3, 2], total: 52)
        == [.exact(40), .exact(7), .small, .small])
  }

  @Test func `Two numbers that their sum would tell take another with them`() {
    // 4 + 4 is the only way to 8, 1 + 1 the only way to 2.
    #expect(
      DisclosureControl.masked([40, 20, 4, 4], total: 68)
        == [.exact(40), .withheld, .small, .small])
    #expect(
      DisclosureControl.masked([40, 20, 1, 1], total: 62)
        == [.exact(40), .withheld, .small, .small])
  }

  @Test func `What cannot be hidden otherwise is withheld with its labels`() {
    #expect(DisclosureControl.masked([3], total: 3) == nil)
    #expect(DisclosureControl.masked([2, 1], total: 3) == nil)
    #expect(DisclosureControl.masked([4, 4], total: 8) == nil)
    #expect(DisclosureControl.masked([1, 1, 1, 1, 1], total: 5) == nil)
  }

  @Test func `Zero and five and more are shown`() {
    #expect(DisclosureControl.masked([12, 5, 0], total: 17) == [.exact(12), .exact(5), .exact(0)])
    #expect(DisclosureControl.masked([7], total: 7) == [.exact(7)])
  }

  /// The strongest attack there is: two runs that differ in nothing but what is hidden. Whatever the
  /// page gave away of it, a length, an order, a title, would be a difference.
  @Test(arguments: Language.allCases)
  func `Runs that differ in hidden numbers alone have the same public page`(
    language: Language
  ) throws {
    let content = try SampleContent().content()
    let other = varied(content)
    let isSameInside =
      ReportPage.html(content, language: language) == ReportPage.html(other, language: language)
    let isSameOutside =
      ReportPage.html(content, language: language, isPublic: true)
      == ReportPage.html(other, language: language, isPublic: true)
    #expect(!isSameInside)
    #expect(isSameOutside)
  }

  /// Small numbers of a dimension change places; what is left out of the rows, causes, and words
  /// about single cases change.
  private func varied(_ content: PageContent) -> PageContent {
    let run = content.run
    var other = content
    let inputs = run.inputs.map { file in
      var file = file
      if file.source == "students" { (file.rejected, file.duplicates) = (1, 3) }
      return file
    }
    let kpis = run.kpis.map { kpi in
      var kpi = kpi
      kpi.breakdown = kpi.breakdownByDimension.flatMap { _, entries in
        let small = entries.map(\.value).filter(DisclosureControl.isSmall)
        var turned = small.reversed().makeIterator()
        return entries.map { entry in
          guard DisclosureControl.isSmall(entry.value) else { return entry }
          return KPIResult.BreakdownEntry(
            by: entry.by, key: entry.key, label: entry.label, value: turned.next() ?? entry.value)
        }.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
      }
      kpi.figures = kpi.figures.map {
        KPIResult.Figure(
          key: $0.key, label: $0.label, value: DisclosureControl.isSmall($0.value) ? 1 : $0.value)
      }
      if content.definitions[kpi.number]?.source == "students", var rows = kpi.funnel {
        (rows.rejected, rows.duplicates) = (1, 3)
        kpi.funnel = rows
        kpi.exclusions = kpi.exclusions.map {
          KPIResult.Exclusion(rule: $0.rule, reason: $0.reason, rows: $0.rows + 1)
        }
      }
      return kpi
    }
    other.run = RunResult(
      school: run.school, period: run.period, revision: run.revision, inputs: inputs, kpis: kpis,
      findings: [FindingRecord]())
    other.run.restatement = run.restatement.map { restatement in
      Restatement(
        oldRevision: restatement.oldRevision, newRevision: restatement.newRevision,
        changes: restatement.changes.map { change in
          var change = change
          change.lines.removeLast()
          change.note = "secret"
          return change
        }, corrections: [])
    }
    other.run.annotations = [Annotation(kpi: 4, text: "secret", added: "")]
    return other
  }

  @Test func `A KPI within another cannot be subtracted from it`() throws {
    let view = PageView(try SampleContent().content(), isPublic: true)
    let inner = try #require(view.panels.first { $0.number == 8 })
    let shared = try #require(inner.dimensions.first { $0.by == "nationality" })
    #expect(shared.withheld && shared.entries.isEmpty)
  }

  @Test func `A figure is hidden where its entry is`() throws {
    let entries = [
      KPIResult.BreakdownEntry(by: "figure", key: "foreign", label: "外國學生", value: 40),
      KPIResult.BreakdownEntry(by: "figure", key: "dual_degree", label: "雙聯", value: 3),
    ]
    var kpi = KPIResult(
      number: 8, id: "kpi-08", title: "", english: "", dataSource: "", unit: "", definition: "")
    kpi.value = 42
    kpi.breakdown = entries
    kpi.figures = entries.map { .init(key: $0.key, label: $0.label, value: $0.value) }
    let content = PageContent(
      run: RunResult(
        school: School(code: "1", name: ""),
        period: try SampleContent().period("2025-08-01..2025-12-31"), revision: 1, inputs: [],
        kpis: [kpi], findings: [FindingRecord]()))
    let panel = try #require(PageView(content, isPublic: true).panels.first)
    #expect(panel.figures.map(\.number) == panel.dimensions[0].entries.map(\.number))
    #expect(!panel.figures.contains { $0.number == .exact(3) })
  }

  @Test func `Names of journals with few articles, files and digests are not public`() throws {
    let html = ReportPage.html(try SampleContent().content(), isPublic: true)
    for words in ["Marine Drugs", "students.csv", "a7f3", "nationality:", "A12345678", "印尼雙聯專班"] {
      let isThere = html.contains(words)
      #expect(!isThere, "\(words)")
    }
  }
}
