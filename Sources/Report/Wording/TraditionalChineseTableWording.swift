import Campus

/// The tables on the terminal in Traditional Chinese.
struct TraditionalChineseTableWording: TableWording {
  let showsChineseNames = true
  let unavailable = "無法計算"
  let none = "無"

  let valuesHead = ["序號", "KPI項目", "單位", "達成值", "目標", "達成率(%)"]
  let dataNotes = "資料說明："

  let filesHead = ["來源", "檔案", "編碼", "讀取", "剔除", "重複"]
  let availabilityHead = ["序號", "KPI項目", "可否計算"]
  let available = "可"

  func difference(from old: Int, to new: Int) -> String { "第 \(old) 版與第 \(new) 版之差異：" }
  func noDifference(from old: Int, to new: Int) -> String {
    "第 \(old) 版與第 \(new) 版之差異：數值與計入項目均無異動"
  }
  let changesHead = ["指標", "原值", "新值", "增減", "新增項目", "移除項目", "原因"]
  func correctionsApplied(_ count: Int) -> String { "已套用更正：\(count) 筆" }
  let noValue = "（無）"
  func correction(_ line: String) -> String { "更正: \(line)" }

  let schoolsHead = ["學校代碼", "學校名稱", "學年度", "KPI", "人數", "其中"]
  let allSchools = "全部學校"
  func funnel(_ table: OpenDataResult.TableRows) -> String {
    let funnel = table.funnel
    return "\(table.title)：讀取 \(funnel.read)、剔除 \(funnel.rejected)、排除 \(funnel.excluded)"
      + "（\(table.reason)或其他學年度）、計入 \(funnel.counted)"
  }
}
