import Campus

/// What is wrong with a definition, in Traditional Chinese.
enum ChineseDefinitionWording {
  static func message(_ kind: DefinitionProblem.Kind) -> String {
    switch kind {
    case .unreadable(let cause): "無法讀取檔案：\(cause)"
    case .notARegularFile: "不是一般檔案"
    case .leadsOut: "符號連結指向資料夾之外"
    case .tooLarge(let limit): "檔案超過 \(limit >> 20) MiB"
    case .unexpectedFile: "沒有任何程序會讀取此檔案"
    case .invalidFileName(let expected): "名稱不是\(name(expected))"
    case .notUTF8: "不是 UTF-8 編碼"
    case .emptyFile: "檔案是空的"
    case .yamlSyntax(let problem): "不符合 YAML 格式：\(problem)"
    case .forbiddenYAML(let feature): "定義檔中不可使用\(name(feature))"
    case .tooDeep(let limit): "巢狀層數超過 \(limit) 層"
    case .duplicateKey(let key, let firstLine): "鍵「\(key)」重複，首次出現在第 \(firstLine) 行"
    case .csvQuote(.quoteInsideField): "未加引號的欄位中出現引號"
    case .csvQuote(.textAfterQuote): "結束引號之後還有文字"
    case .csvQuote(.unclosedQuote): "引號沒有結束"
    case .csvFieldCount(let expected, let found):
      "此列有 \(found) 個欄位，標題列有 \(expected) 個"
    case .csvColumnMissing(let column, let nearest):
      "標題列缺少「\(column)」" + (nearest.map { "，其中寫的是「\($0)」" } ?? "")
    case .csvColumnTwice(let column): "標題列的「\(column)」重複"
    case .unknownKey(let key, let nearest): "不認得的鍵「\(key)」" + didYouMean(nearest)
    case .missingKey(let key): "缺少「\(key)」"
    case .wrongShape(let key, let expected): "「\(key)」必須是\(name(expected))"
    case .empty(let key): "「\(key)」是空的"
    case .invalidValue(let key, let word, let expected):
      "「\(key)」寫的是「\(word)」，不是\(name(expected))"
    case .unknownWord(let key, let word, _, let nearest):
      "「\(key)」不可以是「\(word)」" + didYouMean(nearest)
    case .definedTwice(let key, let word, let firstLine):
      "\(key)「\(word)」重複，首次出現在第 \(firstLine) 行"
    case .onlyOneOf(let keys): "\(list(keys))只能擇一"
    case .keyDoesNotFit(let key, let type): "型別為 \(type) 的欄位不能有「\(key)」"
    case .nameDiffers(let key, let word, let expected):
      "「\(key)」寫的是「\(word)」，但檔案位置是「\(expected)」"
    case .wordOfTwoCodes(let word, let first, let second):
      "「\(word)」同時屬於代碼「\(first)」和「\(second)」"
    case .codeNotOnList(let word, let list, let nearest):
      "「\(word)」不是代碼表 \(list) 的代碼" + didYouMean(nearest)
    case .endBeforeStart(let from, let to): "結束日 \(to) 早於起始日 \(from)"
    case .partnerInTwoCountries(let institution, let first, let second):
      "「\(institution)」此處的國家是「\(second)」，前面是「\(first)」"
    case .overlappingTargets(let kpi, let firstLine):
      "\(kpi) 的目標值與第 \(firstLine) 行的期間重疊"
    case .unknownName(let referent, let name, let nearest):
      "沒有\(self.name(referent, name))" + didYouMean(nearest)
    case .unknownValue(let name, let source, let nearest):
      "「\(name)」不是 \(source) 的欄位，也不是用語或衍生值" + didYouMean(nearest)
    case .headerOfTwoColumns(let header, let first, let second):
      "標題「\(header)」同時屬於「\(first)」和「\(second)」"
    case .reservedName(let name): "「\(name)」已是欄位、衍生值或條件的名稱"
    case .wrongColumnType(let column, let expected):
      "欄位「\(column)」的型別不是 \(expected.joined(separator: " 或 "))"
    case .testDoesNotFit(let test, let value, let kind, _):
      "「\(test)」不適用於型別為 \(kind) 的「\(value)」"
    case .derivedValueNeeds(let value, let column, let source):
      "「\(value)」需要欄位「\(column)」，但 \(source) 沒有此欄位"
    case .termNotInForce(let term, let day): "\(day) 生效的用語中沒有「\(term)」"
    case .termDoesNotFit(let term, let value, let source):
      "用語「\(term)」需要「\(value)」，但 \(source) 沒有"
    case .termRefersToItself(let path): "用語引用到自己：\(path.joined(separator: " → "))"
    case .lookupNotPossible(let from, let to, let column):
      "無法從 \(from) 查找 \(to) 的人員：缺少「\(column)」"
    case .noFigures: "此定義沒有分項數字（figures）"
    case .sourceNotInPipeline(let kpi, let source):
      "\(kpi) 需要資料來源「\(source)」，但此流程沒有列出"
    case .exampleFails(let who, let expected, let found):
      "範例「\(who)」寫的是\(name(expected))，實際結果是\(name(found))"
    }
  }

  static func help(_ kind: DefinitionProblem.Kind) -> String? {
    switch kind {
    case .unexpectedFile: "資料來源與定義的副檔名是 .yaml，代碼表是 .csv；旁邊可以放 README"
    case .notUTF8: "請將檔案另存為 UTF-8（試算表軟體請選「CSV UTF-8」）"
    case .unknownWord(_, _, let allowed, _): "可以使用：\(list(allowed))"
    case .wordOfTwoCodes: "請只在其中一個代碼保留此用字"
    case .nameDiffers(_, _, let expected): "請改寫為「\(expected)」，或移動檔案"
    case .testDoesNotFit(_, _, _, let fitting): "適用的條件：\(fitting.joined(separator: "、"))"
    case .sourceNotInPipeline(let kpi, let source):
      "請將「\(source)」加入 sources，或將 \(kpi) 移除"
    case .overlappingTargets: "兩段期間可以一段完全包含另一段（例如學年包含學期），否則不可重疊"
    case .leadsOut: "請將檔案複製到連結所在的位置"
    case .termNotInForce: "定義生效期間內，kpis/terms/ 中每個生效的檔案都要有這個用語"
    case .lookupNotPossible:
      "查找的資料來源，其 key 必須有 academic_year、semester 和人員欄位，起點也要有同名的人員欄位"
    case .exampleFails: "請修正範例或規則；campus-kpi explain 會列出規則"
    default: nil
    }
  }

  private static func didYouMean(_ nearest: String?) -> String {
    nearest.map { "，是否為「\($0)」？" } ?? ""
  }

  private static func list(_ words: [String]) -> String {
    words.map { "「\($0)」" }.joined()
  }

  private static func name(_ feature: DefinitionProblem.ForbiddenYAML) -> String {
    switch feature {
    case .anchor: "錨點（&）"
    case .alias: "別名（*）"
    case .tag: "標籤（!）"
    case .severalDocuments: "第二份文件（---）"
    case .keyOfSeveralValues: "清單或對映作為鍵"
    }
  }

  private static func name(_ shape: DefinitionProblem.Shape) -> String {
    switch shape {
    case .scalar: "單一值"
    case .sequence: "清單"
    case .mapping: "對映（鍵: 值）"
    case .scalarOrSequence: "單一值或清單"
    case .scalarOrMapping: "單一值或對映"
    }
  }

  private static func name(_ expectation: DefinitionProblem.Expectation) -> String {
    switch expectation {
    case .bareName: "由小寫字母、數字和 _ 組成的名稱"
    case .kpiName: "像 kpi-04 這樣的名稱"
    case .date: "像 2025-08-01 這樣的日期"
    case .dateFileName: "像 2025-08-01.yaml 這樣的日期"
    case .wholeNumber: "整數"
    case .number: "數字"
    case .percent: "像 5% 這樣的比率"
    case .days: "像 45 days 這樣的天數"
    case .yesNo: " yes 或 no"
    case .months: "像 3 months 這樣的期間"
    case .day: " day 這個字"
    case .codePair: "以 + 連接的兩個代碼"
    case .columnPair: "兩個欄位的清單"
    case .path: "留在原處的路徑（不可有 ..）"
    case .period: "像 2025-08-01..2025-12-31 這樣的期間"
    case .academicYear: "像 114 這樣的學年度"
    case .calendarYear: "像 2025 這樣的年份"
    case .month: "像 114-09 這樣的月份"
    }
  }

  private static func name(_ referent: DefinitionProblem.Referent, _ name: String) -> String {
    switch referent {
    case .list: "代碼表「\(name)」（codes/）"
    case .source: "資料來源「\(name)」（sources/）"
    case .kpi: "定義「\(name)」（kpis/）"
    case .rule: "規則「\(name)」"
    case .column(let source): "欄位「\(name)」（\(source)）"
    case .lookedUpSource: "查找「\(name)」的規則"
    case .figure: "數據「\(name)」（figures）"
    }
  }

  private static func name(_ outcome: KPIDefinition.Example.Outcome) -> String {
    switch outcome {
    case .counted: "計入"
    case .notCounted: "不計入"
    case .excludedBy(let rule): "由「\(rule)」排除"
    }
  }
}
