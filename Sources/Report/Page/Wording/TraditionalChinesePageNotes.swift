extension TraditionalChinesePageWording {
  package func finding(_ code: String) -> FindingNote? {
    switch code {
    case "unused-file": FindingNote("檔案不屬於任何來源，未讀取", "檢查檔名，或移出資料夾")
    case "stale-source": FindingNote("檔案太舊", "請提供較新的匯出檔")
    case "reject-limit": FindingNote("退件比率超過上限", "先處理退件的原因")
    case "field-count": FindingNote("格數與標題列不同", "值內若有分隔符號，以引號括住")
    case "bad-character": FindingNote("有無法判讀的字元", "於資料庫更正後重新匯出")
    case "missing-value": FindingNote("必要欄位空白", "於資料庫補填後重新匯出")
    case "missing-identity": FindingNote("論文或專書沒有可供辨識的編號", "補上編號")
    case _ where code.hasPrefix("unmapped-"):
      FindingNote("用語不在代碼表中", "見「出現不認得的用語」")
    case "invalid-date": FindingNote("日期寫法不對或日期不存在", "寫成 2025-08-01 或 114/08/01")
    case "invalid-yes-no": FindingNote("既非「是」亦非「否」", "填「是」或「否」")
    case _ where code.hasPrefix("invalid-"): FindingNote("數值寫法不對", "以數字填寫")
    case "not-available": FindingNote("數據標示為不可得", "索取該數據；不會當作 0")
    case "end-before-start": FindingNote("結束早於開始", "更正其中一個日期")
    case "conflicting-rows": FindingNote("同一鍵值有內容不同的資料，均不採用", "查明何者正確")
    case "unknown-person": FindingNote("此人在學生或教師資料中查不到", "補交此人的資料，或更正代碼")
    case "duplicate-row": FindingNote("內容完全相同的資料，只計一次", "無須處理")
    case "user-defined-character": FindingNote("含有造字", "僅為姓名用字者無須處理")
    case "column-absent": FindingNote("匯出檔缺少一個可空白的欄位，一律視為無值", "若資料存在，匯出時加入此欄")
    case "dual-degree-unproven":
      FindingNote("雙聯學制的學分或月數不全，在無佐證下先予計入", "補齊資料，以利備查")
    default: nil
    }
  }

  package var guides: [Guide] {
    [
      Guide(
        title: "出現不認得的用語",
        steps: [
          "先弄清楚它的意思；不確定就問主管單位，不要猜。",
          "與既有代碼同義：在 `pipelines/codes/` 的代碼表，把它加進該代碼的 `words`。",
          "打錯字：請資料單位更正後重新匯出，不要加進代碼表。",
          "真的是新的類別：新增一列代碼，並看哪些定義需要列入它。",
          "改完執行 `campus-kpi lint`，再重新計算。",
        ]),
      Guide(
        title: "有資料被退件",
        steps: [
          "退件的資料不計入任何指標，其他資料照算。",
          "每一筆的檔名、行號、欄位與原因都在 `evidence/findings.csv`。",
          "請資料單位更正後重新匯出，或在匯入資料夾的 `corrections.csv` 加上一行更正。匯出檔不要手動修改。",
          "某一來源退件過多時不會發布，前一次的結果不變。",
        ]),
      Guide(
        title: "發布後才收到更正",
        steps: [
          "以更正後的匯出檔，對同一期間再執行一次。",
          "數字有變就發布下一版，舊版仍可查閱；沒有變就不發布。",
          "本頁的「變動」與 `restatement.csv` 說明哪些數字變了、為什麼。",
        ]),
      Guide(
        title: "教育部改了規定",
        steps: [
          "舊的定義檔不修改。複製現行檔案，以新規定的生效日為檔名。",
          "先貼上教育部的文字，再改規則與範例；自行解讀之處寫進 `open`。",
          "執行 `campus-kpi lint`。較早的期間仍依舊規定重算，得到原來的數字。",
        ]),
    ]
  }

  package var glossary: [Term] {
    [
      Term(term: "計算期間", explanation: "兩個日期，頭尾都含在內。活動看開始日，論文與專書看出版年月，計畫看執行期限是否與期間重疊。"),
      Term(term: "基準日", explanation: "10月15日與3月15日。以學期資料計算的指標，取期間內有資料的最後一個10月15日；沒有時取最後一個3月15日。"),
      Term(term: "人、人次、篇、本、件", explanation: "「人」同一人只計一次；「人次」每次活動計一次；論文、專書、計畫各以不重複者計。"),
      Term(term: "專任教師", explanation: "含專案教師；在所問之日尚未離職。"),
      Term(term: "非本國籍、本國籍", explanation: "國籍與第二國籍都不是中華民國，是非本國籍；其中之一是，就是本國籍。"),
      Term(term: "細項", explanation: "計入的資料依一個面向分開來看。同一人（篇、本、件）若屬於好幾個類別，在各類別各計一次，所以合計可能大於達成值。"),
      Term(term: "退件、合併重複、排除、計入", explanation: "讀取的每一筆資料只有這四個去處，相加等於讀取的筆數。"),
      Term(term: "版", explanation: "同一期間每發布一次新的結果，就多一版；舊版仍然可以查閱。"),
      Term(term: "達成率", explanation: "達成值除以目標。"),
    ]
  }
}
