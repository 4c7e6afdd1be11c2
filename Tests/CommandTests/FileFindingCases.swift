import Foundation

extension FindingCase {
  private static let manifestHelp =
    "ask the office for the file again; one of the two is not the "
    + "one that was meant"
  private static let quoteHelp =
    "double the quotation marks inside the field and put the field into quotation marks"
  private static let longHelp =
    "a quotation mark or a separator is probably wrong near this line; export the file again"

  /// What can be wrong with the folder and with whole files.
  static let ofFiles: [FindingCase] = [
    .files(
      "unusedFile", status: 0,
      expecting: [
        Expected(
          severity: "warning", code: "unused-file", source: "", file: "notes.csv",
          english: "this file belongs to no source and is not read",
          help: "rename it to <source>.csv or <source>-….csv, or move it out of the folder",
          chinese: "此檔案不屬於任何來源，未讀取",
          chineseHelp: "請改名為 <來源>.csv 或 <來源>-….csv，或移出資料夾")
      ]
    ) { folder, _ in try folder.write("CANARY\n", to: "input/notes.csv") },
    .files(
      "manifestMissingFile", status: 65,
      expecting: [
        Expected(
          code: "manifest-file-missing", source: "", file: "students-2.csv",
          english: "manifest.csv names this file, but it is not in the folder",
          help: "deliver the file, or take it off manifest.csv",
          chinese: "manifest.csv 列有此檔案，資料夾中卻沒有",
          chineseHelp: "請補交檔案，或自 manifest.csv 刪除")
      ]
    ) { folder, _ in
      try folder.write("file,rows,sha256\nstudents-2.csv,,\n", to: "input/manifest.csv")
    },
    .files(
      "manifestChecksum", status: 65,
      expecting: [
        Expected(
          code: "manifest-checksum", source: "students", file: "students.csv",
          english: "the file's SHA-256 is not the one that manifest.csv gives",
          help: manifestHelp, chinese: "檔案的 SHA-256 與 manifest.csv 所載不符",
          chineseHelp: "請向提供單位重新索取檔案；兩者之一並非原定版本")
      ]
    ) { folder, _ in
      let digest = String(repeating: "0", count: 64)
      try folder.write("file,rows,sha256\nstudents.csv,,\(digest)\n", to: "input/manifest.csv")
    },
    .files(
      "manifestRows", status: 65,
      expecting: [
        Expected(
          code: "manifest-rows", source: "students", file: "students.csv",
          english: "manifest.csv gives 65 rows, the file has 64",
          help: manifestHelp, chinese: "manifest.csv 載明 65 筆，檔案實有 64 筆",
          chineseHelp: "請向提供單位重新索取檔案；兩者之一並非原定版本")
      ]
    ) { folder, _ in
      try folder.write("file,rows,sha256\nstudents.csv,65,\n", to: "input/manifest.csv")
    },
    .files(
      "invalidManifest", status: 65,
      expecting: [
        Expected(
          code: "invalid-manifest", source: "", file: "manifest.csv", line: 3,
          english: "the manifest cannot be read: rows", help: "the columns are file,rows,sha256",
          chinese: "無法讀取 manifest：rows", chineseHelp: "欄位為 file,rows,sha256")
      ]
    ) { folder, _ in
      try folder.write(
        "file,rows,sha256\nstudents.csv,64,\nfaculty.csv,many,\n", to: "input/manifest.csv")
    },
    .files(
      "notARegularFile", status: 65,
      expecting: [
        Expected(
          code: "not-a-regular-file", source: "students", file: "students-2.csv",
          english: "this is not a regular file",
          help: "put the file itself into the folder, no link and no device",
          chinese: "這不是一般檔案", chineseHelp: "請直接放入檔案本身，不要使用連結或裝置")
      ]
    ) { folder, _ in
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("input/students-2.csv"),
        withDestinationPath: folder.path("input/students.csv"))
    },
    .files(
      "unknownEncoding", status: 65,
      expecting: [
        Expected(
          code: "unknown-encoding", source: "books", file: "books.csv", line: 66,
          english: "the bytes are neither UTF-8 nor Big5 (CP950) nor the encoding it claims",
          help: "export the file again as UTF-8",
          chinese: "檔案編碼既非 UTF-8，亦非 Big5（CP950），也不是其所宣告的編碼",
          chineseHelp: "請以 UTF-8 重新匯出")
      ]
    ) { folder, university in
      try folder.write(
        Data(university["books"].text.utf8) + [0xFF, 0xFF, 0x0A], to: "input/books.csv")
    },
    .files(
      "quoteInsideField", status: 65,
      expecting: [
        Expected(
          code: "quote-inside-field", source: "books", file: "books.csv", line: 66,
          english: "a quotation mark stands inside a field that does not begin with one",
          help: quoteHelp, chinese: "未以引號開頭的欄位中出現引號",
          chineseHelp: "欄位內的引號須寫成兩個，並將整個欄位以引號括住")
      ]
    ) { folder, university in
      try folder.write(university["books"].text + "CANARY \"one\" two,\n", to: "input/books.csv")
    },
    .files(
      "textAfterQuote", status: 65,
      expecting: [
        Expected(
          code: "text-after-quote", source: "books", file: "books.csv", line: 66,
          english: "text follows a closing quotation mark", help: quoteHelp,
          chinese: "結束引號之後還有文字",
          chineseHelp: "欄位內的引號須寫成兩個，並將整個欄位以引號括住")
      ]
    ) { folder, university in
      try folder.write(university["books"].text + "\"CANARY\" two,\n", to: "input/books.csv")
    },
    .files(
      "unclosedQuote", status: 65,
      expecting: [
        Expected(
          code: "unclosed-quote", source: "books", file: "books.csv", line: 66,
          english: "a quotation mark is never closed",
          help: "close the field that begins here, or export the file again",
          chinese: "引號沒有結束", chineseHelp: "請為自此開始的欄位補上結束引號，或重新匯出")
      ]
    ) { folder, university in
      try folder.write(university["books"].text + "K9,\"CANARY\nK10,\n", to: "input/books.csv")
    },
    .change(
      "headerNotFound", status: 65,
      expecting: [
        Expected(
          code: "header-not-found", source: "students", file: "students.csv", line: 1,
          english: "no header line within the first 10 rows; not found: 國籍, 學籍狀態",
          help: "name the columns as pipelines/sources/students.yaml says, or add the header there",
          chinese: "前 10 列找不到標題列；缺少：國籍、學籍狀態",
          chineseHelp: "欄位名稱請依 pipelines/sources/students.yaml，或於該檔加入此標題")
      ]
    ) {
      $0["students"].rename(column: "nationality", to: "CANARY")
      $0["students"].remove(column: "status")
    },
    .change(
      "columnTwice", status: 65,
      expecting: [
        Expected(
          code: "column-twice", source: "students", file: "students.csv", line: 1,
          column: "student_id", english: "column student_id is found twice, as '學號'",
          help: "delete or rename one of the two columns",
          chinese: "欄位 student_id 出現兩次，標題為「學號」", chineseHelp: "請刪除或更名其中一欄")
      ]
    ) { $0["students"].rename(column: "department", to: "學號") },
    .change(
      "fieldTooLong", status: 65,
      expecting: [
        Expected(
          code: "field-too-long", source: "books", file: "books.csv", line: 3,
          english: "a field is longer than 1 MiB", help: longHelp,
          chinese: "有欄位超過 1 MiB",
          chineseHelp: "本列附近可能有引號或分隔符號錯誤，請重新匯出")
      ]
    ) { $0["books"][1, "title"] = String(repeating: "x", count: 1_048_577) },
    .files(
      "tooManyFields", status: 65,
      expecting: [
        Expected(
          code: "too-many-fields", source: "books", file: "books.csv", line: 66,
          english: "a row has more than 4,096 fields", help: longHelp,
          chinese: "有一列超過 4,096 個欄位",
          chineseHelp: "本列附近可能有引號或分隔符號錯誤，請重新匯出")
      ]
    ) { folder, university in
      try folder.write(
        university["books"].text + String(repeating: "x,", count: 4_096) + "\n",
        to: "input/books.csv")
    },
    rejectLimit,
  ]

  private static let rejectLimit: FindingCase = {
    let rejected = (5...9).map { line in
      Expected(
        code: "unmapped-status", source: "students", file: "students.csv", line: line,
        column: "status", english: "status '？' is not on the list of status",
        help: "add the word to its list in pipelines/codes/, or correct the value",
        chinese: "status「？」不在代碼表 status 中",
        chineseHelp: "請於 pipelines/codes/ 的代碼表加入此詞，或更正資料")
    }
    let limit = Expected(
      code: "reject-limit", source: "students", file: "students.csv",
      english: "7 of 64 rows were rejected, more than the limit of 5%",
      help: "correct the rows named above, or raise reject_limit in "
        + "pipelines/sources/students.yaml",
      chinese: "64 筆中有 7 筆被剔除，超過上限 5%",
      chineseHelp: "請更正上列資料，或調高 pipelines/sources/students.yaml 的 reject_limit")
    var result = FindingCase.change(
      "rejectLimit", "unmapped", status: 65, expecting: rejected + [limit]
    ) { university in
      for row in 3..<10 { university["students"][row, "status"] = "？" }
    }
    result.more = "and 2 more [unmapped-status]\n"
    result.chineseMore = "另有 2 筆 [unmapped-status]\n"
    return result
  }()
}
