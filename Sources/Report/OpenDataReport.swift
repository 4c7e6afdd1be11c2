import Campus

/// KPI 9 and KPI 4 of schools from the published tables, as a table and as JSON.
package struct OpenDataReport {
  private let result: OpenDataResult
  private let titles: [String: String]
  private let inputs: [FileSummary]
  private let open: [String]

  /// - Parameter titles: the titles of the KPIs by id.
  package init(
    _ result: OpenDataResult, titles: [String: String], inputs: [FileSummary], open: [String]
  ) {
    self.result = result
    self.titles = titles
    self.inputs = inputs
    self.open = open
  }

  package func table(_ language: Language) -> String {
    let wording = language.tables
    var rows = result.schools.flatMap { entry in
      entry.values.map { row([entry.school.code, entry.school.name], $0) }
    }
    if result.schools.count > 1 {
      rows += result.totals.map { row(["", wording.allSchools], $0) }
    }
    var lines = AlignedTable.lines(head: wording.schoolsHead, rows: rows, right: [2, 4])
    lines.append("")
    lines += result.totals.map(\.kpi).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }.map { "\($0): \(titles[$0] ?? "")" }
    lines += result.tables.map(wording.funnel)
    return (lines + open).joined(separator: "\n") + "\n"
  }

  private func row(_ school: [String], _ value: OpenDataResult.Value) -> [String] {
    let figures = value.figures.count < 2 ? [] : value.figures.map { "\($0.label) \($0.value)" }
    return school + [
      String(value.academicYear), value.kpi, String(value.value),
      figures.joined(separator: ", "),
    ]
  }

  package func json() -> String {
    JSONValue.object([
      ("format", .integer(1)),
      (
        "schools",
        .array(
          result.schools.map { entry in
            .object([
              ("code", .string(entry.school.code)), ("name", .string(entry.school.name)),
              ("kpis", .array(entry.values.map(value))),
            ])
          })
      ),
      ("totals", .array(result.totals.map(value))),
      (
        "tables",
        .array(
          result.tables.map { table in
            .object([
              ("source", .string(table.source)), ("title", .string(table.title)),
              ("rows", .rows(table.funnel)),
            ])
          })
      ),
      ("inputs", .array(inputs.map(JSONValue.input))),
      ("open", .array(open.map { .string($0) })),
    ]).text() + "\n"
  }

  private func value(_ value: OpenDataResult.Value) -> JSONValue {
    .object([
      ("number", .integer(Int(value.kpi.dropFirst(4)) ?? 0)), ("id", .string(value.kpi)),
      ("title", .string(titles[value.kpi] ?? "")),
      ("academic_year", .integer(value.academicYear)), ("value", .integer(value.value)),
      ("figures", .array(value.figures.map(JSONValue.figure))),
    ])
  }
}
