import Campus

/// `--help` and the manual page in Traditional Chinese.
struct TraditionalChineseHelpWording: HelpWording {
  let headline = "由校務資料匯出檔計算高教深耕國際重點領域十四項指標"
  let nameEnd = "："
  let description =
    "campus-kpi 檢核大學校務資料庫匯出的 CSV 檔，依教育部定義計算高教深耕計畫國際重點領域十四項績效指標，"
    + "保存每次結果與佐證，並產製部定表件。指標定義、可接受的欄位標題與代碼表皆為檔案，承辦單位可自行修改。"
  let usage = "用法："
  let anyCommand = "<命令>"
  let anyOptions = "[選項]"
  let more = "各命令的說明：campus-kpi <命令> --help；版本：campus-kpi --version"
  let exitCodes = "結束代碼："

  func purpose(_ command: CommandTable.Command) -> String {
    switch command {
    case .run: "擷取、檢核、計算並發布十四項指標"
    case .check: "只檢核與試算，不寫入任何檔案"
    case .explain: "說明一項指標的定義與各規則排除的筆數；指定代碼時逐條說明"
    case .history: "依期間與版次列出已發布之數值"
    case .runs: "列出每次執行（含失敗者）及其結果"
    case .diff: "逐項說明 A 版至 B 版的差異與原因"
    case .report: "重新寫出某次執行的報表（內容完全相同）"
    case .annotate: "為某版的指標加註說明，載於報表"
    case .purge: "刪除舊執行的佐證；數值與刪除紀錄保留"
    case .lint: "檢查 pipelines/ 的定義"
    case .preview: "預覽擷取步驟如何解讀一個檔案"
    case .completion: "輸出 bash 或 zsh 的自動補齊設定"
    case .manual: "輸出使用手冊，可供「man -l -」閱讀"
    }
  }

  func meaning(_ option: CommandOption) -> String {
    switch option {
    case .input: "匯出 CSV 的資料夾"
    case .database: "SQLite 檔案，首次使用時建立；postgresql://… 則另存一份至該資料庫"
    case .output: "報表資料夾"
    case .pseudonymise: "佐證清冊中的識別碼以金鑰雜湊（HMAC）代替"
    case .pipeline: "採用哪個流程的預設值（nightly）"
    case .period: "例如 2025-08-01..2025-12-31"
    case .academicYear: "學年度，例如 114"
    case .calendarYear: "西元年，例如 2025"
    case .month: "民國年月，例如 114-09"
    case .format: "table 或 json（預設：table）"
    case .quiet: "成功時不輸出（供排程使用）"
    case .school: "open-data：單一學校代碼（預設全部）"
    case .isPublic: "report.html 遮蔽過小的數字"
    case .pdf: "另將 report.html 印成 report.pdf"
    case .key: "人員、論文或計畫的代碼"
    case .before: "清除此日之前的執行"
    case .all: "列出每一筆"
    case .pipelines: "定義資料夾（預設：pipelines）"
    case .language: "zh 或 en（預設依語系環境）"
    case .help: "顯示本說明"
    }
  }

  func meaning(_ status: ExitStatus) -> String {
    switch status {
    case .published: "已發布，或無異動"
    case .usage: "命令用法錯誤"
    case .dataStoppedPublication: "資料問題致未發布（檔案被拒、剔除率過高、更正已失效）"
    case .inputMissing: "找不到輸入資料夾或其中任何來源"
    case .bug: "程式錯誤"
    case .outputCannotBeCreated: "無法建立輸出"
    case .readOrWriteFailed: "讀寫失敗"
    case .lockHeld: "另一次執行進行中"
    case .invalidDefinitions: "pipelines/ 定義有誤"
    }
  }

  func heading(_ section: ManualPage.Section) -> String {
    switch section {
    case .name: "名稱"
    case .synopsis: "用法"
    case .description: "說明"
    case .commands: "命令"
    case .options: "各命令共用選項"
    case .exitStatus: "結束代碼"
    case .environment: "環境變數"
    case .files: "檔案"
    case .examples: "範例"
    }
  }

  let files = [
    (name: "pipelines/", meaning: "執行時所在資料夾中的定義；修改方式見其中的 README.md。"),
    (
      name: DefinitionsLocation.installed + "/",
      meaning: "所在資料夾沒有 pipelines/ 時採用的定義。"
    ),
    (
      name: "corrections.csv",
      meaning: "與匯出檔並列的更正檔：source、key、column、old、new、reason、approved_by。"
    ),
    (name: "kpi.json、report.html", meaning: "計算結果；每一期間的每一版各有其資料夾。"),
  ]
  let environment = "以其中第一個有值者決定訊息的語言：以 zh 開頭者為中文，其餘為英文。"
  let examples = [
    (
      command: "campus-kpi check --input EXPORTS --academic-year 114",
      meaning: "列出被剔除的資料與原因，以及可計算的指標。"
    ),
    (
      command: "campus-kpi run nightly --input EXPORTS --output REPORTS --quiet",
      meaning: "計算並發布；沒有問題時不輸出任何訊息。"
    ),
    (
      command: "campus-kpi explain 4 --key D11201004",
      meaning: "逐條說明某位學生是否計入指標 4。"
    ),
    (command: "source <(campus-kpi completion bash)", meaning: "在目前的 shell 啟用自動補齊。"),
  ]
}
