import Foundation
import Testing

extension FindingCase {
  private static let fillHelp = "fill in the value in the database and export again"
  private static let fillHelpChinese = "請於資料庫補填後重新匯出"
  private static let digitsHelp = "write it in digits"
  private static let digitsHelpChinese = "請以數字填寫"
  private static let dateHelp = "write it as 2025-08-01 or 114/08/01"
  private static let dateHelpChinese = "請寫成 2025-08-01 或 114/08/01"

  /// What can be wrong with a row or a cell.
  static let ofRows: [FindingCase] = [
    .files(
      "fieldCount", status: 0,
      expecting: [
        Expected(
          code: "field-count", source: "projects", file: "projects.csv", line: 66,
          english: "the row has 3 fields, the header has 11",
          help: "a separator inside a value needs quotation marks around the value",
          chinese: "本列有 3 個欄位，標題列有 11 個",
          chineseHelp: "值內若含分隔符號，須以引號括住")
      ]
    ) { folder, university in
      try folder.write(university["projects"].text + "J9,CANARY,x\n", to: "input/projects.csv")
    },
    .change(
      "badCharacter",
      expecting: [
        Expected(
          code: "bad-character", source: "students", file: "students.csv", line: 5, column: "name",
          english: "name holds a character that cannot be read (U+FFFD or NUL)",
          help: "correct the value in the database and export again",
          chinese: "name 含有無法判讀的字元（U+FFFD 或 NUL）", chineseHelp: "請於資料庫更正後重新匯出")
      ]
    ) { $0["students"][3, "name"] = "CANARY\u{FFFD}" },
    .change(
      "missingValue",
      expecting: [
        Expected(
          code: "missing-value", source: "students", file: "students.csv", line: 5,
          column: "student_id", english: "student_id has no value", help: fillHelp,
          chinese: "student_id 沒有值", chineseHelp: fillHelpChinese),
        Expected(
          code: "missing-value", source: "students", file: "students.csv", line: 6,
          column: "nationality", english: "nationality has no value", help: fillHelp,
          chinese: "nationality 沒有值", chineseHelp: fillHelpChinese),
      ]
    ) {
      $0["students"][3, "student_id"] = "－"
      $0["students"][4, "nationality"] = " NULL "
    },
    .change(
      "missingIdentity",
      expecting: [
        Expected(
          code: "missing-identity", source: "publications", file: "publications.csv", line: 3,
          english: "none of doi, article_no has a value, so the row cannot be told apart",
          help: "give the item a number", chinese: "doi、article_no 皆無值，無法辨識此筆資料",
          chineseHelp: "請補上編號"),
        Expected(
          code: "missing-identity", source: "books", file: "books.csv", line: 3,
          english: "none of isbn, book_no has a value, so the row cannot be told apart",
          help: "give the item a number", chinese: "isbn、book_no 皆無值，無法辨識此筆資料",
          chineseHelp: "請補上編號"),
      ]
    ) {
      $0["publications"][1, "article_no"] = ""
      $0["books"][1, "book_no"] = "-"
    },
    .change(
      "unmapped",
      expecting: [
        Expected(
          code: "unmapped-nationality", source: "students", file: "students.csv", line: 5,
          column: "nationality", english: "nationality '日木' is not on the list of countries",
          help: "did you mean '日本'? Otherwise add the word to its list in pipelines/codes/, "
            + "or correct the value",
          chinese: "nationality「日木」不在代碼表 countries 中",
          chineseHelp: "是否為「日本」？否則請於 pipelines/codes/ 的代碼表加入此詞，或更正資料"),
        Expected(
          code: "unmapped-second-nationality", source: "students", file: "students.csv", line: 6,
          column: "second_nationality",
          english: "second_nationality 'QQQQQQQQQQ' is not on the list of countries",
          help: "add the word to its list in pipelines/codes/, or correct the value",
          chinese: "second_nationality「QQQQQQQQQQ」不在代碼表 countries 中",
          chineseHelp: "請於 pipelines/codes/ 的代碼表加入此詞，或更正資料"),
        Expected(
          code: "unmapped-participant-countries", source: "faculty_activities",
          file: "faculty_activities.csv", line: 4, column: "participant_countries",
          english: "participant_countries '日木' is not on the list of countries",
          help: "did you mean '日本'? Otherwise add the word to its list in pipelines/codes/, "
            + "or correct the value",
          chinese: "participant_countries「日木」不在代碼表 countries 中",
          chineseHelp: "是否為「日本」？否則請於 pipelines/codes/ 的代碼表加入此詞，或更正資料"),
      ]
    ) {
      $0["students"][3, "nationality"] = "日木"
      $0["students"][4, "second_nationality"] = "QQQQQQQQQQ"
      $0["faculty_activities"][2, "participant_countries"] = "德國、日木"
    },
    .change(
      "invalidDate",
      expecting: [
        Expected(
          code: "invalid-date", source: "students", file: "students.csv", line: 5,
          column: "birth_date", english: "birth_date is not a date", help: dateHelp,
          chinese: "birth_date 不是有效日期", chineseHelp: dateHelpChinese),
        Expected(
          code: "invalid-date", source: "student_mobility", file: "student_mobility.csv", line: 3,
          column: "start", english: "start '114/02/30' is not a date", help: dateHelp,
          chinese: "start「114/02/30」不是有效日期", chineseHelp: dateHelpChinese),
      ]
    ) {
      $0["students"][3, "birth_date"] = "1981-02-31"
      $0["student_mobility"][1, "start"] = "114/02/30"
    },
    .change(
      "invalidNumber",
      expecting: [
        Expected(
          code: "invalid-academic-year", source: "students", file: "students.csv", line: 5,
          column: "academic_year", english: "academic_year '200' is not a valid academic year",
          help: digitsHelp, chinese: "academic_year「200」不是有效的數值（academic_year）",
          chineseHelp: digitsHelpChinese),
        Expected(
          code: "invalid-semester", source: "students", file: "students.csv", line: 6,
          column: "semester", english: "semester '3' is not a valid semester", help: digitsHelp,
          chinese: "semester「3」不是有效的數值（semester）", chineseHelp: digitsHelpChinese),
        Expected(
          code: "invalid-decimal", source: "students", file: "students.csv", line: 7,
          column: "credits_home", english: "credits_home '-1' is not a valid decimal",
          help: digitsHelp, chinese: "credits_home「-1」不是有效的數值（decimal）",
          chineseHelp: digitsHelpChinese),
        Expected(
          code: "invalid-year", source: "publications", file: "publications.csv", line: 3,
          column: "year", english: "year '20255' is not a valid year", help: digitsHelp,
          chinese: "year「20255」不是有效的數值（year）", chineseHelp: digitsHelpChinese),
        Expected(
          code: "invalid-month", source: "publications", file: "publications.csv", line: 4,
          column: "month", english: "month '13' is not a valid month", help: digitsHelp,
          chinese: "month「13」不是有效的數值（month）", chineseHelp: digitsHelpChinese),
      ]
    ) {
      $0["students"][3, "academic_year"] = "200"
      $0["students"][4, "semester"] = "3"
      $0["students"][5, "credits_home"] = "-1"
      $0["publications"][1, "year"] = "20255"
      $0["publications"][2, "month"] = "13"
    },
    .change(
      "invalidYesNo",
      expecting: [
        Expected(
          code: "invalid-yes-no", source: "students", file: "students.csv", line: 5,
          column: "dual_degree", english: "dual_degree '也許' is neither yes nor no",
          help: "write 是 or 否", chinese: "dual_degree「也許」既非「是」亦非「否」",
          chineseHelp: "請填「是」或「否」")
      ]
    ) { $0["students"][3, "dual_degree"] = "也許" },
    .change(
      "endBeforeStart",
      expecting: [
        Expected(
          code: "end-before-start", source: "projects", file: "projects.csv", line: 3,
          column: "end",
          english: "the end is before the start", help: "correct one of the two dates",
          chinese: "結束日期早於開始日期", chineseHelp: "請更正其中一個日期")
      ]
    ) { $0["projects"][1, "end"] = "2019-07-31" },
    .change(
      "conflictingRows",
      expecting: [
        Expected(
          code: "conflicting-rows", source: "students", file: "students.csv", line: 5,
          english: "another row has the same key and other values: students.csv:6",
          help: "keep the row that is right; until then none of them counts",
          chinese: "另有一列鍵值相同而內容不同：students.csv:6",
          chineseHelp: "請保留正確的一列；在此之前各列均不計入"),
        Expected(
          code: "conflicting-rows", source: "students", file: "students.csv", line: 6,
          english: "another row has the same key and other values: students.csv:5",
          help: "keep the row that is right; until then none of them counts",
          chinese: "另有一列鍵值相同而內容不同：students.csv:5",
          chineseHelp: "請保留正確的一列；在此之前各列均不計入"),
      ]
    ) {
      $0["students"][4, "student_id"] = $0["students"][3, "student_id"]
      $0["students"][4, "college"] = "文學院"
    },
    .change(
      "unknownPerson",
      expecting: [
        Expected(
          code: "unknown-person", source: "faculty_activities", file: "faculty_activities.csv",
          line: 3, english: "the person has no row in faculty, so kpi-06 cannot count this row",
          help: "deliver the person's row, or correct the identifier",
          chinese: "此人在 faculty 中沒有任何資料，kpi-06 無法計入本列",
          chineseHelp: "請補交此人的資料，或更正代碼")
      ]
    ) { $0["faculty_activities"][1, "staff_id"] = "CANARY-T9" },
    .files(
      "userDefinedCharacter", status: 0,
      expecting: [
        Expected(
          severity: "warning", code: "user-defined-character", source: "books",
          file: "books.csv", line: 2, column: "title",
          english: "title holds a user-defined character (造字)",
          help: "no action is needed where the character is only part of a name",
          chinese: "title 含有造字", chineseHelp: "若僅為姓名用字，無須處理")
      ]
    ) { folder, university in
      var books = university["books"]
      books[0, "title"] = "CANARY@@"
      // The first of the characters that Windows leaves to the user.
      let big5 = try Program.shell("iconv -f UTF-8 -t CP950", input: books.text).bytes
      var bytes = Data(big5)
      let marker = try #require(bytes.range(of: Data("@@".utf8)))
      bytes.replaceSubrange(marker, with: [0xFA, 0x40])
      try folder.write(bytes, to: "input/books.csv")
    },
    .change(
      "duplicateRow",
      expecting: [
        Expected(
          severity: "warning", code: "duplicate-row", source: "students", file: "students.csv",
          line: 66, english: "the row says the same as students.csv:2 and is merged with it",
          help: "no action is needed", chinese: "本列與 students.csv:2 內容相同，已合併",
          chineseHelp: "無須處理")
      ]
    ) { $0["students"].rows.append($0["students"].rows[0]) },
    .change(
      "columnAbsent",
      expecting: [
        Expected(
          severity: "warning", code: "column-absent", source: "visiting_scholars",
          file: "visiting_scholars.csv", column: "own_only_countries",
          english: "column own_only_countries is absent; its values count as missing for kpi-07",
          help: "add the column to the export if the values exist",
          chinese: "缺少欄位 own_only_countries；kpi-07 一律視為無值",
          chineseHelp: "若資料存在，請於匯出時加入此欄")
      ]
    ) { $0["visiting_scholars"].remove(column: "own_only_countries") },
    .change(
      "definitionWarning",
      expecting: [
        Expected(
          severity: "warning", code: "dual-degree-unproven", source: "students",
          file: "students.csv", line: 4,
          english: "credits or months of the dual degree are missing; kpi-08 counts the student "
            + "without proof",
          help: "complete the data so that the count can be defended",
          chinese: "雙聯學制的學分或月數不全，kpi-08 在無佐證下計入此學生",
          chineseHelp: "請補齊資料，以利備查")
      ]
    ) { $0["students"][2, "dual_months"] = "" },
    headcounts, moreThanFive,
  ]

  /// Five of a kind are shown, all of them are in findings.csv.
  private static let moreThanFive: FindingCase = {
    let rows = 62...68
    let expected = rows.map { line in
      Expected(
        severity: "warning", code: "duplicate-row", source: "projects", file: "projects.csv",
        line: line + 4, english: "the row says the same as projects.csv:2 and is merged with it",
        help: "no action is needed", chinese: "本列與 projects.csv:2 內容相同，已合併",
        chineseHelp: "無須處理")
    }
    var result = FindingCase.change("duplicateRow", expecting: expected) { university in
      for _ in rows { university["projects"].rows.append(university["projects"].rows[0]) }
    }
    result.more = "and 2 more [duplicate-row]; all of them are in findings.csv\n"
    result.chineseMore = "另有 2 筆 [duplicate-row]，全部列於 findings.csv\n"
    return result
  }()

  /// What only the published tables hold: headcounts.
  private static let headcounts: FindingCase = {
    let first = Expected(
      code: "not-available", source: "udb_study_abroad", file: "udb_study_abroad_105.csv",
      line: 3, column: "under_one_semester",
      english: "under_one_semester is marked as not available",
      help: "ask for the figure; it is never read as 0",
      chinese: "under_one_semester 標示為無資料", chineseHelp: "請索取該數據；系統絕不會視為 0")
    let second = Expected(
      code: "invalid-headcount", source: "udb_study_abroad", file: "udb_study_abroad_105.csv",
      line: 4, column: "at_least_one_semester",
      english: "at_least_one_semester '1.5' is not a valid headcount", help: digitsHelp,
      chinese: "at_least_one_semester「1.5」不是有效的數值（headcount）",
      chineseHelp: digitsHelpChinese)
    return FindingCase(
      problems: ["notAvailable", "invalidNumber"], arguments: ["run", "open-data"], status: 0,
      expected: [first, second]
    ) { folder in
      var table = PublishedTables.studyAbroad
      table.pad(to: 64, numbering: "department")
      table[1, "under_one_semester"] = "…"
      table[2, "at_least_one_semester"] = "1.5"
      try folder.write(table.text, to: "input/udb_study_abroad_105.csv")
    }
  }()
}
