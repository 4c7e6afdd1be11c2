import Campus
import Count
import Store

/// What the commands say in Traditional Chinese.
struct TraditionalChineseCommandWording: CommandWording {
  func nothingNew(_ period: ReportingPeriod, revision: Int) -> String {
    "無異動：\(period.label) 第 \(revision) 版以相同的匯出檔與定義產生，仍為最新"
  }
  func noted(run: Int) -> String { "已註記；執行 'campus-kpi report run-\(run)' 可將其寫入報表" }
  func purged(_ record: PurgeRecord, before day: CalendarDate) -> String {
    "已清除：\(day) 之前的 \(record.runs) 次執行，佐證 \(record.evidenceRows) 筆、"
      + "檢核訊息 \(record.findings) 筆；數值與本次清除之紀錄保留"
  }
  let historyHead = ["流程", "期間", "版次", "序號", "KPI項目", "達成值", "目標", "單位", "計算時間"]
  let runsHead = ["執行", "流程", "期間", "版次", "開始", "結束", "結束代碼", "程式", "說明"]
  func evidencePurged(_ day: String) -> String { "佐證已清除 \(day)" }

  func hold(folder: String, definitions: Int, examples: Int) -> String {
    "\(folder)：\(definitions) 份定義、\(examples) 則範例全部成立"
  }
  let rulesHead = ["規則", "排除原因", "筆數"]
  let read = "讀取"
  let rejected = "剔除"
  let duplicates = "合併重複"
  let counted = "計入"
  func value(_ value: Int, unit: String) -> String { "達成值：\(value) \(unit)" }
  let openReadings = "尚待確認之解讀："

  func noRow(kpi: String, key: String) -> String {
    "\(kpi)：來源中沒有代碼 \(key) 的有效資料；若該列被剔除，請執行 campus-kpi check"
  }
  func verdict(counted: Bool) -> String { counted ? "計入" : "不計入" }
  let stepsHead = ["規則", "結果", "查對"]
  func outcome(_ step: Explanation.Step) -> String {
    switch step.outcome {
    case .holds: "符合"
    case .fails: "排除：\(step.reason)"
    case .notConcerned: "不適用"
    case .unknownPerson: "查無此人"
    case .notReached: "未檢查"
    }
  }
  func publishedNothing(revision: Int) -> String { "已發布之第 \(revision) 版：沒有此代碼" }
  func published(revision: Int) -> String { "已發布之第 \(revision) 版：" }

  func label(_ fact: PreviewFact) -> String {
    switch fact {
    case .encoding: "編碼"
    case .source: "資料來源"
    case .records: "列數"
    case .headerLine: "標題列"
    case .column: "欄位"
    case .unknownColumns: "未定義的欄位"
    case .footerLine: "說明列"
    case .rows: "資料列"
    case .rejected: "欄數不符"
    }
  }
  let none = "無"
  let withByteOrderMark = "，有位元組順序記號（BOM）"
  let noContract = "沒有符合的欄位定義"
  let lineNumber = "行"
}
