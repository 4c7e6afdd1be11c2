import Campus

@testable import Store

/// A small run: students counted as KPI 4, and their trips counted as KPI 9 with a look-up.
struct Sample {
  struct Student {
    var semester: Int32 = 1
    var id: String
    var nationality = "JP"
    var status = "enrolled"
    var college = "理學院"
    var name = "王小明"
  }

  struct Trip {
    var id: String?
    var student: String
    var country = "JP"
    var year: Int32 = 2025
  }

  static let period = ReportingPeriod("2025-08-01..2025-12-31")!
  static let countries = list("countries", ["TW", "JP", "VN", "ID"])
  static let statuses = list("status", ["enrolled", "suspended"])

  var students: [Student] = []
  var trips: [Trip] = []
  var definitions = [
    UsedFile(name: "kpis/kpi-04/2020-08-01.yaml", sha256: "aa"),
    UsedFile(name: "kpis/kpi-09/2020-08-01.yaml", sha256: "bb"),
    UsedFile(name: "targets.csv", sha256: "cc"),
  ]
  /// A rule of KPI 4 that a changed definition may drop.
  var suspendedCounts = false
  var rejected: [RejectedRows] = []
  var findings: [Finding] = []
  var corrections: [AppliedCorrection] = []

  static func list(_ name: String, _ codes: [String]) -> CodeList {
    CodeList(
      name: name, entries: codes.map { .init(code: $0, label: $0, english: $0) }, words: [:])
  }

  static func record(day: Int = 1) -> RunRecord {
    RunRecord(
      pipeline: "nightly", period: period, school: School(code: "9999", name: "示範大學"),
      program: "0.1.0", started: "2025-09-\(padded(day, 2))T03:00:00+08:00")
  }

  /// Writes files whose bytes depend on all that a report may show.
  static var rendering: Rendering {
    Rendering(
      evidence: { decisions, folder in
        var text = ""
        for row in 0..<decisions.rowCount where decisions.verdict(row) == "counted" {
          let values = decisions.valueColumns.map { $0.title + "=" + ($0.cells.text(row) ?? "") }
          text += decisions.key(row) + " " + values.joined(separator: " ")
          text += " \(decisions.location(row))\n"
        }
        try folder.write(text, to: "evidence/kpi-\(padded(decisions.kpi, 2)).csv")
        return nil
      },
      reports: { result, folder in
        // A fresh finding is the same as a stored one, and looks otherwise inside.
        var (text, rest) = ("", result)
        rest.findings = []
        dump(rest, to: &text)
        try folder.write(text, to: "everything.txt")
        let findings = result.findings.map {
          "\($0.severity) \($0.code) \($0.source) \($0.location) \($0.column) "
            + $0.english + $0.chinese + "\n"
        }
        try folder.write(findings.joined(), to: "evidence/findings.csv")
        if let restatement = result.restatement {
          try folder.write("\(restatement)", to: "restatement.csv")
        }
      })
  }

  func draft() -> RunDraft {
    var draft = RunDraft()
    let (students, trips) = (studentTable, tripTable)
    draft.inputs = students.files + trips.files
    draft.definitions = definitions
    draft.findings = findings.map(FindingRecord.init)
    draft.rejected = rejected
    draft.corrections = corrections
    draft.details = [
      DetailTable(
        id: "kpi-04", number: 4, title: "境外學位生", notes: ["甲", "乙"],
        columns: [
          .init(heading: "國家", kind: .text, cells: DetailCells([.text("日本"), .missing])),
          .init(
            heading: "小計", kind: .number, cells: DetailCells([.integer(1), .decimal("1.50")])),
        ], sum: 2)
    ]
    draft.tables = [students, trips]
    let evidence = [studentEvidence(students), tripEvidence(trips, students)]
    draft.evidence = evidence
    draft.kpis = [
      kpi(4, Set(evidence[0].rows.map { self.students[Int($0)].id }).count, evidence[0]),
      kpi(9, Set(evidence[1].rows.map { self.trips[Int($0)].student }).count, evidence[1]),
    ]
    return draft
  }

  /// Not a checksum, but it changes with the content.
  static func sha(_ text: String) -> String {
    var copy = text
    let hash = copy.withUTF8 { ByteHash($0).low }
    return String(hash, radix: 16)
  }

  private func file(_ source: String, _ content: String, rows: Int) -> FileSummary {
    var file = FileSummary(
      source: source, file: source + ".csv", sha256: Sample.sha(content), encoding: "utf-8")
    file.rows = rows
    return file
  }

  private var studentTable: Table {
    var table = Table(source: "students")
    table.files = [
      file(
        "students",
        students.map { "\($0.semester)\($0.id)\($0.nationality)\($0.status)\($0.college)" }
          .joined(), rows: students.count)
    ]
    table.fileIndexes.append(0, rows: students.count)
    table.lines = students.indices.map { Int32($0 + 2) }
    table.columns["academic_year"] = .init(content: .integers, values: students.map { _ in 114 })
    table.columns["semester"] = .init(content: .integers, values: students.map(\.semester))
    table.columns["student_id"] = Sample.texts(students.map(\.id))
    table.columns["nationality"] = Sample.codes(students.map(\.nationality), Sample.countries)
    table.columns["status"] = Sample.codes(students.map(\.status), Sample.statuses)
    table.columns["college"] = Sample.texts(students.map(\.college))
    table.columns["name"] = Sample.texts(students.map(\.name))
    return table
  }

  private var tripTable: Table {
    var table = Table(source: "student_mobility")
    table.files = [file("student_mobility", "\(trips)", rows: trips.count)]
    table.fileIndexes.append(0, rows: trips.count)
    table.lines = trips.indices.map { Int32($0 + 2) }
    table.columns["trip_id"] = Sample.texts(trips.map(\.id))
    table.columns["student_id"] = Sample.texts(trips.map(\.student))
    table.columns["country"] = Sample.codes(trips.map(\.country), Sample.countries)
    table.columns["year"] = .init(content: .integers, values: trips.map(\.year))
    return table
  }

  private func studentEvidence(_ table: Table) -> KPIEvidence {
    let verdicts = students.map { student -> UInt8 in
      if student.semester != 1 { return 0 }
      if student.nationality == "TW" { return 1 }
      if student.status != "enrolled", !suspendedCounts { return 2 }
      return KPIEvidence.counted
    }
    return KPIEvidence(
      kpi: 4, source: "students", keyColumns: ["student_id"],
      columns: [
        .init(lookup: nil, name: "semester"), .init(lookup: nil, name: "nationality"),
        .init(lookup: nil, name: "status"),
        .init(lookup: nil, name: "name", personal: true),
        .init(lookup: nil, name: "college", decides: false),
      ], verdicts: verdicts, forgottenRule: 0,
      rules: ["reference-date", "non-roc", "enrolled"],
      eventColumns: ["academic_year", "semester", "student_id"])
  }

  private func tripEvidence(_ trips: Table, _ students: Table) -> KPIEvidence {
    let found = self.trips.map { trip in
      Int32(self.students.firstIndex { $0.id == trip.student } ?? -1)
    }
    let verdicts = self.trips.indices.map { index -> UInt8 in
      if self.trips[index].year != 2025 { return 0 }
      if self.trips[index].country == "TW" { return 1 }
      guard found[index] >= 0 else { return KPIEvidence.unknownPerson }
      return self.students[Int(found[index])].nationality == "TW" ? KPIEvidence.counted : 2
    }
    return KPIEvidence(
      kpi: 9, source: "student_mobility", keyColumns: ["student_id"],
      columns: [
        .init(lookup: nil, name: "country"), .init(lookup: nil, name: "year"),
        .init(lookup: "students", name: "nationality"),
      ], verdicts: verdicts,
      rules: ["period", "abroad", "roc-national"], eventColumns: ["trip_id", "student_id"],
      lookups: [
        .init(
          source: "students", keyColumns: ["academic_year", "semester", "student_id"], rows: found)
      ])
  }

  private func kpi(_ number: Int, _ value: Int, _ evidence: KPIEvidence) -> KPIResult {
    var kpi = KPIResult(
      number: number, id: "kpi-" + padded(number, 2), title: "指標\(number)", english: "KPI",
      dataSource: "校庫匯入", unit: "人", definition: "kpi-\(padded(number, 2))/2020-08-01")
    kpi.text = "「原文」"
    kpi.value = value
    kpi.target = number == 4 ? 7 : nil
    kpi.referenceDate = CalendarDate(iso: "2025-10-15")
    kpi.figures = [.init(key: "dual", label: "雙聯", value: 1)]
    kpi.observations = [.init(referenceDate: CalendarDate(dayNumber: 20_000), value: 3)]
    kpi.breakdown = [.init(by: "country", key: "JP", label: "日本", value: value)]
    kpi.exclusions = [.init(rule: "non-roc", reason: "中華民國國籍", rows: 2)]
    var funnel = KPIResult.Funnel()
    funnel.read = evidence.verdicts.count
    funnel.counted = evidence.rows.count
    funnel.excluded = funnel.read - funnel.counted
    kpi.funnel = funnel
    kpi.warnings = ["column-absent"]
    kpi.open = ["解讀一", "解讀二"]
    return kpi
  }

  static func texts(_ words: [String?]) -> TableColumn {
    var pool = BytePool()
    let values = words.map { $0.map { pool.intern($0) } ?? TableColumn.missing }
    return TableColumn(content: .texts(pool), values: values)
  }

  static func codes(_ codes: [String], _ list: CodeList) -> TableColumn {
    TableColumn(
      content: .codes(list),
      values: codes.map { list.index(ofCode: $0).map(Int32.init) ?? TableColumn.missing })
  }
}

extension Sample {
  /// Three foreign students, one of them suspended, two nationals of whom one travels.
  static let first: Sample = {
    var sample = Sample()
    sample.students = [
      Student(id: "S1"), Student(id: "S2", nationality: "VN"),
      Student(id: "S3", status: "suspended"), Student(id: "S4", nationality: "TW"),
      Student(id: "S5", nationality: "TW"), Student(semester: 2, id: "S6"),
    ]
    sample.trips = [
      Trip(id: "T1", student: "S4"), Trip(id: nil, student: "S5", country: "TW"),
      Trip(id: "T3", student: "S9"), Trip(id: "T4", student: "S1"),
    ]
    sample.findings = [
      Finding(
        .invalidDate(value: "2025-02-30"), source: "students",
        location: SourceLocation(file: "students.csv", line: 99), column: "start"),
      Finding(.unusedFile, location: SourceLocation(file: "other.csv")),
    ]
    return sample
  }()
}
