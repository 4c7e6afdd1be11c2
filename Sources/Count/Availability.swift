import Campus
import Definitions

/// Whether a KPI can be computed from what the exports hold, and with which warnings.
struct Availability {
  /// Why it cannot be; nil when it can.
  private(set) var reason: String?
  /// Columns whose absence has a meaning, by source.
  private(set) var absentColumns: [(source: String, column: String)] = []

  init(of use: ColumnUse, tables: TableSet, scope: CountScope) {
    var reasons: [String] = []
    for source in use.sources {
      guard let table = tables[source] else {
        reasons.append("缺少來源檔案 \(source).csv")
        continue
      }
      guard let contract = scope.contract(source) else { continue }
      for column in contract.columns where use.byRules[source]?.contains(column.name) ?? false {
        if let needed = table.insufficientColumns[column.name] {
          reasons.append(
            "\(source).csv 的欄位 \(column.name) 以「\(needed.header)」為標題，"
              + "須有欄位 \(needed.needs) 方能判別")
        } else if table.absentColumns.contains(column.name) {
          switch column.whenAbsent {
          case .unavailable: reasons.append("\(source).csv 缺少欄位 \(column.name)")
          case .warn: absentColumns.append((source, column.name))
          }
        } else if let other = column.derivation.map({ contract.columns[$0.from].name }),
          table.absentColumns.contains(other)
        {
          // The rule reads the other column through this one.
          absentColumns.append((source, other))
        }
      }
    }
    if !reasons.isEmpty { reason = reasons.joined(separator: "；") }
  }
}
