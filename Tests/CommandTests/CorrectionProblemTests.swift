import Foundation
import Testing

/// Every line of `corrections.csv` that cannot be applied stops the run and says why.
@Suite struct CorrectionProblemTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let line: String
    let english: [String]
    let chinese: [String]

    var testDescription: String { line }
  }

  static let cases = [
    Case(
      line: "students,114|1|M11301011,credits_home,7.9,8,one, more,office",
      english: [
        "the line has 8 fields, the header has 7 [correction-fields]",
        "a comma inside a value needs quotation marks around the value",
      ],
      chinese: [
        "本列有 8 個欄位，標題列有 7 個 [correction-fields]", "值內若含逗號，須以引號括住",
      ]),
    Case(
      line: "students,114|1|M11301011,credits_home,7.9,8,-,",
      english: [
        "no value in reason, approved_by [correction-incomplete]",
        "only old and new may be empty; an auditor asks for reason and approved_by",
      ],
      chinese: [
        "reason、approved_by 沒有值 [correction-incomplete]",
        "只有 old 與 new 可以留白；reason 與 approved_by 供查核之用",
      ]),
    Case(
      line: ",,,7.9,8,誤植,註冊組",
      english: [
        "no value in source, key, column [correction-incomplete]",
        "only old and new may be empty; an auditor asks for reason and approved_by",
      ],
      chinese: [
        "source、key、column 沒有值 [correction-incomplete]",
        "只有 old 與 new 可以留白；reason 與 approved_by 供查核之用",
      ]),
    Case(
      line: "studnets,114|1|M11301011,credits_home,7.9,8,誤植,註冊組",
      english: [
        "'studnets' is no source [correction-unknown-source]", "did you mean 'students'?",
      ],
      chinese: ["沒有「studnets」這個來源 [correction-unknown-source]", "是否為「students」？"]),
    Case(
      line: "在學學生,114|1|M11301011,credits_home,7.9,8,誤植,註冊組",
      english: [
        "'在學學生' is no source [correction-unknown-source]",
        "the sources are the files in pipelines/sources/",
      ],
      chinese: [
        "沒有「在學學生」這個來源 [correction-unknown-source]", "來源即 pipelines/sources/ 中的檔案",
      ]),
    Case(
      line: "books,BK11401,title,邊境之歌,邊境,誤植,圖書館",
      english: [
        "books has no key by which a correction could find a row [correction-without-key]",
        "correct the database and export again",
      ],
      chinese: [
        "books 沒有鍵，無法以更正檔指定其中一列 [correction-without-key]",
        "請於資料庫更正後重新匯出",
      ]),
    Case(
      line: "students,114|1|M11301011,nationalty,越南,日本,誤植,註冊組",
      english: [
        "'nationalty' is no column of students [correction-unknown-column]",
        "did you mean 'nationality'?",
      ],
      chinese: [
        "students 沒有「nationalty」這個欄位 [correction-unknown-column]", "是否為「nationality」？",
      ]),
    Case(
      line: "students,114|1|M11301011,另具國籍,越南,日本,誤植,註冊組",
      english: [
        "'另具國籍' is no column of students [correction-unknown-column]",
        "did you mean 'second_nationality'?",
      ],
      chinese: [
        "students 沒有「另具國籍」這個欄位 [correction-unknown-column]",
        "是否為「second_nationality」？",
      ]),
    Case(
      line: "students,114|1|M11301011,備考,越南,日本,誤植,註冊組",
      english: [
        "'備考' is no column of students [correction-unknown-column]",
        "the columns stand in pipelines/sources/students.yaml",
      ],
      chinese: [
        "students 沒有「備考」這個欄位 [correction-unknown-column]",
        "欄位見 pipelines/sources/students.yaml",
      ]),
    Case(
      line: "students,M11301011,credits_home,7.9,8,誤植,註冊組",
      english: [
        "the key of students is academic_year|semester|student_id, with a value for each "
          + "[correction-key]", "write all of them, joined by |",
      ],
      chinese: [
        "students 的鍵是 academic_year|semester|student_id，每一項都要有值 [correction-key]",
        "請逐項填寫，以 | 相連",
      ]),
    Case(
      line: "students,114||M11301011,*,,,誤植,註冊組",
      english: [
        "the key of students is academic_year|semester|student_id, with a value for each "
          + "[correction-key]", "write all of them, joined by |",
      ],
      chinese: [
        "students 的鍵是 academic_year|semester|student_id，每一項都要有值 [correction-key]",
        "請逐項填寫，以 | 相連",
      ]),
    Case(
      line: "students,114|2|M11301011,credits_home,7.9,8,誤植,註冊組",
      english: [
        "no row of students has this key [correction-key-not-found]",
        "look the key up in the export; if the row is gone, delete this line of corrections.csv",
      ],
      chinese: [
        "students 沒有鍵值相符的列 [correction-key-not-found]",
        "請對照匯出檔的鍵值；該列若已不存在，請刪除 corrections.csv 的這一行",
      ]),
    Case(
      line: "students,114|1|D11201018,status,在學,休學,誤植,註冊組",
      english: [
        "the correction is stale: status is '休學' at students.csv:43, old is not "
          + "[stale-correction]",
        "check whether the correction is still needed; delete the line, or write the export's "
          + "value into old",
      ],
      chinese: [
        "更正已失效：students.csv:43 的 status 是「休學」，與 old 不同 [stale-correction]",
        "請檢查此更正是否仍需要：刪除這一行，或將 old 改為匯出檔的值",
      ]),
    Case(
      line: "students,114|1|D11201018,second_nationality,日本,,誤植,註冊組",
      english: [
        "the correction is stale: second_nationality has no value at students.csv:43, old has one "
          + "[stale-correction]",
        "check whether the correction is still needed; delete the line, or write the export's "
          + "value into old",
      ],
      chinese: [
        "更正已失效：students.csv:43 的 second_nationality 沒有值，與 old 不同 [stale-correction]",
        "請檢查此更正是否仍需要：刪除這一行，或將 old 改為匯出檔的值",
      ]),
    Case(
      line: "students,114|1|D11201018,name,某甲,某乙,誤植,註冊組",
      english: [
        "the correction is stale: name at students.csv:43 is not what old says [stale-correction]",
        "check whether the correction is still needed; delete the line, or write the export's "
          + "value into old",
      ],
      chinese: [
        "更正已失效：students.csv:43 的 name 與 old 不同 [stale-correction]",
        "請檢查此更正是否仍需要：刪除這一行，或將 old 改為匯出檔的值",
      ]),
    Case(
      line: "visiting_scholars,V008,*,,移除,重複填報,國際處",
      english: [
        "* removes the whole row, but old or new has a value [correction-removal]",
        "leave old and new empty, or name the column to correct",
      ],
      chinese: [
        "* 表示移除整列，但 old 或 new 有值 [correction-removal]",
        "請將 old 與 new 留白，或填寫要更正的欄位",
      ]),
    Case(
      line: "students,114|1|M11401001,nationality,越南,越喃,誤植,註冊組",
      english: [
        "the new value is not valid: nationality '越喃' is not on the list of countries "
          + "[correction-invalid-value]",
        "did you mean '越南'? Otherwise add the word to its list in pipelines/codes/, or correct "
          + "the value",
      ],
      chinese: [
        "新的值無效：nationality「越喃」不在代碼表 countries 中 [correction-invalid-value]",
        "是否為「越南」？否則請於 pipelines/codes/ 的代碼表加入此詞，或更正資料",
      ]),
    Case(
      line: "students,114|1|M11401001,birth_date,1999/03/12,1999/02/30,誤植,註冊組",
      english: [
        "the new value is not valid: birth_date is not a date [correction-invalid-value]",
        "write it as 2025-08-01 or 114/08/01",
      ],
      chinese: [
        "新的值無效：birth_date 不是有效日期 [correction-invalid-value]",
        "請寫成 2025-08-01 或 114/08/01",
      ]),
  ]

  @Test(arguments: cases)
  func theLineStopsTheRun(_ example: Case) throws {
    let input = try CorrectedInput([example.line])
    let english = try input.run()
    #expect(english.status == 65)
    #expect(english.messages == ["corrections.csv:2: error: " + example.english[0]])
    #expect(english.help == ["help: " + example.english[1]])
    #expect(!input.hasPublished)
    let chinese = try input.run(language: "zh")
    #expect(chinese.status == 65)
    #expect(chinese.messages == ["corrections.csv:2: 錯誤: " + example.chinese[0]])
    #expect(chinese.help.first?.hasSuffix(example.chinese[1]) == true)
  }

  @Test(arguments: [
    "students,2025|1|m11301011,credits_home,7.9,9,誤植,註冊組",
    "students,114|1|M11301011,*,,,重複,註冊組",
  ])
  func twoLinesForOneValue(second: String) throws {
    let first = "students,114|1|M11301011,credits_home,7.9,8,誤植,註冊組"
    for lines in [[first, second], [second, first]] {
      let input = try CorrectedInput(lines)
      let run = try input.run()
      #expect(run.status == 65)
      #expect(
        run.messages == [
          "corrections.csv:3: error: corrections.csv:2 corrects the same row and column, or removes "
            + "the row [correction-twice]"
        ])
      #expect(run.help == ["help: keep one of the two lines"])
      #expect(
        try input.run(language: "zh").messages == [
          "corrections.csv:3: 錯誤: corrections.csv:2 已更正同一列的同一欄，或已移除該列 [correction-twice]"
        ])
    }
  }

  @Test func aColumnThatTheExportLacks() throws {
    let input = try CorrectedInput(["students,114|1|D11401013,second_nationality,中華民國,,誤植,註冊組"])
    try input.replace("第二國籍", with: "備考", in: "students.csv")
    let run = try input.run()
    #expect(run.status == 65)
    #expect(
      run.messages == [
        "corrections.csv:2: error: students.csv has no column second_nationality "
          + "[correction-column-absent]"
      ])
    #expect(run.help == ["help: add the column to the export"])
    #expect(
      try input.run(language: "zh").messages == [
        "corrections.csv:2: 錯誤: students.csv 沒有欄位 second_nationality [correction-column-absent]"
      ])
  }

  @Test func allLinesAreToldInTheirOrder() throws {
    let input = try CorrectedInput([
      "projects,P999,title,甲,乙,誤植,研發處",
      "students,114|1|D11201018,status,在學,休學,誤植,註冊組",
      "student,114|1|D11201018,status,在學,休學,誤植,註冊組",
    ])
    #expect(
      try input.run().messages.compactMap { $0.split(separator: " ").last } == [
        "[correction-key-not-found]", "[stale-correction]", "[correction-unknown-source]",
      ])
  }

  @Test func aSourceThatIsRefusedIsNotBlamedOnTheCorrections() throws {
    let input = try CorrectedInput(["students,114|1|NOBODY,status,在學,休學,誤植,註冊組"])
    try input.replace("學號", with: "編號", in: "students.csv")
    let run = try input.run()
    #expect(run.status == 65)
    #expect(run.messages.isEmpty)
    #expect(run.error.contains("[header-not-found]"))
  }

  @Test func aSourceWithoutAFileHasNoRows() throws {
    let input = try CorrectedInput(["projects,P114001,title,甲,乙,誤植,研發處"])
    try FileManager.default.removeItem(atPath: input.folder.path("input/projects.csv"))
    #expect(
      try input.run().messages == [
        "corrections.csv:2: error: no row of projects has this key [correction-key-not-found]"
      ])
  }

  @Test func theHeaderMustBeComplete() throws {
    let input = try CorrectedInput()
    try input.folder.write(
      "source,key,column,old,new,reason\n", to: "input/corrections.csv")
    let run = try input.run()
    #expect(run.status == 65)
    #expect(
      run.messages == [
        "corrections.csv:1: error: no header line within the first 10 rows; not found: approved_by "
          + "[header-not-found]"
      ])
    #expect(run.help == ["help: the columns are source,key,column,old,new,reason,approved_by"])
    #expect(
      try input.run(language: "zh").help.first?
        .hasSuffix("欄位為 source,key,column,old,new,reason,approved_by") == true)
  }

  /// Whatever is wrong, no message holds a name, an identifier or a birth date.
  @Test func noPersonalValueIsQuoted() throws {
    let input = try CorrectedInput([
      "students,114|1|CANARY1,name,CANARY2,CANARY3,誤植,註冊組",
      "students,CANARY4,name,CANARY5,CANARY6,誤植,註冊組",
      "students,114|1|M11401001,name,CANARY7,CANARY8,誤植,註冊組",
      "students,114|1|M11401001,name,阮氏梅,CANARY9,誤植,註冊組",
      "students,114|1|M11401001,birth_date,1999/03/12,CANARY10,誤植,註冊組",
      "students,114|1|M11301011,student_id,CANARY11,CANARY12,誤植,註冊組",
      "students,114|1|M11301011,*,CANARY13,CANARY14,誤植,註冊組",
      "students,114|1|CANARY15,name,CANARY16,CANARY17,,",
    ])
    for language in ["en", "zh"] {
      let run = try input.run(language: language)
      #expect(run.status == 65)
      #expect(!run.error.contains("CANARY") && !run.error.contains("阮氏梅"))
      #expect(!run.error.contains("M11401001") && !run.error.contains("M11301011"))
    }
  }
}
