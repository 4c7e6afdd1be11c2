import Foundation
import Testing

/// What is not exported makes only the KPIs unavailable that need it, and each says why.
@Suite struct AbsentTests {
  /// The KPIs that cannot be computed without a source, from kpis.md.
  private static let sources: [(String, Set<Int>)] = [
    ("students", [4, 8, 9, 10]), ("faculty", [2, 5, 6, 12, 14]), ("researchers", [3]),
    ("faculty_exchanges", [5]), ("faculty_activities", [6]), ("visiting_scholars", [7]),
    ("student_mobility", [9, 10]), ("international_visits", [11]), ("publications", [1, 13]),
    ("books", [12]), ("projects", [14]),
  ]

  @Test(arguments: sources)
  func withoutASource(source: String, kpis: Set<Int>) throws {
    let folder = try TemporaryFolder()
    var university = University()
    university.remove(source)
    try university.write(to: folder)
    try expectUnavailable(folder, kpis, reason: "缺少來源檔案 \(source).csv")
  }

  /// The KPIs a rule of which reads an optional column; columns that only a breakdown or nobody
  /// reads make none unavailable.
  private static let columns: [(String, [String: Set<Int>])] = [
    (
      "students",
      [
        "name": [], "gender": [], "birth_date": [], "route": [8], "prior_foreign_admission": [8],
        "college": [], "department": [], "dual_degree": [8], "partner_country": [],
        "partner_school": [],
      ]
    ),
    (
      "faculty",
      [
        "name": [], "gender": [], "birth_date": [], "rank": [], "college": [], "department": [],
        "appointed_on": [2], "scheme": [],
      ]
    ),
    (
      "researchers",
      [
        "name": [], "gender": [], "birth_date": [], "employment": [3], "college": [],
        "department": [], "appointed_on": [3], "scheme": [],
      ]
    ),
    ("faculty_exchanges", ["institution": []]),
    (
      "faculty_activities",
      [
        "activity_id": [], "title": [], "country": [], "self_hosted": [6], "open_call": [6],
        "peer_review": [6], "participant_countries": [6],
      ]
    ),
    (
      "visiting_scholars",
      [
        "visit_id": [], "scholar_id": [], "name": [], "institution": [], "title": [],
        "open_call": [7], "peer_review": [7], "participant_countries": [7], "college": [],
      ]
    ),
    ("student_mobility", ["trip_id": [], "institution": []]),
    ("international_visits", ["visit_id": []]),
    (
      "publications",
      [
        "doi": [], "staff_id": [], "title": [], "journal": [], "cross_border": [13],
        "partner_countries": [13], "partner_institutions": [1],
      ]
    ),
    (
      "books",
      [
        "isbn": [], "title": [], "reviewed": [12], "language": [], "publisher": [],
        "publisher_country": [12], "cross_border": [12],
      ]
    ),
    (
      "projects",
      [
        "title": [], "via_school": [14], "home_approved": [14], "partner_approved": [14],
        "amount": [],
      ]
    ),
  ]

  private static let eachColumn: [(String, String, Set<Int>)] = columns.flatMap { source, columns in
    columns.sorted { $0.key < $1.key }.map { (source, $0.key, $0.value) }
  }

  @Test(arguments: eachColumn.map { "\($0.0).\($0.1)" })
  func withoutAnOptionalColumn(name: String) throws {
    let (source, column, kpis) = try #require(
      AbsentTests.eachColumn.first { "\($0.0).\($0.1)" == name })
    let folder = try TemporaryFolder()
    var university = University()
    university[source].remove(column: column)
    try university.write(to: folder)
    try expectUnavailable(folder, kpis, reason: "\(source).csv 缺少欄位 \(column)")
  }

  /// Their missing value has a meaning: the KPI is computed with a warning beside its number.
  private static let warned: [(String, String, Set<Int>)] = [
    ("students", "second_nationality", [4, 8, 9, 10]), ("students", "day_night", [4, 8, 9, 10]),
    ("students", "credits_required", [8]), ("students", "credits_home", [8]),
    ("students", "credits_partner", [8]), ("students", "dual_months", [8]),
    ("faculty", "second_nationality", [2]), ("faculty", "left_on", [2, 5, 6, 12, 14]),
    ("researchers", "second_nationality", [3]), ("researchers", "left_on", [3]),
    ("visiting_scholars", "own_only_countries", [7]),
  ]

  @Test(arguments: warned)
  func withoutAColumnWhoseAbsenceHasAMeaning(source: String, column: String, kpis: Set<Int>) throws
  {
    let folder = try TemporaryFolder()
    var university = University()
    university[source].remove(column: column)
    try university.write(to: folder)
    let run = try folder.run()
    try #require(run.status == 0, "\(run.error)")
    #expect(run.error.contains("\(source).csv: warning: column \(column) is absent; "))
    for kpi in try folder.publication().kpis.kpis {
      #expect(kpi.status == "ok" && kpi.value != nil)
      #expect(
        kpi.warnings.contains("column-absent") == kpis.contains(Int(kpi.id.suffix(2)) ?? 0),
        "\(kpi.id): \(kpi.warnings)")
    }
  }

  /// Every optional column of every contract is in one of the two tables above.
  @Test func noOptionalColumnIsForgotten() throws {
    for (source, columns) in AbsentTests.columns {
      let contract = try String(
        contentsOf: Program.root.appendingPathComponent("pipelines/sources/\(source).yaml"),
        encoding: .utf8)
      let known = Set(columns.keys).union(
        AbsentTests.warned.filter { $0.0 == source }.map { $0.1 })
      let body = try #require(contract.components(separatedBy: "\ncolumns:\n").last)
      var optional: Set<String> = []
      for part in ("\n" + body).components(separatedBy: "\n  ") {
        // A column begins at two blanks; its own keys on lines of their own at four.
        guard let name = part.prefixMatch(of: /(\w+):/)?.1 else { continue }
        let text = body.components(separatedBy: "  \(name):").dropFirst().first ?? ""
        let own = text.components(separatedBy: "\n  ").reduce(into: (text: "", ended: false)) {
          if !$0.text.isEmpty, !$1.hasPrefix("  ") { $0.ended = true }
          if !$0.ended { $0.text += $1 + "\n" }
        }.text
        if !own.contains("required: yes") { optional.insert(String(name)) }
      }
      // What is left once the item cannot be told apart any more is no table.
      let identities: Set = ["article_no", "book_no"]
      #expect(optional.subtracting(known).subtracting(identities) == [], "\(source)")
    }
  }

  /// 等級別 cannot tell in-service masters when the column that does is not there.
  @Test func aProgrammeHeadedByLevelNeedsDayAndNight() throws {
    let folder = try TemporaryFolder()
    var university = University()
    university["students"].rename(column: "programme", to: "等級別")
    try university.write(to: folder)
    try expectUnavailable(folder, [], reason: "")
    university["students"].remove(column: "day_night")
    try university.write(to: folder)
    try expectUnavailable(
      folder, [4, 8, 9, 10],
      reason: "students.csv 的欄位 programme 以「等級別」為標題，須有欄位 day_night 方能判別")
  }

  /// A column that one of a source's files lacks is lacking for the source.
  @Test func aColumnThatOneFileLacksIsLacking() throws {
    let folder = try TemporaryFolder()
    var university = University()
    try university.write(to: folder)
    university["students"].remove(column: "route")
    university["students"].rows = [university["students"].rows[3]]
    university["students"][0, "student_id"] = "CANARY-S9"
    try folder.write(university["students"].text, to: "input/students-2.csv")
    try expectUnavailable(folder, [8], reason: "students.csv 缺少欄位 route")
    // An empty export lacks none.
    try folder.write("無相關統計資料\n", to: "input/students-2.csv")
    try expectUnavailable(folder, [], reason: "")
    university["students"].rows = []
    try folder.write(university["students"].text, to: "input/students-2.csv")
    let run = try folder.run()
    #expect(run.status == 0)
  }

  /// Every source as a table that says it is empty: zero, but for want of a reference date.
  @Test(arguments: ["無相關統計資料\n", "\u{FEFF}標題\r\n\r\n 無 相關統計資料 ,,\r\n", ""])
  func emptyTablesAreNoErrors(text: String) throws {
    let folder = try TemporaryFolder()
    for export in University().exports {
      try folder.write(
        text.isEmpty ? export.header + "\n" : text, to: "input/\(export.source).csv")
    }
    let run = try folder.run()
    #expect(run.status == 0 && run.error == "")
    for kpi in try folder.publication().kpis.kpis {
      let needsDate = ["kpi-04", "kpi-08"].contains(kpi.id)
      #expect(kpi.value == (needsDate ? nil : 0), "\(kpi.id)")
      #expect(kpi.status == (needsDate ? "unavailable" : "ok"), "\(kpi.id)")
      if let rows = kpi.rows { #expect(rows.read == 0 && rows.counted == 0) }
    }
  }

  private func expectUnavailable(_ folder: TemporaryFolder, _ kpis: Set<Int>, reason: String) throws
  {
    let run = try folder.run()
    #expect(run.status == 0, "\(run.error)")
    #expect(run.error == "")
    for kpi in try folder.publication().kpis.kpis {
      let unavailable = kpis.contains(Int(kpi.id.suffix(2)) ?? 0)
      #expect(kpi.status == (unavailable ? "unavailable" : "ok"), "\(kpi.id)")
      #expect((kpi.value == nil) == unavailable)
      #expect(kpi.reason == (unavailable ? reason : nil))
      #expect(!kpi.warnings.contains("column-absent"))
    }
    let summary = try folder.publication().text("kpi-summary.csv")
    if !kpis.isEmpty { #expect(summary.contains(reason)) }
  }
}
