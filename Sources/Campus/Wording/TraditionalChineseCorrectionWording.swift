extension TraditionalChineseWording {
  /// What is wrong with a line of `corrections.csv`.
  func message(_ problem: CorrectionProblem, _ finding: Finding) -> String {
    let (source, column) = (finding.source, finding.column)
    return switch problem {
    case .fieldCount(let expected, let found): "本列有 \(found) 個欄位，標題列有 \(expected) 個"
    case .incomplete(let columns): "\(columns.joined(separator: "、")) 沒有值"
    case .unknownSource(let name, _): "沒有「\(name)」這個來源"
    case .unknownColumn(let name, _): "\(source) 沒有「\(name)」這個欄位"
    case .sourceWithoutKey: "\(source) 沒有鍵，無法以更正檔指定其中一列"
    case .keyParts(let columns):
      "\(source) 的鍵是 \(columns.joined(separator: "|"))，每一項都要有值"
    case .keyNotFound: "\(source) 沒有鍵值相符的列"
    case .columnAbsent(let file): "\(file) 沒有欄位 \(column)"
    case .stale(let row, .some("")): "更正已失效：\(row) 的 \(column) 沒有值，與 old 不同"
    case .stale(let row, let value?): "更正已失效：\(row) 的 \(column) 是「\(value)」，與 old 不同"
    case .stale(let row, nil): "更正已失效：\(row) 的 \(column) 與 old 不同"
    case .twice(let first): "\(first) 已更正同一列的同一欄，或已移除該列"
    case .removalWithValue: "* 表示移除整列，但 old 或 new 有值"
    case .invalidValue(let problem):
      "新的值無效："
        + message(Finding(problem, source: source, location: finding.location, column: column))
    }
  }

  /// What to do about it.
  func help(_ problem: CorrectionProblem, _ finding: Finding) -> String {
    switch problem {
    case .fieldCount: "值內若含逗號，須以引號括住"
    case .incomplete: "只有 old 與 new 可以留白；reason 與 approved_by 供查核之用"
    case .unknownSource(_, let nearest?), .unknownColumn(_, let nearest?): "是否為「\(nearest)」？"
    case .unknownSource(_, nil): "來源即 pipelines/sources/ 中的檔案"
    case .unknownColumn(_, nil): "欄位見 pipelines/sources/\(finding.source).yaml"
    case .columnAbsent: "請於匯出時加入此欄"
    case .sourceWithoutKey: "請於資料庫更正後重新匯出"
    case .keyParts: "請逐項填寫，以 | 相連"
    case .keyNotFound: "請對照匯出檔的鍵值；該列若已不存在，請刪除 corrections.csv 的這一行"
    case .stale: "請檢查此更正是否仍需要：刪除這一行，或將 old 改為匯出檔的值"
    case .twice: "請只保留其中一行"
    case .removalWithValue: "請將 old 與 new 留白，或填寫要更正的欄位"
    case .invalidValue(let problem):
      help(
        Finding(
          problem, source: finding.source, location: finding.location, column: finding.column))
    }
  }
}
