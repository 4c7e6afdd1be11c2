import Campus

/// The page's words in Traditional Chinese.
package struct TraditionalChinesePageWording: PageWording {
  package init() {}

  package let tag = "zh-Hant-TW"
  package let programme = "高等教育深耕計畫 國際重點領域"
  package let title = "績效指標報告"
  package let skip = "跳至內容"
  package let contents = "目錄"
  package func period(_ period: ReportingPeriod) -> String { period.label }
  package func days(_ period: ReportingPeriod) -> String { "\(period.from) 至 \(period.to)" }
  package func revision(_ number: Int) -> String { "第 \(number) 版" }
  package let publicEdition = "公開版"
  package let publicNote =
    "為保護個人資料，分項中小於 5 的數字以「<5」表示；為避免由合計反推，部分較大的數字亦標示「不公開」。"

  package let overview = "一覽"
  package func summary(
    reached: Int, below: Int, withoutTarget: Int, unavailable: Int
  ) -> [SummaryPart] {
    [
      SummaryPart(kind: .reached, count: reached, text: "項達成目標"),
      SummaryPart(kind: .below, count: below, text: "項未達目標"),
      SummaryPart(kind: .plain, count: withoutTarget, text: "項未訂目標"),
      SummaryPart(kind: .plain, count: unavailable, text: "項無法計算"),
    ]
  }
  package let overviewLegend =
    "每項指標以自己的目標為準：直線是目標，長條是達成值，空心圓是去年同期；刻度自 0 至目標的 1.5 倍，超出者以「»」表示。"
  package let kpi = "指標"
  package let value = "達成值"
  package let target = "目標"
  package let achievement = "達成率"
  package let againstTarget = "達成值與目標"
  package let sinceRevision = "較前一版"
  package let yearBefore = "去年同期"
  package let reached = "達成"
  package let below = "未達"
  package let withoutTarget = "未訂目標"
  package let unavailable = "無法計算"
  package let unchanged = "不變"
  package let none = "無"
  package func bullet(value: String, target: String, percent: String, yearBefore: String?) -> String
  {
    "達成值 \(value)，目標 \(target)，達成率 \(percent)%"
      + (yearBefore.map { "，去年同期 \($0)" } ?? "")
  }

  package let changes = "變動"
  package let changesSinceRevision = "較前一版的變動"
  package let firstRevision = "這是本期間的第一版，沒有更早的版本可以比較。"
  package func noChanges(since revision: Int) -> String { "各項數值與第 \(revision) 版相同。" }
  package func valueOfRevision(_ number: Int) -> String { "第 \(number) 版" }
  package let valueBefore = "前一版"
  package let difference = "增減"
  package let causes = "原因"
  package func cause(_ cause: Restatement.Cause) -> String {
    switch cause {
    case .rowAdded: "新增資料"
    case .rowRemoved: "移除資料"
    case .valueChanged: "更改內容"
    case .ruleChanged: "定義變更"
    case .noLongerRejected: "原遭退件，現已採用"
    case .newlyRejected: "原已採用，現遭退件"
    case .programChanged: "程式版本變更"
    }
  }
  package func came(_ count: String) -> String { "增 \(count)" }
  package func went(_ count: String) -> String { "減 \(count)" }
  package let causesWithheld = "不公開"
  package let changesSinceYear = "與去年同期比較"
  package let noYearBefore = "沒有去年同期的發布值。"

  package let kpis = "十四項指標"
  package let definition = "定義"
  package let definitionFile = "定義檔"
  package let dataSource = "資料來源"
  package let referenceDate = "基準日"
  package let figures = "分項數值"
  package let observations = "其他基準日的觀察值"
  package let breakdown = "細項"
  package func dimension(_ by: String) -> String {
    switch by {
    case "programme": "學制"
    case "nationality": "國籍"
    case "identity": "身分別"
    case "gender": "性別"
    case "college": "學院"
    case "rank": "職級"
    case "scheme": "延攬方案"
    case "category": "類別"
    case "country": "國家（地區）"
    case "kind": "活動類別"
    case "location": "境內外"
    case "institution_country": "服務機構所在國家（地區）"
    case "role": "身分"
    case "index": "收錄資料庫"
    case "journal": "期刊"
    case "publisher_country": "出版地"
    case "language": "語文"
    case "partner_country": "合作國家（地區）"
    case "figure": "分項"
    case "partner": "標竿姐妹校"
    default: by
    }
  }
  package func entries(_ count: Int) -> String { "共 \(count) 項" }
  package func furtherEntries(_ count: Int) -> String { "其餘 \(count) 項" }
  package func unnamedEntries(_ count: Int) -> String { "另有 \(count) 項，數字較小，名稱與數字均不公開。" }
  package func dimensionsWithheld(_ names: [String]) -> String {
    "數字較小，不公開：\(names.joined(separator: "、"))。"
  }
  package let item = "項目"
  package let history = "歷年同期"
  package func historyOf(_ title: String, first: String, last: String) -> String {
    "\(title)：由 \(first) 至 \(last)"
  }
  package func axis(_ period: ReportingPeriod) -> (from: String, to: String) {
    func month(_ day: CalendarDate) -> String {
      "\(day.components.year - 1911)." + padded(day.components.month, 2)
    }
    return (month(period.from) + "–", month(period.to))
  }
  package let firstPublished = "這是第一個發布的同類期間，尚無可比較的歷年值。"
  package let otherPeriods = "所有已發布的期間"
  package let periodColumn = "期間"
  package let revisionColumn = "版次"
  package let funnel = "計算過程"
  package let funnelNote = "由讀取的資料列，依序扣除不採用者，到計入者。規則依序判斷，資料列只計在第一條不符合的規則。"
  package let step = "步驟"
  package let rows = "筆數"
  package let read = "讀取"
  package let rejected = "退件"
  package let duplicates = "合併重複"
  package let counted = "計入"
  package let stepsWithheld = "公開版不列各步驟扣除的筆數。"
  package let warnings = "注意"
  package let openReadings = "尚待確認的解讀"
  package let annotations = "說明"
  package let toOverview = "回一覽"

  package let quality = "資料品質"
  package let inputs = "讀取的檔案"
  package let source = "來源"
  package let file = "檔案"
  package let encoding = "編碼"
  package let digest = "SHA-256"
  package let findings = "檢核發現"
  package let noFindings = "沒有退件，也沒有需要注意的資料。"
  package let severity = "性質"
  package func severity(_ severity: Finding.Severity) -> String {
    switch severity {
    case .error: "退件"
    case .warning: "注意"
    }
  }
  package let meaning = "意思"
  package let action = "處理"
  package let count = "筆數"

  package let notes = "使用說明"
  package let glossaryTitle = "名詞"
  package let colophon = "相同的輸入與定義，會得到每個位元組都相同的報告。數字的計算方式見各項指標的定義與計算過程。"
  package let small = "<5"
  package let withheld = "不公開"
}
