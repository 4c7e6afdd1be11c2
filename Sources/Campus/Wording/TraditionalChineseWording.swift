/// The program's sentences in Traditional Chinese.
package struct TraditionalChineseWording: Wording {
  package init() {}

  package let error = "錯誤"
  package let warning = "注意"

  package func andMore(_ count: Int, code: String, stored: Bool) -> String {
    "另有 \(count) 筆 [\(code)]" + (stored ? "，全部列於 findings.csv" : "")
  }

  package func message(_ finding: Finding) -> String {
    let column = finding.column
    return switch finding.problem {
    case .unusedFile: "此檔案不屬於任何來源，未讀取"
    case .manifestMissingFile: "manifest.csv 列有此檔案，資料夾中卻沒有"
    case .manifestChecksum: "檔案的 SHA-256 與 manifest.csv 所載不符"
    case .manifestRows(let expected, let found):
      "manifest.csv 載明 \(expected) 筆，檔案實有 \(found) 筆"
    case .invalidManifest(let reason): "無法讀取 manifest：\(reason)"
    case .notARegularFile: "這不是一般檔案"
    case .staleSource(let days, let limit, _): "匯出檔已有 \(days) 天，超過此來源的上限 \(limit) 天"
    case .changedWhileRead: "讀取期間檔案內容有變動"
    case .unknownEncoding: "檔案編碼既非 UTF-8，亦非 Big5（CP950），也不是其所宣告的編碼"
    case .quoteInsideField: "未以引號開頭的欄位中出現引號"
    case .textAfterQuote: "結束引號之後還有文字"
    case .unclosedQuote: "引號沒有結束"
    case .headerNotFound(let missing):
      "前 10 列找不到標題列；缺少：\(missing.joined(separator: "、"))"
    case .columnTwice(let column, let header): "欄位 \(column) 出現兩次，標題為「\(header)」"
    case .fieldTooLong: "有欄位超過 1 MiB"
    case .tooManyFields: "有一列超過 4,096 個欄位"
    case .rejectLimit(let rejected, let read, let limit):
      "\(read) 筆中有 \(rejected) 筆被剔除，超過上限 \(limit)"
    case .fieldCount(let expected, let found): "本列有 \(found) 個欄位，標題列有 \(expected) 個"
    case .badCharacter: "\(column) 含有無法判讀的字元（U+FFFD 或 NUL）"
    case .missingValue: "\(column) 沒有值"
    case .missingIdentity(let columns):
      "\(columns.joined(separator: "、")) 皆無值，無法辨識此筆資料"
    case .unmapped(let value, let list, _): "\(column)\(quoted(value))不在代碼表 \(list) 中"
    case .invalidDate(let value): "\(column)\(quoted(value))不是有效日期"
    case .invalidNumber(let kind, let value): "\(column)\(quoted(value))不是有效的數值（\(kind)）"
    case .invalidYesNo(let value): "\(column)\(quoted(value))既非「是」亦非「否」"
    case .notAvailable: "\(column) 標示為無資料"
    case .endBeforeStart: "結束日期早於開始日期"
    case .conflictingRows(let other): "另有一列鍵值相同而內容不同：\(other)"
    case .correction(let problem): message(problem, finding)
    case .unknownPerson(let lookup, let kpi): "此人在 \(lookup) 中沒有任何資料，\(kpi) 無法計入本列"
    case .userDefinedCharacter: "\(column) 含有造字"
    case .duplicateRow(let first): "本列與 \(first) 內容相同，已合併"
    case .columnAbsent(let kpis):
      "缺少欄位 \(column)；\(kpis.joined(separator: "、")) 一律視為無值"
    case .definitionWarning("dual-degree-unproven", let kpi):
      "雙聯學制的學分或月數不全，\(kpi) 在無佐證下計入此學生"
    case .definitionWarning(let code, let kpi): "\(kpi) 要求查看本列（\(code)）"
    }
  }

  package func help(_ finding: Finding) -> String {
    switch finding.problem {
    case .unusedFile: "請改名為 <來源>.csv 或 <來源>-….csv，或移出資料夾"
    case .manifestMissingFile: "請補交檔案，或自 manifest.csv 刪除"
    case .manifestChecksum, .manifestRows: "請向提供單位重新索取檔案；兩者之一並非原定版本"
    case .invalidManifest: "欄位為 file,rows,sha256"
    case .notARegularFile: "請直接放入檔案本身，不要使用連結或裝置"
    case .staleSource: "請提供單位重新匯出"
    case .changedWhileRead: "請待匯出完成後重新執行"
    case .unknownEncoding: "請以 UTF-8 重新匯出"
    case .quoteInsideField, .textAfterQuote: "欄位內的引號須寫成兩個，並將整個欄位以引號括住"
    case .unclosedQuote: "請為自此開始的欄位補上結束引號，或重新匯出"
    case .headerNotFound where finding.source == AppliedCorrection.inputName:
      "欄位為 \(AppliedCorrection.columns.joined(separator: ","))"
    case .headerNotFound:
      "欄位名稱請依 pipelines/sources/\(finding.source).yaml，或於該檔加入此標題"
    case .columnTwice: "請刪除或更名其中一欄"
    case .fieldTooLong, .tooManyFields: "本列附近可能有引號或分隔符號錯誤，請重新匯出"
    case .rejectLimit:
      "請更正上列資料，或調高 pipelines/sources/\(finding.source).yaml 的 reject_limit"
    case .fieldCount: "值內若含分隔符號，須以引號括住"
    case .badCharacter: "請於資料庫更正後重新匯出"
    case .missingValue: "請於資料庫補填後重新匯出"
    case .missingIdentity: "請補上編號"
    case .unmapped(_, _, let nearest):
      (nearest.map { "是否為「\($0)」？否則請" } ?? "請") + "於 pipelines/codes/ 的代碼表加入此詞，或更正資料"
    case .invalidDate: "請寫成 2025-08-01 或 114/08/01"
    case .invalidNumber: "請以數字填寫"
    case .invalidYesNo: "請填「是」或「否」"
    case .notAvailable: "請索取該數據；系統絕不會視為 0"
    case .endBeforeStart: "請更正其中一個日期"
    case .conflictingRows: "請保留正確的一列；在此之前各列均不計入"
    case .correction(let problem): help(problem, finding)
    case .unknownPerson: "請補交此人的資料，或更正代碼"
    case .userDefinedCharacter: "若僅為姓名用字，無須處理"
    case .duplicateRow: "無須處理"
    case .columnAbsent: "若資料存在，請於匯出時加入此欄"
    case .definitionWarning: "請補齊資料，以利備查"
    }
  }

  private func quoted(_ value: String?) -> String {
    value.map { "「\($0)」" } ?? " "
  }
}
