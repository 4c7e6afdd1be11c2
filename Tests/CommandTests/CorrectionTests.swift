import Foundation
import Testing

/// What `corrections.csv` changes, and everything that stops it (product.md, "Corrections").
@Suite struct CorrectionTests {
  @Test func theSamplesChangeWhatTheirPageSays() throws {
    let clean = try CorrectedInput()
    let corrected = try CorrectedInput(sample: "corrections")
    let before = try clean.run().document.kpis.map(\.value)
    let run = try corrected.run()
    #expect(run.status == 0)
    let changes = zip(try run.document.kpis.map(\.value), before).map { ($0 ?? 0) - ($1 ?? 0) }
    #expect(changes == [0, 1, 0, 1, 0, 0, -1, 2, 0, 1, 0, 0, 0, 0])
    #expect(
      try corrected.evidence() == """
        source,key,column,old,new,reason,approved_by,file,line
        students,114|1|M11301011,credits_home,7.9,8,"本校學分少計一門 0.1 學分",教務處註冊組,students.csv,36
        students,114|1|D11201018,status,休學,在學,"10 月 1 日已復學，匯出後才更新",教務處註冊組,students.csv,43
        students,114|1|M11401005,route,其他,,入學管道登錄錯誤，查證中,僑生輔導組,students.csv,30
        faculty,114|1|T0011,appointed_on,2025/07/31,2025/08/01,"聘書起聘日為 8 月 1 日",人事室,faculty.csv,18
        visiting_scholars,V008,*,,,"與 V013 為同一場活動，重複填報",國際處,visiting_scholars.csv,9
        student_mobility,E003|D11301025,end,2025/10/13,2025/10/14,"核銷單據顯示 10 月 14 日返國",研究發展處,student_mobility.csv,4

        """)
    #expect(try corrected.modes() == [0o700, 0o600])
    #expect(try clean.evidence() == nil)
  }

  @Test func theFileIsAnInputOfTheRun() throws {
    let input = try CorrectedInput(["students,114|1|M11401001,college,國際學院,理學院,轉院,註冊組"])
    let inputs = try input.run().document.inputs
    #expect(inputs.count == 12)
    #expect(inputs.last?.source == "corrections")
    #expect(inputs.last?.file == "corrections.csv")
    #expect(inputs.last?.sha256.count == 64)
    #expect(inputs.last?.rows == 1)
  }

  @Test func checkListsTheFileAndWritesNothing() throws {
    let input = try CorrectedInput(sample: "corrections")
    let check = try input.program("check")
    #expect(check.status == 0)
    #expect(
      check.output.contains(
        "\ncorrections           corrections.csv           utf-8        6         0           0\n"))
    try input.write(["students,114|1|NOBODY,status,在學,休學,誤植,註冊組"])
    let stopped = try input.program("check")
    #expect(stopped.status == 65)
    #expect(stopped.error.contains("[correction-key-not-found]"))
  }

  @Test(arguments: ["utf-8", "utf-8 with BOM and CRLF", "utf-16", "cp950"])
  func itIsReadLikeAnyExport(encoding: String) throws {
    let input = try CorrectedInput()
    let text =
      "匯出日期,,,,,,\n"
      + "\"source\",\"key\", column ,OLD,new,reason,approved_by,備考\n"
      + "students,114|1|M11301011,credits_home,7.9,\"8\",\"少計, \"\"一門\"\"\",教務處,\n\n"
      + "說明：共一筆,,,,,,,\n"
    try input.write(text, encoding: encoding)
    let run = try input.run()
    #expect(run.status == 0)
    #expect(
      try input.evidence()?.split(separator: "\n").last
        == "students,114|1|M11301011,credits_home,7.9,8,\"少計, \"\"一門\"\"\",教務處,students.csv,36")
    #expect(try run.document.kpis[7].value == 10)
  }

  @Test(arguments: [
    ("114|1|M11301011", "7.9"), ("2025|1|m11301011", "7.90"),
    ("１１４ ｜ １ ｜ ｍ１１３０１０１１", " ７.９ "),
  ])
  func theRowAndItsOldValueAreFoundInAnySpelling(key: String, old: String) throws {
    let input = try CorrectedInput(["students,\(key),credits_home,\(old),8,少計一門,教務處"])
    let run = try input.run()
    #expect(run.status == 0)
    #expect(try run.document.kpis[7].value == 10)
    #expect(try input.evidence()?.contains("\nstudents,114|1|M11301011,credits_home,") == true)
  }

  @Test func itHoldsForEveryRowOfTheKey() throws {
    let input = try CorrectedInput(["students,114|1|D11201018,status,休學,在學,已復學,註冊組"])
    try input.repeatRow(with: "114,1,D11201018,", in: "students.csv")
    let run = try input.run()
    #expect(run.status == 0)
    let students = try #require(run.document.inputs.first)
    #expect(students.rows == 65 && students.rejected == 0 && students.duplicates == 1)
    #expect(try run.document.kpis[3].value == 15)
    let evidence = try input.evidence() ?? ""
    #expect(evidence.contains(",students.csv,43\n") && evidence.contains(",students.csv,66\n"))
  }

  @Test func aRowThatAlreadySaysTheNewValueStays() throws {
    let input = try CorrectedInput(["students,114|1|D11201018,status,休學,在學,已復學,註冊組"])
    try input.repeatRow(with: "114,1,D11201018,", in: "students.csv") {
      $0.replacingOccurrences(of: "休學", with: "在學")
    }
    let run = try input.run()
    #expect(run.status == 0)
    #expect(try run.document.kpis[3].value == 15)
    #expect(try run.document.inputs.first?.duplicates == 1)
  }

  @Test func aRemovedRowIsNotRead() throws {
    let input = try CorrectedInput(["visiting_scholars,v008,＊,-,,重複填報,國際處"])
    let run = try input.run()
    #expect(run.status == 0)
    let document = try run.document
    #expect(document.kpis[6].value == 11)
    #expect(document.kpis[6].rows?.read == 20)
    #expect(document.inputs.first { $0.source == "visiting_scholars" }?.rows == 20)
  }

  @Test func anEmptyNewDeletesTheValue() throws {
    let input = try CorrectedInput(["students,114|1|D11401013,second_nationality,中華民國,,誤植,註冊組"])
    let before = try CorrectedInput().run().document.kpis[3].value ?? 0
    #expect(try input.run().document.kpis[3].value == before + 1)
  }

  @Test func aValueThatRejectedItsRowCanBeCorrected() throws {
    let input = try CorrectedInput(["students,114|1|D11201018,status,休學,在學,已復學,註冊組"])
    try input.replace(",休學,", with: ",修學,", in: "students.csv")
    let rejected = try input.run()
    #expect(rejected.status == 65 && rejected.error.contains("status is '修學' at students.csv:43"))
    try input.write([
      "students,114|1|D11201018,status,修學,在學,已復學,註冊組",
      "students,113|2|D11201018,status,修學,休學,錯字,註冊組",
    ])
    let run = try input.run()
    #expect(run.status == 0)
    #expect(!run.error.contains("unmapped-status"))
    #expect(try run.document.inputs.first?.rejected == 0)
    #expect(try run.document.kpis[3].value == 15)
  }

  @Test func theKeyItselfCanBeCorrectedOnce() throws {
    let input = try CorrectedInput([
      "students,114|3|D11201018,semester,3,1,學期誤植,註冊組",
      "students,114|3|D11201018,status,休學,在學,已復學,註冊組",
    ])
    try input.replace("114,1,D11201018,", with: "114,3,D11201018,", in: "students.csv")
    let run = try input.run()
    #expect(run.status == 0)
    #expect(try run.document.kpis[3].value == 15)
    #expect(try input.evidence()?.contains("\nstudents,114|3|D11201018,status,") == true)
    // By its new key the row is not found: a correction says what the export says.
    try input.write([
      "students,114|3|D11201018,semester,3,1,學期誤植,註冊組",
      "students,114|1|D11201018,status,休學,在學,已復學,註冊組",
    ])
    #expect(
      try input.run().messages == [
        "corrections.csv:3: error: no row of students has this key [correction-key-not-found]"
      ])
  }

  @Test func theManifestMayNameIt() throws {
    let input = try CorrectedInput(["students,114|1|D11201018,status,休學,在學,已復學,註冊組"])
    try input.folder.write("file,rows,sha256\ncorrections.csv,2,\n", to: "input/manifest.csv")
    let rows = try input.run()
    #expect(rows.status == 65)
    #expect(
      rows.messages == [
        "corrections.csv: error: manifest.csv gives 2 rows, the file has 1 [manifest-rows]"
      ])
    let digest = String(repeating: "0", count: 64)
    try input.folder.write(
      "file,rows,sha256\ncorrections.csv,,\(digest)\n", to: "input/manifest.csv")
    let checksum = try input.run()
    #expect(checksum.status == 65)
    #expect(
      checksum.messages == [
        "corrections.csv: error: the file's SHA-256 is not the one that manifest.csv gives "
          + "[manifest-checksum]"
      ])
  }

  @Test func anEmptySheetCorrectsNothing() throws {
    let input = try CorrectedInput([])
    #expect(try input.run().status == 0)
    #expect(try input.evidence() == nil)
  }

  /// Corrections are an input: new ones make a revision, the same ones none.
  @Test func eachChangeOfTheCorrectionsIsARevision() throws {
    let input = try CorrectedInput()
    #expect(try input.run().document.revision == 1)
    try input.write(["students,114|1|D11201018,status,休學,在學,已復學,註冊組"])
    #expect(try input.run().document.revision == 2)
    let cause = "D11201018 status suspended enrolled 已復學 (註冊組)\n"
    #expect(try input.causes(ofRevision: 2) == cause + cause)
    #expect(
      try input.program("run", ["--output", input.folder.path("output")]).output
        .hasPrefix("nothing new: revision 2"))
    try FileManager.default.removeItem(atPath: input.folder.path("input/corrections.csv"))
    let withdrawn = try input.run()
    #expect(try withdrawn.document.revision == 3)
    #expect(try withdrawn.document.kpis[3].value == 14)
    let withdrawal = "D11201018 status enrolled suspended withdrawn: 已復學 (註冊組)\n"
    #expect(try input.causes(ofRevision: 3) == withdrawal + withdrawal)
  }
}
