/// Every command and option there is. Parsing, `--help`, completion and the manual page come from
/// this one table.
struct CommandTable {
  struct Option {
    let name: String
    /// What the value is, such as `DIR`; nil for a switch.
    let value: String?
    let english: String
    let chinese: String
  }

  struct Operand {
    let name: String
    let required: Bool
  }

  struct Command {
    let name: String
    let operands: [Operand]
    let options: [Option]
    let english: String
    let chinese: String
  }

  static let common: [Option] = [
    Option(
      name: "--pipelines", value: "DIR", english: "folder of definitions (default: pipelines)",
      chinese: "定義資料夾（預設：pipelines）"),
    Option(
      name: "--language", value: "LANG", english: "zh or en (default: from the locale)",
      chinese: "zh 或 en（預設依語系環境）"),
    Option(name: "--help", value: nil, english: "show this help", chinese: "顯示本說明"),
  ]

  private static let input = Option(
    name: "--input", value: "DIR", english: "folder of CSV exports", chinese: "匯出 CSV 的資料夾")
  private static let database = Option(
    name: "--database", value: "FILE",
    english: "SQLite file, created on first use; postgresql://… loads a copy there",
    chinese: "SQLite 檔案，首次使用時建立；postgresql://… 則另存一份至該資料庫")
  private static let output = Option(
    name: "--output", value: "DIR", english: "folder of the reports", chinese: "報表資料夾")
  private static let pseudonymise = Option(
    name: "--pseudonymise", value: "KEYFILE",
    english: "replace identifiers in the evidence by a keyed HMAC",
    chinese: "佐證清冊中的識別碼以金鑰雜湊（HMAC）代替")
  private static let pipeline = Option(
    name: "--pipeline", value: "NAME", english: "the pipeline whose defaults apply (nightly)",
    chinese: "採用哪個流程的預設值（nightly）")
  private static let periods: [Option] = [
    Option(
      name: "--period", value: "FROM..TO", english: "such as 2025-08-01..2025-12-31",
      chinese: "例如 2025-08-01..2025-12-31"),
    Option(
      name: "--academic-year", value: "YEAR", english: "ROC academic year, such as 114",
      chinese: "學年度，例如 114"),
    Option(
      name: "--calendar-year", value: "YEAR", english: "such as 2025", chinese: "西元年，例如 2025"),
    Option(
      name: "--month", value: "MONTH", english: "ROC year and month, such as 114-09",
      chinese: "民國年月，例如 114-09"),
  ]
  private static let format = Option(
    name: "--format", value: "FORMAT", english: "table or json (default: table)",
    chinese: "table 或 json（預設：table）")
  private static let quiet = Option(
    name: "--quiet", value: nil, english: "print nothing on success (cron)",
    chinese: "成功時不輸出（供排程使用）")

  static let commands: [Command] = [
    Command(
      name: "run", operands: [Operand(name: "PIPELINE", required: false)],
      options: [
        input,
        database,
        output,
      ] + periods + [
        format, quiet,
        Option(
          name: "--school", value: "CODE", english: "open-data: one school (default: all)",
          chinese: "open-data：單一學校代碼（預設全部）"),
        pseudonymise,
        Option(
          name: "--public", value: nil, english: "withhold small numbers on report.html",
          chinese: "report.html 遮蔽過小的數字"),
        Option(
          name: "--pdf", value: nil, english: "print report.html to report.pdf as well",
          chinese: "另將 report.html 印成 report.pdf"),
      ],
      english: "extract, transform, count and publish the fourteen KPIs",
      chinese: "擷取、檢核、計算並發布十四項指標"),
    Command(
      name: "check", operands: [Operand(name: "PIPELINE", required: false)],
      options: [input] + periods + [quiet],
      english: "everything up to the counts; writes nothing", chinese: "只檢核與試算，不寫入任何檔案"),
    Command(
      name: "explain", operands: [Operand(name: "KPI", required: true)],
      options: [
        Option(
          name: "--key", value: "KEY", english: "a person, article or project",
          chinese: "人員、論文或計畫的代碼"),
        input, database, output, pipeline,
      ] + periods,
      english: "the definition of a KPI and what each rule leaves out; with a key, why it counts",
      chinese: "說明一項指標的定義與各規則排除的筆數；指定代碼時逐條說明"),
    Command(
      name: "history", operands: [Operand(name: "KPI", required: false)],
      options: [database, output, pipeline, format],
      english: "published values by period and revision", chinese: "依期間與版次列出已發布之數值"),
    Command(
      name: "runs", operands: [], options: [database, output, pipeline, format],
      english: "every run, failed ones too, and how it ended",
      chinese: "列出每次執行（含失敗者）及其結果"),
    Command(
      name: "diff",
      operands: [Operand(name: "A", required: true), Operand(name: "B", required: true)],
      options: [database, output, pipeline] + periods + [format],
      english: "what changed from revision A to B, key by key, and why",
      chinese: "逐項說明 A 版至 B 版的差異與原因"),
    Command(
      name: "report", operands: [Operand(name: "RUN", required: true)],
      options: [database, output, pipeline] + periods + [pseudonymise, quiet],
      english: "write the reports of a stored run again, byte for byte",
      chinese: "重新寫出某次執行的報表（內容完全相同）"),
    Command(
      name: "annotate",
      operands: [
        Operand(name: "REVISION", required: true), Operand(name: "KPI", required: true),
        Operand(name: "TEXT", required: true),
      ], options: [database, output, pipeline] + periods + [quiet],
      english: "give an explanation that the reports of a revision carry",
      chinese: "為某版的指標加註說明，載於報表"),
    Command(
      name: "purge", operands: [],
      options: [
        Option(
          name: "--before", value: "DATE", english: "runs that began before this day",
          chinese: "清除此日之前的執行"), database, output, pipeline, quiet,
      ], english: "delete the evidence of old runs; values and a record of it stay",
      chinese: "刪除舊執行的佐證；數值與刪除紀錄保留"),
    Command(
      name: "lint", operands: [], options: [], english: "check the definitions in pipelines/",
      chinese: "檢查 pipelines/ 的定義"),
    Command(
      name: "preview", operands: [Operand(name: "FILE", required: true)],
      options: [
        Option(
          name: "--all", value: nil, english: "print every record", chinese: "列出每一筆"), format,
      ],
      english: "what the extract step sees in one file", chinese: "預覽擷取步驟如何解讀一個檔案"),
  ]

  static func command(named name: String) -> Command? { commands.first { $0.name == name } }
}
