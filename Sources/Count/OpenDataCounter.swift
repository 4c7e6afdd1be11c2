import Campus
import Definitions

/// Sums the published tables: a KPI of a school in a year is the sum of the headcounts in the rows
/// that the table's condition keeps.
package struct OpenDataCounter {
  private struct Cell: Hashable {
    let kpi: String
    let academicYear: Int
    /// The school's code as a number: 0001 in one table is 1 in another.
    let school: Int
  }

  private let definition: OpenDataDefinition
  private var sums: [Cell: [KPIResult.Figure]] = [:]
  private var names: [Int: (code: String, name: String, year: Int)] = [:]
  private var covered: Set<[String]> = []
  private var tables: [OpenDataResult.TableRows] = []

  package init(_ definition: OpenDataDefinition) {
    self.definition = definition
  }

  /// - Parameters:
  ///   - tables: the normalised tables by source; a published table that is not here gives no value.
  ///   - academicYear: only this year, or nil for all.
  package mutating func count(_ found: [String: Table], academicYear: Int?) throws
    -> OpenDataResult
  {
    for table in definition.tables {
      guard let rows = found[table.source.name] else { continue }
      try add(rows, as: table, academicYear: academicYear)
    }
    let schools = names.keys.sorted().map { number -> OpenDataResult.SchoolValues in
      let name = names[number] ?? ("", "", 0)
      return .init(
        school: School(code: name.code, name: name.name), values: values(ofSchool: number))
    }
    return OpenDataResult(schools: schools, totals: values(ofSchool: nil), tables: tables)
  }

  private mutating func add(
    _ rows: Table, as table: OpenDataDefinition.Table, academicYear: Int?
  ) throws {
    let compiler = ConditionCompiler(
      table: rows, scope: CountScope(), when: .referenceDate, referenceDate: nil, figures: [])
    let keep = try compiler.compile(table.keep)
    var funnel = KPIResult.Funnel()
    funnel.read = rows.readCount
    funnel.rejected = rows.rejectedCount
    funnel.duplicates = rows.duplicateCount
    guard let years = rows.columns[table.academicYear]?.values,
      let schools = rows.columns[table.school], let schoolNames = rows.columns[table.schoolName]
    else { return }
    for row in 0..<rows.rowCount {
      let year = Int(years[row])
      guard academicYear == nil || year == academicYear,
        let code = schools.text(row), let school = Int(code)
      else {
        funnel.excluded += 1
        continue
      }
      note(code, schoolNames.text(row) ?? "", school, year)
      covered.insert([table.kpi, String(year)])
      guard keep.evaluate(row, day: TableColumn.missing) == .holds else {
        funnel.excluded += 1
        continue
      }
      funnel.counted += 1
      let cell = Cell(kpi: table.kpi, academicYear: year, school: school)
      sums[cell] = table.sums.enumerated().map { index, sum in
        let value = rows.columns[sum.column].map { Int($0.values[row]) } ?? 0
        return .init(
          key: sum.column, label: sum.label, value: (sums[cell]?[index].value ?? 0) + value)
      }
    }
    tables.append(
      .init(
        source: rows.source, title: table.source.title, reason: table.reason, funnel: funnel))
  }

  /// A school is called as its latest year calls it, by its longest code.
  private mutating func note(_ code: String, _ name: String, _ school: Int, _ year: Int) {
    guard let known = names[school] else {
      names[school] = (code, name, year)
      return
    }
    let longest = known.code.utf8.count >= code.utf8.count ? known.code : code
    names[school] = year > known.year ? (longest, name, year) : (longest, known.name, known.year)
  }

  /// By KPI and year; a school without rows in a table that covers the year has 0.
  private func values(ofSchool school: Int?) -> [OpenDataResult.Value] {
    covered.sorted { ($0[0], Int($0[1]) ?? 0) < ($1[0], Int($1[1]) ?? 0) }.map { kpi in
      let year = Int(kpi[1]) ?? 0
      let cells = sums.filter {
        $0.key.kpi == kpi[0] && $0.key.academicYear == year
          && (school == nil || $0.key.school == school)
      }.map(\.value)
      let figures = (cells.first ?? []).enumerated().map { index, figure in
        KPIResult.Figure(
          key: figure.key, label: figure.label,
          value: cells.reduce(0) { $0 + $1[index].value })
      }
      return .init(
        kpi: kpi[0], academicYear: year, value: figures.reduce(0) { $0 + $1.value },
        figures: figures)
    }
  }
}
